import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { Hindrance } from './hindrance.ts';

/** Everything that is kept on one machine lies in one folder, under these names. */
export const fileNames = {
  table: 'table.db',
  store: 'store.json',
  clock: 'clock.json',
  running: 'running.json',
  lock: 'lock.db',
  stream: 'stream.json',
} as const;

/** Files beside these that the engine and the lock make for themselves. */
export const allFiles = (dataDir: string): string[] =>
  Object.values(fileNames).flatMap((name) => ['', '-wal', '-shm', '-journal'].map((end) => join(dataDir, name + end)));

/** Makes the folder if it is not there, and refuses one that cannot be written in. */
export function openDataFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    throw new Hindrance(`Det går inte att skriva i mappen ${dataDir}. Ange en annan i DATA_DIR.`);
  }
}

/** What a file of ours says, or `undefined` when it is not there or is half written. */
export function readJson<S extends z.ZodType>(file: string, schema: S): z.output<S> | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Writes a file whole or not at all. */
export function writeJson(file: string, content: object): void {
  const beside = `${file}.${process.pid}.new`;
  writeFileSync(beside, `${JSON.stringify(content)}\n`, { mode: 0o600 });
  renameSync(beside, file);
}
