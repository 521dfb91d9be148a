import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fingerprintOf, root } from './fingerprint.ts';
import { Hindrance } from './hindrance.ts';
import { spawnOnLifeline } from './lifeline.ts';
import { takeLock, type Lock } from './lock.ts';

const web = join(root, 'web');
const handler = join(web, 'build', 'handler.js');
/** Says of which sources the built pages are. The build empties its folder first, so it is there only when the build was whole. */
const builtOf = join(web, 'build', 'sources.sha256');

/** What the pages are built from: all of the web room, the rules that they share, and the versions of everything. */
const sources = [
  'web/src',
  'web/static',
  'web/session.js',
  'web/package.json',
  'web/tsconfig.json',
  'web/vite.config.ts',
  'shared',
  'package-lock.json',
];

/** Builds the pages if they are not built from these very sources, and answers where their handler is. */
export async function buildPages(tell: (text: string) => void): Promise<string> {
  if (areBuilt()) return handler;
  const lock = await lockOfBuild();
  try {
    if (!areBuilt()) {
      tell('Bygger sidorna. Det tar en stund första gången.');
      const fingerprint = fingerprintOf(sources);
      await build();
      writeFileSync(builtOf, fingerprint);
    }
  } finally {
    lock.release();
  }
  return handler;
}

const areBuilt = (): boolean =>
  existsSync(handler) && existsSync(builtOf) && readFileSync(builtOf, 'utf8') === fingerprintOf(sources);

/** One build at a time in a checkout, however many are started at once. */
async function lockOfBuild(): Promise<Lock> {
  const folder = join(web, '.svelte-kit');
  mkdirSync(folder, { recursive: true });
  for (;;) {
    const lock = takeLock(join(folder, 'build-lock.db'));
    if (lock) return lock;
    await new Promise((done) => setTimeout(done, 200));
  }
}

async function build(): Promise<void> {
  const vite = createRequire(join(web, 'package.json')).resolve('vite/package.json');
  const builder = spawnOnLifeline(
    process.execPath,
    [join(dirname(vite), 'bin', 'vite.js'), 'build', '--logLevel', 'warn'],
    web,
    // What is tested is what is run: without this, a build that tests ask for is one for development, and larger.
    { ...process.env, NODE_ENV: 'production' },
  );
  let said = '';
  builder.stderr?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-4_000)));
  await once(builder, 'close');
  if (builder.exitCode !== 0 || !existsSync(handler))
    throw new Hindrance(`Sidorna går inte att bygga.\n${withoutStack(said)}`);
}

const withoutStack = (text: string): string => text.replaceAll(/^\s+at .*\n?/gm, '').trim();
