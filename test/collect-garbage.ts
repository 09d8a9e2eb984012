import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Lets go of whatever nobody holds: what a turn of the event loop has asked for is held until its end. */
export async function collectGarbage(): Promise<void> {
  await pause(0);
  collect();
}
