import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  // Everything is bundled, so that the built server needs neither sources nor packages beside it.
  ssr: { noExternal: [/./] },
  build: {
    // No data: addresses, which the content security policy refuses.
    assetsInlineLimit: 0,
  },
  plugins: [
    sveltekit({
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
