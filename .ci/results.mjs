// Reads what jest has written: `failed FILE` lists the test files that failed; `sum FILE…` adds up the tests, where those
// of a second try (FILE.again.json) take the place of the first.
import { existsSync, readFileSync } from 'node:fs';

const [task, ...files] = process.argv.slice(2);
const isFailed = ({ status }) => status === 'failed';

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).testResults : undefined;
}

/** Results by test file; a run that wrote nothing is one failure. */
function results(file) {
  const first = read(file) ?? [{ name: file, status: 'failed', assertionResults: [] }];
  const second = read(file.replace(/json$/, 'again.json')) ?? [];
  return first.map((one) => second.find(({ name }) => name === one.name) ?? one);
}

if (task === 'failed') {
  const [file] = files;
  for (const { name } of (read(file) ?? []).filter(isFailed)) console.log(name);
} else {
  const all = files.flatMap(results);
  const tests = all.flatMap(({ assertionResults }) => assertionResults);
  const failed = tests.filter(isFailed).length;
  // A file that can't even be run has no tests.
  const broken = all.filter((one) => isFailed(one) && !one.assertionResults.some(isFailed)).length;
  const passed = tests.filter(({ status }) => status === 'passed').length;
  console.log(`${passed} passed, ${failed + broken} failed`);
}
