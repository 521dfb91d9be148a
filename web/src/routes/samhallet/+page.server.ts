import type { PageServerLoad } from './$types';
import { readSociety } from './read.server.ts';
import { rowsOf } from './rows.server.ts';

const SHOWN_YEARS = 8;

/** What is measured on society, by group: the county's latest values, or where it has none those of its municipalities. */
export const load: PageServerLoad = async (event) => {
  const from = String(Number(event.locals.now.slice(0, 4)) - SHOWN_YEARS);
  const { groups, geographies, items } = await readSociety(event, { from });
  const names = new Map(items.map(({ id, name }) => [String(id), name]));
  const shown = items.map((societal) => ({
    ...{ id: String(societal.id), number: societal.sourceId, name: societal.name, decimals: societal.decimals },
    ...{ group: societal.group, sourceVerified: societal.sourceVerified, until: societal.until },
    replacedBy:
      societal.replacedBy === null ? null : { id: String(societal.replacedBy), name: names.get(societal.replacedBy) },
    note: societal.series.flatMap(({ source }) => (source.type === 'manual' ? [source.note] : []))[0] ?? null,
    suspected: societal.suspected.length > 0,
    ...rowsOf(societal, geographies),
  }));
  return {
    madeUp: items.some(({ values }) => values.some(({ synthetic }) => synthetic)),
    groups: groups.map((group) => ({ group, items: shown.filter((one) => one.group === group) })),
  };
};
