import { stockholmDay } from '@insatskollen/shared/calendar/days.ts';
import type { ReadTable } from '@insatskollen/shared/exports/readRows.ts';
import { fieldChanges } from '@insatskollen/shared/history/fieldChanges.ts';
import { InitiativeContentSchema, type InitiativeContent } from '@insatskollen/shared/initiatives/initiativeContent.ts';
import { initiativeFaults } from '@insatskollen/shared/initiatives/initiativeFaults.ts';
import { freeId, slugOf, slugPattern } from '@insatskollen/shared/slug.ts';
import { allAgreements } from '../agreements/store.ts';
import type { Deps } from '../deps.ts';
import { parse } from '../http/faults.ts';
import { contextOf } from '../initiatives/routes.ts';
import { libraryNow } from '../strategy/library.ts';
import { thingsOf } from '../strategy/things.ts';
import { isStale, patched, textIn, type Entry, type Plan } from './plan.ts';

const badId = {
  sv: { code: 'notAnId', message: 'Skriv id med små bokstäver a–z, siffror och bindestreck, eller lämna tomt.' },
  en: { code: 'notAnId', message: 'Write the id in lower case a–z, digits and hyphens, or leave it blank.' },
};

/** Plans what a file of initiatives would do: each row a thing that is there by its id, or a new one. */
export async function planInitiatives(deps: Deps, table: ReadTable, language: 'sv' | 'en'): Promise<Plan> {
  const [library, agreements, things] = await Promise.all([
    libraryNow(deps),
    allAgreements(deps.table),
    thingsOf(deps, 'initiative'),
  ]);
  const today = stockholmDay(deps.businessNow());
  const context = contextOf({ id: '', reason: null, language, today, library, agreements: [] });
  const agreementsOf = Map.groupBy(agreements, ({ initiativeId }) => initiativeId);
  const errors = [...table.faults];
  const wanted = new Map<
    string,
    { row: number; before: InitiativeContent | undefined; entry: Entry & { kind: 'initiative' } }
  >();
  let unchanged = 0;
  for (const row of table.rows) {
    const given = textIn(row, 'id');
    const stored = given === null ? undefined : things.get(given);
    if (given !== null && wanted.has(given)) errors.push(table.say(row.row, 'id', 'rowTwice'));
    if (given !== null && !stored && (!slugPattern.test(given) || given.length > 100))
      errors.push(table.say(row.row, 'id', badId[language]));
    const read = parse(InitiativeContentSchema, patched(withoutId(stored?.content ?? {}), row), language);
    if ('errors' in read) {
      errors.push(...read.errors.map((fault) => table.say(row.row, fault.path, fault)));
      continue;
    }
    const before = stored && InitiativeContentSchema.parse(withoutId(stored.content));
    const id = given ?? freeId(slugOf(read.data.title, 'insats'), (one) => things.has(one) || wanted.has(one));
    if (before && fieldChanges(before, read.data).length === 0) {
      unchanged += 1;
      continue;
    }
    if (stored && isStale(row, stored.version)) errors.push(table.say(row.row, 'version', 'stale'));
    const entry = {
      kind: 'initiative',
      id,
      from: stored?.version ?? null,
      reason: textIn(row, 'reason'),
      after: read.data,
    } as const;
    wanted.set(id, { row: row.row, before, entry });
  }
  // They may point at each other, so each is checked among all of them as they will be.
  const initiatives = new Map<string, Pick<InitiativeContent, 'continuedIn' | 'partOf'>>(library.initiatives);
  for (const [id, { entry }] of wanted) initiatives.set(id, entry.after);
  for (const [id, { row, before, entry }] of wanted) {
    const around = { ...context, id, reason: entry.reason, initiatives, agreements: agreementsOf.get(id) ?? [] };
    errors.push(...initiativeFaults(entry.after, before, around).map((fault) => table.say(row, fault.path, fault)));
  }
  const entries = [...wanted.values()].map(({ entry }) => entry);
  const created = entries.filter(({ from }) => from === null).length;
  return { rows: table.rows.length, created, changed: entries.length - created, unchanged, errors, entries };
}

const withoutId = (content: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(content).filter(([name]) => name !== 'id' && name !== 'version'));
