import { join } from 'node:path';
import { fileNames } from './dataFolder.ts';
import { Hindrance } from './hindrance.ts';
import { takeLock, type Lock } from './lock.ts';
import { readRunning } from './running.ts';

/** How long a tool of the command line may have the data to itself before a server that starts gives up waiting. */
const TOOL_MS = 15_000;
const PAUSE_MS = 100;

const lockIn = (dataDir: string): Lock | undefined => takeLock(join(dataDir, fileNames.lock));
const pause = () => new Promise((done) => setTimeout(done, PAUSE_MS));

/** Takes the folder for a server. A second server on the same data is refused; a tool that has it for a moment is waited for. */
export async function lockForServer(dataDir: string): Promise<Lock> {
  for (let waited = 0; ; waited += PAUSE_MS) {
    const lock = lockIn(dataDir);
    if (lock) return lock;
    const running = readRunning(dataDir);
    if (running && isAlive(running.pid)) {
      throw new Hindrance(
        `Insatskollen är redan igång med data i ${dataDir}, på ${running.origin} (process ${running.pid}). Avsluta den först, eller ange en annan DATA_DIR.`,
      );
    }
    if (waited >= TOOL_MS)
      throw new Hindrance(
        `Data i ${dataDir} används av något annat just nu. Vänta en stund, eller ange en annan DATA_DIR.`,
      );
    await pause();
  }
}

/** Takes the folder for a tool, or answers with the server that has it. */
export async function lockForTool(dataDir: string): Promise<Lock | 'server'> {
  for (let waited = 0; ; waited += PAUSE_MS) {
    const lock = lockIn(dataDir);
    if (lock) return lock;
    const running = readRunning(dataDir);
    if (running && isAlive(running.pid)) return 'server';
    if (waited >= 2 * TOOL_MS)
      throw new Hindrance(`Data i ${dataDir} används av något annat just nu. Försök igen om en stund.`);
    await pause();
  }
}

/** Only for words and for what a server left behind: whether it has the data, the lock says. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
