import eslint from '@eslint/js';
import jest from 'eslint-plugin-jest';
import prettier from 'eslint-config-prettier';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

/** Packages that only some folders know: pattern of the import, what to do instead, folders. */
const packageHomes = [
  [
    '^botbuilder',
    'Only conversation, channels, storage/bot-storage, server and app know the SDK.',
    ['conversation', 'channels', 'server'],
  ],
  ['^botframework', 'Only channels and server know the SDK.', ['channels', 'server']],
  ['^restify$', 'Only server knows restify.', ['server']],
  ['^i18next$', 'Only content/translator.ts knows i18next.', ['content']],
  ['^natural$', 'Import natural by its sub-paths: its root loads databases.', []],
  ['^natural/', 'Only understanding knows natural.', ['understanding']],
  [
    '^kysely$',
    'Only storage knows kysely; stores beside their subject are named *-store.ts.',
    ['storage'],
  ],
  ['^(libsql|pg)$', 'Only storage knows the database drivers.', ['storage']],
  ['^@azure/', 'Only files named azure-* know Azure.', []],
];

/** Which wings a wing may not import: what it would know of the house's upper floors or of its neighbours. */
const closedTo = {
  core: [
    'azure',
    'content',
    'understanding',
    'conversation',
    'channels',
    'accounts',
    'support',
    'privacy',
    'storage',
    'server',
    'web',
  ],
  content: [
    'azure',
    'understanding',
    'conversation',
    'channels',
    'accounts',
    'support',
    'privacy',
    'storage',
    'server',
    'web',
  ],
  understanding: [
    'conversation',
    'channels',
    'accounts',
    'support',
    'privacy',
    'storage',
    'server',
    'web',
  ],
  accounts: [
    'azure',
    'understanding',
    'conversation',
    'channels',
    'support',
    'privacy',
    'storage',
    'server',
    'web',
  ],
  storage: [
    'azure',
    'understanding',
    'conversation',
    'channels',
    'accounts',
    'support',
    'server',
    'web',
  ],
  channels: ['azure', 'understanding', 'conversation', 'accounts', 'support', 'server', 'web'],
  conversation: ['azure', 'server', 'web', 'storage'],
  azure: [
    'content',
    'understanding',
    'conversation',
    'channels',
    'accounts',
    'support',
    'privacy',
    'storage',
    'server',
    'web',
  ],
  support: ['understanding/languages', 'conversation', 'server', 'web'],
  rates: [
    ...['azure', 'content', 'understanding', 'conversation', 'channels', 'accounts', 'support'],
    ...['privacy', 'storage', 'server', 'web'],
  ],
  'support-page': [
    'azure',
    'understanding',
    'conversation',
    'channels',
    'accounts',
    'server',
    'web',
  ],
  server: ['azure', 'web'],
};

/** The package as a whole loads recognizers of dates and numbers, 40 MB, that nothing here uses. */
const lightDialogs = {
  regex: '^botbuilder-dialogs$',
  allowTypeImports: true,
  message: 'Take values from botbuilder-dialogs/lib/….',
};

/** Files that are their package's home although their folder isn't. */
const homesOfTheirOwn = ['src/**/*-store.ts', 'src/**/azure-*.ts', 'src/storage/bot-storage.ts'];
const tools = ['scripts/**', 'test/**', 'bench/**'];

/** ESLint keeps only the last value of a rule for a file, so each wing gets all its import rules at once. */
function importRules(wing) {
  const wings = (closedTo[wing] ?? []).map((other) => ({
    group: [`**/${other}/**`],
    message: `src/${wing} must not know src/${other}: see ARCHITECTURE.md.`,
  }));
  const packages = packageHomes
    .filter(([, , homes]) => !homes.includes(wing))
    .map(([regex, message]) => ({ regex, message }));
  const rule = (patterns) => ({
    '@typescript-eslint/no-restricted-imports': ['error', { patterns }],
  });
  return [
    { files: [`src/${wing}/**/*.ts`], rules: rule([...wings, ...packages, lightDialogs]) },
    {
      files: homesOfTheirOwn
        .map((file) => file.replace('src/**', `src/${wing}/**`))
        .filter((file) => file.startsWith(`src/${wing}/`)),
      rules: rule([...wings, lightDialogs]),
    },
  ];
}

export default tseslint.config(
  { ignores: ['dist/', 'data/', 'coverage/', 'node_modules/'] },
  eslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { ignoreRestSiblings: true, argsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 4],
      'no-console': 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only config.ts reads the environment.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'CallExpression[callee.property.name=/^(sendActivity|prompt)$/] > Literal[value=/\\w/]',
          message: 'Words for people live in locales/.',
        },
        {
          selector: 'CallExpression[callee.property.name=/^(changeLanguage)$/]',
          message: 'changeLanguage is global state: use getFixedT(language) per turn.',
        },
      ],
    },
  },
  {
    // A pattern may meet any text: none may take time that grows with the square of its length.
    files: ['src/**/*.ts', 'src/**/*.tsx', 'scripts/**/*.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
    },
  },
  ...Object.keys(closedTo).flatMap(importRules),
  { files: ['src/config.ts'], rules: { 'no-restricted-properties': 'off' } },
  {
    files: tools,
    rules: {
      'no-console': 'off',
      'no-restricted-properties': 'off',
      'max-lines-per-function': 'off',
    },
  },
  {
    files: ['test/**/*.ts'],
    ...jest.configs['flat/recommended'],
    rules: {
      ...jest.configs['flat/recommended'].rules,
      'jest/expect-expect': [
        'error',
        { assertFunctionNames: ['expect', 'expect*', '**.assertReply', 'fc.assert'] },
      ],
    },
  },
  // A contract is a suite that the test of each implementation runs.
  { files: ['test/**/*.contract.ts'], rules: { 'jest/no-export': 'off' } },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', URL: 'readonly', module: 'writable' },
    },
  },
  prettier,
);
