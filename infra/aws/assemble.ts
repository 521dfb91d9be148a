import { rasteriserFiles } from '@insatskollen/functions/exports/rasterise.ts';
import { packFontFiles } from '@insatskollen/functions/packs/fonts.ts';
import { build, type Metafile } from 'esbuild';
import { chmodSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const SERVER = 'infra/server/main';
export const NOTICES = 'infra/server/notices';
export const IMPORTS = 'infra/server/imports';
export const SOCIETY = 'infra/server/society';
export const PACKS = 'infra/server/packs';
const PAGES = 'web/build';

export interface Sources {
  /** The server's entry, in TypeScript. */
  server: string;
  /** The folder of the built pages. */
  pages: string;
  /** What the stream and schedules run, by path in the repository without its ending. */
  jobs?: readonly string[];
  /** What the server reads of packages as it runs, and no bundler can see: each as `package/file`. */
  files?: readonly string[];
}
const ours: Sources = {
  server: join(repository, `${SERVER}.ts`),
  pages: join(repository, PAGES),
  jobs: [NOTICES, IMPORTS, SOCIETY, PACKS],
  files: [...new Set([...rasteriserFiles, ...packFontFiles])],
};

/**
 * Puts what the function needs into a folder, laid out as in the repository so that the server finds its pages where it always does:
 * the server as one file, the built pages with their static files, and the script that starts it. Nothing is fetched.
 */
export async function assembleServer(folder: string, sources: Sources = ours): Promise<string> {
  const handler = join(sources.pages, 'handler.js');
  if (!existsSync(handler)) throw new Error('The pages are not built: run “npm run build” first.');
  await requireNoPackages(handler);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await bundleServer(sources.server, join(folder, `${SERVER}.js`));
  for (const job of sources.jobs ?? []) await bundleServer(join(repository, `${job}.ts`), join(folder, `${job}.js`));
  cpSync(sources.pages, join(folder, PAGES), { recursive: true, filter: (path) => !path.endsWith('.map') });
  for (const file of sources.files ?? []) copyPackageFile(file, folder);
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ type: 'module' })}\n`);
  cpSync(join(repository, 'infra/aws/run.sh'), join(folder, 'run.sh'));
  chmodSync(join(folder, 'run.sh'), 0o755);
  return folder;
}

/** Copies a file of a package to where the same name finds it from the server, with what says that it may be asked for. */
function copyPackageFile(file: string, folder: string): void {
  const name = file
    .split('/')
    .slice(0, file.startsWith('@') ? 2 : 1)
    .join('/');
  for (const wanted of [file, `${name}/package.json`]) {
    const to = join(folder, 'node_modules', wanted);
    mkdirSync(dirname(to), { recursive: true });
    cpSync(join(repository, 'node_modules', wanted), to);
  }
}

async function bundleServer(entry: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    minifySyntax: true,
    minifyWhitespace: true, // names are kept: a line in the log should say where
    legalComments: 'none',
    logLevel: 'warning',
    // Packages that were written for CommonJS ask for Node's own modules by `require`.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
}

/** The built pages run where no packages are installed. */
async function requireNoPackages(handler: string): Promise<void> {
  const { metafile } = await build({
    entryPoints: [handler],
    outdir: 'nowhere',
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  const packages = importsLeft(metafile).filter((path) => !isBuiltin(path));
  if (packages.length > 0)
    throw new Error(
      `The built pages import ${packages.join(', ')}, which would not be there: bundle them in vite.config.ts.`,
    );
}

const importsLeft = ({ outputs }: Metafile): string[] => [
  ...new Set(
    Object.values(outputs).flatMap(({ imports }) => imports.filter((one) => one.external).map(({ path }) => path)),
  ),
];
