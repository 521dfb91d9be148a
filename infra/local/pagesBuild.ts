import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hindrance } from './hindrance.ts';
import { spawnOnLifeline } from './lifeline.ts';
import { takeLock, type Lock } from './lock.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const web = join(root, 'web');
const handler = join(web, 'build', 'handler.js');
/** Says of which sources the built pages are. The build empties its folder first, so it is there only when the build was whole. */
const builtOf = join(web, 'build', 'sources.sha256');

/** What the pages are built from: all of the web room, the rules that they share, and the versions of everything. */
const sources = [
  'web/src',
  'web/static',
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

/** The contents and not the times: a fresh clone of what is built already is not built again. */
function fingerprintOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesAt).sort())
    hash
      .update(`${file}\n`)
      .update(readFileSync(join(root, file)))
      .update('\n');
  return hash.digest('hex');
}

function filesAt(path: string): string[] {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found ? [path] : [];
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

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
  );
  let said = '';
  builder.stderr?.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-4_000)));
  await once(builder, 'close');
  if (builder.exitCode !== 0 || !existsSync(handler))
    throw new Hindrance(`Sidorna går inte att bygga.\n${withoutStack(said)}`);
}

const withoutStack = (text: string): string => text.replaceAll(/^\s+at .*\n?/gm, '').trim();
