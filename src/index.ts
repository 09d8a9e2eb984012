import { join } from 'node:path';
import { loadCached } from './load-cached';

// The build has put the program and its packages into one file.
loadCached(join(__dirname, 'program.js'));
