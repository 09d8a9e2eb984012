import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives a jest run a folder of its own for whatever its tests write, so that nothing is left of it or found in it. */
export = () => {
  const folder = mkdtempSync(join(tmpdir(), 'bot-tests-'));
  // PostgreSQL may run as somebody else.
  chmodSync(folder, 0o755);
  process.env['TEST_FOLDER'] = process.env['TMPDIR'] = folder;
};
