const { readFileSync } = require('node:fs');
const process = require('node:process');
const { Script } = require('node:vm');
const { TestEnvironment } = require('jest-environment-node');

/** What was compiled in this process, for the test files that follow. */
const scripts = new Map();

function compile(file) {
  const script =
    scripts.get(file) ??
    new Script(
      `(function (require, module, __filename, __dirname) {${readFileSync(file, 'utf8')}\n})`,
      { filename: file },
    );
  scripts.set(file, script);
  return script;
}

// To take a large heap apart, as Node does at a natural end, takes a busy machine longer than jest waits for its processes.
process.once('beforeExit', () => process.exit());

/** Jest's own environment for Node; the packages that jest-packages.mjs has bundled are compiled once for all test files. */
module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.runPackages = (file) => compile(file).runInContext(this.context);
  }
};
