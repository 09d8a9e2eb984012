import { foreignTable } from './recognition/foreign-table';
import { machine } from './recognition/machine';

/**
 * `npm run bench:public -- FOLDER`: the engine of this project on the public data sets below a folder, beside what
 * others have published about them.
 */
function main([folder]: readonly string[]): void {
  if (folder === undefined) {
    console.error('Say where the data sets lie: npm run bench:public -- FOLDER');
    process.exitCode = 2;
    return;
  }
  console.log(`${machine()}\n`);
  console.log(foreignTable(folder));
}

main(process.argv.slice(2));
