// Adds up what jest has written into the named files. A test file that can't even be run has failed once.
import { existsSync, readFileSync } from 'node:fs';

const isFailed = ({ status }) => status === 'failed';

/** Results by test file; a run that wrote nothing is one failure. */
function read(file) {
  return existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8')).testResults
    : [{ status: 'failed', assertionResults: [] }];
}

const files = process.argv.slice(2).flatMap(read);
const tests = files.flatMap(({ assertionResults }) => assertionResults);
const broken = files.filter((one) => isFailed(one) && !one.assertionResults.some(isFailed));
const passed = tests.filter(({ status }) => status === 'passed');
console.log(`${passed.length} passed, ${tests.filter(isFailed).length + broken.length} failed`);
