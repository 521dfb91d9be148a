import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Where Node keeps what it has made of our sources, so that the next start has less to do. Of no importance if it cannot be written. */
export const compileCacheFolder = fileURLToPath(new URL('../../.cache/node', import.meta.url));

enableCompileCache(compileCacheFolder);
