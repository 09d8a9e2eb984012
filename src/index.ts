import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { loadCached } from './load-cached';

// Left to itself V8 lets garbage grow to more than what is in use, in each of the two threads: at full load that is a third
// of the process. Collecting it sooner takes about a tenth of the processor time.
setFlagsFromString('--heap-growing-percent=60');
// For the recognizer's thread alone, as this one has begun: what it makes is garbage at once, so the place for it may be small.
setFlagsFromString('--max-semi-space-size=1');

// The build has put the program and its packages into one file.
loadCached(join(__dirname, 'program.js'));
