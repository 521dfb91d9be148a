import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { fileNames, readJson, writeJson } from './dataFolder.ts';
import { Hindrance } from './hindrance.ts';
import type { LocalSettings } from './settings.ts';

const StoreSchema = z.object({
  /** In someone else's engine it has a name of its own: several folders may have their tables there. */
  tableName: z.string(),
  demo: z.boolean(),
  /** Where the sign-in service had its address last: identities are bound to it. */
  issuer: z.url().optional(),
});
export type Store = z.infer<typeof StoreSchema>;

/** What is known of the data in a folder, or `undefined` when nothing has been started there. */
export function readStore(dataDir: string): Store | undefined {
  const file = join(dataDir, fileNames.store);
  const store = readJson(file, StoreSchema);
  if (!store && existsSync(file))
    throw new Hindrance(`Filen ${file} går inte att läsa. Ange en annan DATA_DIR, eller töm mappen med npm run reset.`);
  return store;
}

export const writeStore = (dataDir: string, store: Store): void => writeJson(join(dataDir, fileNames.store), store);

/** In an engine of one's own there is nobody to be mistaken for. */
export const embeddedTableName = 'insatskollen';

/** The data of the folder, begun if there are none. Made-up and real reports never share a folder. */
export function openOrBeginStore({ dataDir, demo, endpoint }: LocalSettings): Store {
  const known = readStore(dataDir);
  if (!known) {
    const tableName = endpoint === undefined ? embeddedTableName : `insatskollen-${randomBytes(6).toString('hex')}`;
    const begun = { tableName, demo: demo ?? true };
    writeStore(dataDir, begun);
    return begun;
  }
  if (demo !== undefined && demo !== known.demo) {
    throw new Hindrance(
      known.demo
        ? `Mappen ${dataDir} innehåller demons påhittade data och kan inte startas utan dem. Ange en annan DATA_DIR, eller töm den med npm run reset.`
        : `Mappen ${dataDir} är startad utan demo, och påhittade data läggs aldrig bland riktiga. Ange en annan DATA_DIR, eller starta med DEMO=0.`,
    );
  }
  return known;
}
