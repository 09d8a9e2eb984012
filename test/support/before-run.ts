import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '../browser/find-chromium';

/** Gives a jest run a folder of its own for whatever its tests write, so that nothing is left of it or found in it. */
export = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bot-tests-'));
  // PostgreSQL may run as somebody else.
  chmodSync(folder, 0o755);
  process.env['TEST_FOLDER'] = process.env['TMPDIR'] = folder;
  // Before the test processes that may need it; without any, those say so.
  await findChromium().catch(() => undefined);
};
