import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import { defineConfig, globalIgnores } from 'eslint/config'
import ts from 'typescript-eslint'

const unextended = {
  regex: '^\\.{1,2}(?:/|$)(?!.*\\.(?:ts|js|cjs|mjs|svelte|css|json|svg|txt)(?:\\?[\\w&]+)?$)',
  message: 'Name the file with its extension: ./name.ts.',
}

const impure = 'src/core takes no clock, chance, locale or console: let the caller pass the value in.'

export default defineConfig(
  globalIgnores(['out/', 'dist/', 'coverage/', 'test-results/', 'playwright-report/', '.cache/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  js.configs.recommended,
  ts.configs.strictTypeChecked,
  ts.configs.stylisticTypeChecked,
  svelte.configs.recommended,
  svelte.configs.prettier,

  {
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        // The same for every file, or the project service starts anew at each change.
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      eqeqeq: 'error',
      'no-restricted-imports': ['error', { patterns: [unextended] }],

      // Raw text holds form feeds, ideographic spaces and zero-width characters, and patterns must name them.
      'no-control-regex': 'off',
      'no-irregular-whitespace': [
        'error',
        { skipStrings: true, skipRegExps: true, skipTemplates: true, skipComments: true },
      ],

      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // `match` and `exec` differ in nothing that matters here.
      '@typescript-eslint/prefer-regexp-exec': 'off',
      // `while (true)` with a return inside is how a scanner reads best.
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },

  {
    files: ['src/**', 'test/**', 'bench/**'],
    rules: { 'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: false }] },
  },

  {
    // Scanners and their tests index all the time, within bounds that they have just checked.
    files: ['src/core/**', 'src/rule-files/**', 'test/**', 'bench/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },

  {
    files: ['src/core/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['Date', 'Intl', 'console', 'globalThis'].map((name) => ({ name, message: impure })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: impure },
        { property: 'localeCompare', message: impure },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'MemberExpression[property.name=/^toLocale/]', message: impure },
        { selector: 'MemberExpression[property.value=/^toLocale/]', message: impure },
      ],
    },
  },

  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    // svelte-check knows the names of the browser.
    rules: { 'no-undef': 'off' },
  },
  {
    // To ESLint an imported component is `any`, and so is what its callbacks are given; svelte-check knows their types.
    files: ['**/*.svelte'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },

  {
    files: ['**/*.js', '**/*.cjs', '**/*.mjs'],
    extends: [ts.configs.disableTypeChecked],
  },
  {
    // A runner for Node and a script for the browser: neither is compiled, so nobody lists the names that they find there.
    files: ['test/e2e/*.js', 'test/e2e/*.mjs', 'test/shell/double/*.js', 'bench/*.mjs'],
    rules: { 'no-undef': 'off' },
  },
  { files: ['**/*.cjs'], languageOptions: { sourceType: 'commonjs' } },
)
