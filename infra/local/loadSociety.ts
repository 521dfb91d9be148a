import type { Deps } from '@insatskollen/functions/deps.ts';
import { societalOf, valuesOf } from '@insatskollen/functions/societal/store.ts';
import { societalWrites } from '@insatskollen/functions/societal/writes.ts';
import { metaKey } from '@insatskollen/functions/table/keys.ts';
import { takenIn, type SocietalValue } from '@insatskollen/shared/societal/value.ts';
import { readDemoSociety } from './data/read.ts';

const SOURCE = 'Påhittat för demon';

/** Writes the demo's made-up values of society as a coordinator entered them, each time at its own time. Done once. */
export async function loadDemoSociety(deps: Pick<Deps, 'table' | 'systemNow'>, by: string): Promise<void> {
  if (await deps.table.get(metaKey('demoSociety'))) return;
  for (const { writtenAt, values } of readDemoSociety()) {
    const at = new Date(writtenAt).toISOString();
    for (const [id, its] of Map.groupBy(values, ({ indicator }) => indicator)) {
      const incoming = its.flatMap(({ series, gender, geography, from, values: years }) =>
        years.map((value, n): SocietalValue => {
          const period = String(Number(from) + n);
          const besides = { source: SOURCE, sourceDate: null, how: 'entered', at, synthetic: true } as const;
          return { series, geography, period, gender, value, ...besides };
        }),
      );
      const before = await societalOf(deps.table, id);
      if (!before) throw new Error(`there is no ${id} in what is followed of society`);
      const known = await valuesOf(deps.table, id);
      const { after: all, news } = takenIn(known, incoming);
      const change = { before, values: { all, news, known }, what: 'entered' as const, by, reason: SOURCE };
      if (news.length > 0)
        await deps.table.transact(societalWrites({ businessNow: () => new Date(writtenAt) }, change));
    }
  }
  await deps.table.put({ Item: { ...metaKey('demoSociety'), loadedAt: deps.systemNow().toISOString() } });
}
