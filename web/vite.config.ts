import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, minify, type Plugin } from 'vite';

/**
 * Few files and large ones: many small ones compress badly, and a form that is fetched on a phone is mostly its script. What
 * every page has is one file, what reads answers another, and the form of a report with its first step a third.
 */
const chunks = [
  // Apart, since the framework fills it in before anything else may begin.
  { name: 'payload', test: /runtime[\\/]client[\\/]payload\.js$/, priority: 4 },
  {
    name: 'frame',
    test: new RegExp(
      [
        /node_modules[\\/](?!@sveltejs[\\/]kit[\\/]src[\\/]runtime[\\/]client[\\/](entry|client-entry)\.js)/,
        /preload-helper/,
        /web[\\/]src[\\/]routes[\\/]\+(layout|error)\.(svelte|ts)/,
        /web[\\/]src[\\/]lib[\\/](format|frame|i18n)[\\/]/,
        /web[\\/]src[\\/]lib[\\/]ui[\\/](Breadcrumb|Button|ErrorSummary|KeptLabel|StatusMark|StatusText)\.svelte/,
        /web[\\/]src[\\/]lib[\\/](marks[\\/]DrawnTrend\.svelte|report[\\/]unsent\.ts)/,
        /shared[\\/]calendar[\\/](days|deadlines|inWords|periods|workdays)\.ts/,
        /shared[\\/](format[\\/]number|charts[\\/]trendEdge)\.ts/,
      ]
        .map(({ source }) => source)
        .join('|'),
    ),
    priority: 3,
  },
  {
    name: 'answers',
    test: /shared[\\/](decimal|reports[\\/])|lib[\\/]report[\\/](answerWords|entries|entryFaults|fields|paths|steps)\.ts/,
    priority: 2,
  },
  { name: 'report', test: /\[period\][\\/](NumbersStep|WritePage)\.svelte$/, priority: 1 },
];

/** `session.js` is loaded by every page beside the framework's scripts, and is made small as they are. */
const sessionScript: Plugin = {
  name: 'session-script',
  applyToEnvironment: ({ name }) => name === 'client',
  async generateBundle() {
    const path = fileURLToPath(new URL('session.js', import.meta.url));
    const { code } = await minify(path, readFileSync(path, 'utf8'), { module: true });
    this.emitFile({ type: 'asset', fileName: 'session.js', source: code });
  },
};

export default defineConfig({
  // Everything is bundled, so that the built server needs neither sources nor packages beside it.
  ssr: { noExternal: [/./] },
  build: {
    // No data: addresses, which the content security policy refuses.
    assetsInlineLimit: 0,
    // What a page begins with is named in its head already.
    modulePreload: false,
  },
  environments: { client: { build: { rolldownOptions: { output: { codeSplitting: { groups: chunks } } } } } },
  plugins: [
    sessionScript,
    sveltekit({
      compilerOptions: { runes: true, discloseVersion: false },
      router: { resolution: 'server' },
      adapter: adapter({ out: 'build', precompress: true }),
      csp: {
        mode: 'nonce',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self'],
          // The framework hides its own announcer of page changes with one style attribute, and nothing else has any.
          'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
          'img-src': ['self', 'data:'],
          'font-src': ['self'],
          'connect-src': ['self'],
          'object-src': ['none'],
          'base-uri': ['none'],
          'frame-ancestors': ['none'],
          // No form-action: signing out is a form whose answer leads on to the sign-in provider, wherever that is.
        },
      },
    }),
  ],
});
