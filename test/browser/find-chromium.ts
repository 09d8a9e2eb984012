import { existsSync } from 'node:fs';

/** Where a Chromium of the machine's own may be. */
const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export interface FoundChromium {
  readonly executablePath: string;
  /** It is the one that comes as an npm package. */
  readonly isPacked: boolean;
}

/**
 * Finds the machine's Chromium, or else unpacks the one that comes as an npm package, unless it lies in the temporary
 * folder already: two processes must not unpack at the same time.
 */
export async function findChromium(): Promise<FoundChromium> {
  const installed = INSTALLED.find((path) => existsSync(path));
  if (installed !== undefined) return { executablePath: installed, isPacked: false };
  // It brings the libraries that bare machines lack, but unpacks them only where it believes to be needed.
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs20.x';
  const { default: packed } = await import('@sparticuz/chromium');
  return { executablePath: await packed.executablePath(), isPacked: true };
}
