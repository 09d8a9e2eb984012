const { readFileSync } = require('node:fs');
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

/** Jest's own environment for Node; the packages that jest-packages.mjs has bundled are compiled once for all test files. */
module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.runPackages = (file) => compile(file).runInContext(this.context);
  }
};
