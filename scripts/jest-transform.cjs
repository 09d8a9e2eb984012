const { transformSync } = require('esbuild');

/** TypeScript for jest by the compiler that `npm start` uses; types are checked by `npm run check`. */
module.exports = {
  process: (source, file) =>
    transformSync(source, {
      ...{ loader: 'ts', format: 'cjs', platform: 'node', target: 'node20' },
      // Jest has no import() where all is CommonJS.
      supported: { 'dynamic-import': false },
      ...{ sourcefile: file, sourcemap: 'both', sourcesContent: false },
    }),
};
