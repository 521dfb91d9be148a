import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';

/** What is written in Svelte: components, and the modules that hold their state. All other code is linted by oxlint, which knows its types. */
export default defineConfig(
  { ignores: ['**/.svelte-kit/', 'web/build/', '**/*.{js,ts}', '!**/*.svelte.ts'] },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    extends: [js.configs.recommended, ts.configs.recommended, svelte.configs.recommended, svelte.configs.prettier],
    languageOptions: { globals: globals.browser, parserOptions: { parser: ts.parser } },
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'start' }],
      'object-shorthand': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      // Addresses are whole paths: the product answers at the root of its host, in every stage.
      'svelte/no-navigation-without-resolve': 'off',
      // A space that must stay is written so, or the formatter takes it.
      'svelte/no-useless-mustaches': 'off',
    },
  },
  {
    // svelte-check knows the types here. What only a linter finds by them is a promise that nobody waits for: so promises are kept
    // out of components.
    files: ['**/*.svelte'],
    rules: {
      'no-undef': 'off',
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
);
