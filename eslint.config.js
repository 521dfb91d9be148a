import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';

/** Types by project, so that rules can ask what an expression is; pages have a project of their own. */
const typed = { projectService: true, extraFileExtensions: ['.svelte'] };

/** Components that wait for something: they are linted by type, as TypeScript files are. */
const asynchronous = ['web/src/routes/rapporter/**/WritePage.svelte'];

export default defineConfig(
  { ignores: ['**/node_modules/', '**/.svelte-kit/', 'web/build/', 'cdk.out/', 'data/', '.cache/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.svelte'],
    extends: [ts.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: typed },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/return-await': 'error',
      // What is made of functions here closes over what it needs and has no `this`.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'off',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'start' }],
      'object-shorthand': 'error',
    },
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      // Every test that is there is run; one that cannot be is taken away, with its reason in the history.
      'no-restricted-properties': [
        'error',
        ...['test', 'it', 'describe'].flatMap((object) =>
          ['skip', 'only', 'todo'].map((property) => ({ object, property })),
        ),
      ],
    },
  },
  { files: ['**/*.{ts,js}'], languageOptions: { globals: globals.node } },
  svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { globals: globals.browser, parserOptions: { ...typed, parser: ts.parser } },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    rules: {
      // Addresses are whole paths: the product answers at the root of its host, in every stage.
      'svelte/no-navigation-without-resolve': 'off',
      // A space that must stay is written so, or the formatter takes it.
      'svelte/no-useless-mustaches': 'off',
    },
  },
  {
    files: ['**/*.svelte'],
    rules: {
      // svelte-check knows what bindings and snippets hold; the parser that is used here does not.
      'no-undef': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // To know its types, a component costs seven times what the rest of its lint does. svelte-check has them already, and what
    // only the linter finds by them is a promise that nobody waits for: so promises are kept out of components.
    files: ['**/*.svelte'],
    ignores: asynchronous,
    extends: [ts.configs.disableTypeChecked],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      'svelte/no-unused-props': 'off',
      'svelte/require-store-reactive-access': 'off',
      'no-restricted-syntax': [
        'error',
        ...['AwaitExpression', ':function[async=true]', 'SvelteAwaitBlock', 'Identifier[name="Promise"]'].map(
          (selector) => ({
            selector,
            message: 'Asynchronous work stands in a TypeScript file, where the linter knows its types.',
          }),
        ),
      ],
    },
  },
  { files: ['web/session.js'], languageOptions: { globals: globals.browser } },
  prettier,
  svelte.configs.prettier,
);
