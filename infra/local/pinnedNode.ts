import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The version that the product is made for. npm scripts find the pinned one first; whoever comes another way is moved over to it. */
const WANTED = 24;

if (Number(process.versions.node.split('.')[0]) < WANTED) {
  const pinned = fileURLToPath(new URL('../../node_modules/node/bin/node', import.meta.url));
  if (!existsSync(pinned) || !process.execve || process.env['INSATSKOLLEN_MOVED_NODE']) {
    console.error(
      `Insatskollen behöver Node ${WANTED} och körs här med ${process.versions.node}. Kör npm ci och starta med npm start.`,
    );
    process.exit(1);
  }
  process.execve(pinned, [pinned, ...process.execArgv, ...process.argv.slice(1)], {
    ...process.env,
    INSATSKOLLEN_MOVED_NODE: '1',
  });
}
