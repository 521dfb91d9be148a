import type { Deps } from '@insatskollen/functions/deps.ts';
import type { Table } from '@insatskollen/functions/table/client.ts';
import { newId } from '../server/ids.ts';
import { demoTimeOf } from './clock.ts';
import { demoBeginsAt } from './data/read.ts';
import { openDataFolder } from './dataFolder.ts';
import { Hindrance } from './hindrance.ts';
import { lockForTool } from './houseLock.ts';
import { readRunning, waitForEngineToEnd } from './running.ts';
import type { LocalSettings } from './settings.ts';
import { readStore } from './store.ts';
import { connectTo, openTableService } from './tableService.ts';

/** Does something with the local data, whether the product runs or not: through its engine when it does, else through one of its own. */
export async function withStore<T>(settings: LocalSettings, act: (deps: Deps) => Promise<T>): Promise<T> {
  const { dataDir, port } = settings;
  const known = readStore(dataDir);
  if (!known)
    throw new Hindrance(`Det finns inga data i ${dataDir}. Starta med npm start först, eller ange en annan DATA_DIR.`);
  openDataFolder(dataDir);
  const lock = await lockForTool(dataDir);
  // Read again: the server may have begun meanwhile, and may have moved.
  const store = readStore(dataDir) ?? known;
  const depsOf = (table: Table, origin: string): Deps => {
    const demoClock = store.demo && settings.clock === 'demo';
    return {
      table,
      businessNow: () => (demoClock ? demoTimeOf(dataDir, demoBeginsAt()) : new Date()),
      systemNow: () => new Date(),
      newId,
      settings: {
        stage: 'local',
        origin,
        demo: store.demo,
        demoClock,
        // Nobody signs in through a tool, so it needs to know who vouches for identities, and no secret.
        openId: { issuer: store.issuer ?? origin, clientId: 'insatskollen', clientSecret: '' },
      },
    };
  };
  if (lock === 'server') {
    const running = readRunning(dataDir);
    if (!running) throw new Hindrance('Insatskollen avslutas just nu. Försök igen om en stund.');
    const table = connectTo(running.endpoint, store.tableName);
    try {
      return await act(depsOf(table, running.origin));
    } finally {
      table.client.destroy();
    }
  }
  try {
    await waitForEngineToEnd(dataDir);
    const service = await openTableService(settings, store.tableName);
    try {
      return await act(depsOf(service.table, `http://localhost:${port}`));
    } finally {
      await service.stop();
    }
  } finally {
    lock.release();
  }
}
