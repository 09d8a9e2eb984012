import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type LaunchOptions,
} from 'playwright-core';
import { findChromium } from './find-chromium';

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
  const { executablePath, isPacked } = await findChromium();
  return {
    executablePath,
    args: isPacked ? [...QUIET, '--headless=shell', '--no-zygote'] : QUIET,
  };
}
