import { DatabaseSync } from 'node:sqlite';

/** Held until released, or until the process that holds it is gone. */
export interface Lock {
  release(): void;
}

/**
 * Takes a lock that one process at a time can have, or answers `undefined`. It is the operating system's own lock on a file: it is
 * let go of when its process ends, however it ends, so it is never stale and no process number has to be believed.
 */
export function takeLock(file: string): Lock | undefined {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (error instanceof Error && /locked|busy/i.test(error.message)) return undefined;
    throw error;
  }
  return { release: () => database.close() };
}
