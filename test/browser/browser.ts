import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type LaunchOptions,
} from 'playwright-core';

/** Where a Chromium of the machine's own may be. */
const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const QUIET = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the machine's Chromium, or else the one that comes as an npm package. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch(await launchOptions());
}

/** Starts it as a person does: with a profile, in which it keeps what it has compiled for the next page. */
export async function launchProfile(options: BrowserContextOptions): Promise<BrowserContext> {
  const profile = mkdtempSync(join(tmpdir(), 'profile-'));
  return chromium.launchPersistentContext(profile, { ...(await launchOptions()), ...options });
}

async function launchOptions(): Promise<LaunchOptions> {
  const installed = INSTALLED.find((path) => existsSync(path));
  return {
    executablePath: installed ?? (await unpackChromium()),
    args: installed === undefined ? [...QUIET, '--headless=shell', '--no-zygote'] : QUIET,
  };
}

/** The package brings the libraries that bare machines lack, but unpacks them only where it believes to be needed. */
async function unpackChromium(): Promise<string> {
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs20.x';
  const { default: packed } = await import('@sparticuz/chromium');
  return packed.executablePath();
}
