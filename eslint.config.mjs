import eslint from '@eslint/js';
import jest from 'eslint-plugin-jest';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

const packageHomes = [
  [
    'botbuilder*',
    'Only conversation, channels, storage/bot-storage, server and app know the SDK.',
    [
      'src/conversation/**',
      'src/channels/**',
      'src/storage/bot-*.ts',
      'src/server/**',
      'src/app.ts',
    ],
  ],
  ['restify', 'Only server knows restify.', ['src/server/**']],
  ['i18next', 'Only content/translator.ts knows i18next.', ['src/content/translator.ts']],
  [
    'natural',
    'Import natural by its sub-paths, and only in understanding/languages: its root loads databases.',
    [],
  ],
  ['natural/*', 'Only understanding/languages knows natural.', ['src/understanding/languages/**']],
  [
    'kysely',
    'Only storage and the stores beside their subject know kysely.',
    ['src/storage/**', 'src/**/*-store.ts'],
  ],
  ['libsql', 'Only storage knows the database driver.', ['src/storage/**']],
  ['@azure/*', 'Only files named azure-* know Azure.', ['src/**/azure-*.ts']],
];

/** Which wings a wing may not import: what it would know of the house's upper floors or of its neighbours. */
const closedTo = {
  core: [
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
    'understanding',
    'conversation',
    'channels',
    'support',
    'privacy',
    'storage',
    'server',
    'web',
  ],
  storage: ['understanding', 'conversation', 'channels', 'accounts', 'support', 'server', 'web'],
  channels: ['understanding', 'conversation', 'accounts', 'support', 'server', 'web'],
  conversation: ['server', 'web', 'storage'],
  support: ['understanding/languages', 'conversation', 'server', 'web'],
  server: ['web'],
};

const tools = ['scripts/**', 'test/**', 'bench/**'];

function restrictions(wing) {
  const wingFolder = `src/${wing}/`;
  const patterns = (closedTo[wing] ?? []).map((other) => ({
    group: [`**/${other}/**`, `!./**`],
    message: `src/${wing} must not know src/${other}: see ARCHITECTURE.md.`,
  }));
  return { files: [`${wingFolder}**/*.ts`], patterns };
}

/** ESLint keeps only the last value of a rule for a file, so the import rules are put together per wing. */
const importRules = Object.keys(closedTo).map((wing) => {
  const { files, patterns } = restrictions(wing);
  return {
    files,
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            ...patterns,
            ...packageHomes
              .filter(
                ([, , homes]) =>
                  !homes.some(
                    (home) => home.startsWith(`src/${wing}/`) || home.startsWith('src/**'),
                  ),
              )
              .map(([group, message]) => ({ group: [group], message })),
          ],
        },
      ],
    },
  };
});

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
  ...importRules,
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
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', URL: 'readonly', module: 'writable' },
    },
  },
  prettier,
);
