import { entryWithout, withheldFrom } from '@insatskollen/shared/agreements/confidential.ts';
import { isOutsideWindows, type Window } from '@insatskollen/shared/calendar/periods.ts';
import { readsForRegion } from '@insatskollen/shared/people/permissions.ts';
import type { Caller } from '@insatskollen/shared/people/person.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';
import { countsIn } from '@insatskollen/shared/summary/share.ts';
import { stockStandings } from '@insatskollen/shared/summary/stock.ts';
import { z } from 'zod';
import { agreementsOf } from '../agreements/store.ts';
import type { Deps } from '../deps.ts';
import { mount, type Api } from '../http/endpoint.ts';
import { invalidCursor, keysOf, pageOf, readCursor, writeCursor } from '../http/paging.ts';
import { namesOf } from '../people/names.ts';
import { libraryOf } from '../strategy/library.ts';
import { chainKey, contributionPartition } from '../table/keys.ts';
import { countedThen, readContribution, type Contribution } from './contributions.ts';
import { groupsOf, windowFrom } from './answer.ts';
import { ContributionsQuerySchema, ContributionsSchema, type ContributionRowSchema } from './schemas.ts';

type Row = z.infer<typeof ContributionRowSchema>;
type Query = z.output<typeof ContributionsQuerySchema>;

/** What a figure is made of: one row for each approved version that answered. */
export function mountContributions(api: Api, deps: Deps): void {
  mount(
    api,
    deps,
    {
      method: 'get',
      path: '/summary/contributions',
      summary: 'What a figure is made of: report, version, answer, comment, approver, time',
      action: 'contributions.read',
      query: ContributionsQuerySchema,
      answer: ContributionsSchema,
    },
    async (call) => {
      const { items, nextCursor } = await contributionPage(deps, call);
      return call.json({
        items,
        nextCursor,
        people: await namesOf(
          deps,
          items.map((row) => row.approvedBy),
        ),
      });
    },
  );
}

/** One page of what a figure is made of, as the caller may see it. */
export async function contributionPage(
  deps: Deps,
  call: { caller: Caller; query: Query; language: 'sv' | 'en' },
): Promise<{ items: Row[]; nextCursor: string | null }> {
  const { query } = call;
  const window = windowFrom(query.from, query.to);
  const library = await libraryOf(deps);
  const kind = library.indicators.get(query.indicator)?.kind;
  const areas = areasOf(query, library);
  if (!kind || !areas) throw new Refused('notFound');
  // Of a stock only the period's last day lies in the window, which the question to the table has seen to.
  const { person } = call.caller;
  const seen = (row: Contribution) =>
    (query.asOf === undefined ? row.leftAt === null : countedThen(row, query.asOf)) &&
    mayRead(call.caller, row) &&
    (kind === 'stock' ? !isOutsideWindows(row.period) : countsIn(row.period, window));
  const { items, nextCursor } =
    kind === 'stock'
      ? pageOf(await stockRows(deps, areas, window, query, seen), call)
      : await rowsByPage(deps, areas, window, call, seen);
  // Coordinators see all that is confidential, so for them no agreement is asked.
  const agreements = person.roles.includes('coordinator')
    ? []
    : await agreementsOf(
        deps.table,
        items.map(({ agreementId }) => agreementId),
      );
  const withheld = new Map(agreements.map((one) => [one.id, withheldFrom(person, one)]));
  return {
    items: items.map((row) => ({
      ...row,
      answer: entryWithout(withheld.get(row.agreementId) ?? [], row.indicatorId, row.answer),
    })),
    nextCursor,
  };
}

function areasOf(query: Query, library: Awaited<ReturnType<typeof libraryOf>>): readonly string[] | undefined {
  const by = query.strategicArea === undefined ? 'focusArea' : 'strategicArea';
  const wanted = query.strategicArea ?? query.focusArea;
  if (wanted === undefined) return library.focusAreas;
  return groupsOf(library, by).find((group) => group.id === wanted)?.focusAreas;
}

/** The region's roles see every row, reporters those of their own actors. */
const mayRead = ({ person }: Caller, row: Contribution): boolean =>
  readsForRegion(person.roles) || person.actorIds.includes(row.actorId);

const boundsOf = (area: string, window: Window) => ({
  ':pk': contributionPartition('official', area),
  ':from': window.start,
  ':to': `${window.end}$`,
});
const input = (area: string, window: Window) => ({
  KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
  ExpressionAttributeValues: boundsOf(area, window),
  ConsistentRead: true,
});

const CursorSchema = z.strictObject({
  area: z.int().min(0),
  key: z.strictObject({ pk: z.string(), sk: z.string() }).optional(),
});
/** Whether a cursor's keys are a place in an area's rows, and not of another list or changed on the way. */
function isIn(area: string | undefined, window: Window, { pk, sk }: Record<string, string>): boolean {
  const bounds = boundsOf(area ?? '', window);
  return pk === bounds[':pk'] && sk !== undefined && sk >= bounds[':from'] && sk <= bounds[':to'];
}

function toRow(row: Contribution, indicatorId: string, standing: Row['standing']): Row[] {
  const answer = row.values[indicatorId];
  if (!answer) return [];
  const { agreementId, period, version, actorId, initiativeId, focusArea, correcting, approvedAt, approvedBy } = row;
  const who = { agreementId, period, version, actorId, initiativeId, focusArea };
  return [{ ...who, indicatorId, answer, standing, correcting, approvedAt, approvedBy }];
}

/** Rows of one area after the other; a page ends with the table's own place in the list. */
async function rowsByPage(
  deps: Deps,
  areas: readonly string[],
  window: Window,
  { query, language }: { query: Query; language: 'sv' | 'en' },
  seen: (row: Contribution) => boolean,
) {
  const cursor = readCursor(query.cursor, CursorSchema, language);
  let at = cursor?.area ?? 0;
  let from: Record<string, string> | undefined = cursor?.key;
  if (at >= areas.length || (from && !isIn(areas[at], window, from))) throw invalidCursor(language);
  const items: Row[] = [];
  while (at < areas.length && items.length < query.limit) {
    const area = areas[at];
    if (area === undefined) break;
    const page = await deps.table.query({
      ...input(area, window),
      Limit: query.limit - items.length,
      ...(from ? { ExclusiveStartKey: from } : {}),
    });
    items.push(
      ...page.items
        .map(readContribution)
        .filter(seen)
        .flatMap((row) => toRow(row, query.indicator, 'counts')),
    );
    from = page.lastKey && keysOf(page.lastKey);
    if (!from) at += 1;
  }
  const more = at < areas.length;
  return { items, nextCursor: more ? writeCursor({ area: at, ...(from ? { key: from } : {}) }) : null };
}

/** Of a stock, each chain's latest value counts: its other rows are there too, and say so. */
async function stockRows(
  deps: Deps,
  areas: readonly string[],
  window: Window,
  query: Query,
  seen: (row: Contribution) => boolean,
): Promise<Row[]> {
  const pages = await Promise.all(areas.map((area) => deps.table.queryAll(input(area, window))));
  const rows = pages.flat().map(readContribution).filter(seen);
  const chains = [...new Set(rows.map((row) => row.chain))];
  const ends = new Map<string, string>();
  for (let n = 0; n < chains.length; n += 100) {
    const items = await deps.table.getMany(chains.slice(n, n + 100).map((chain) => chainKey(chain, 'official')));
    for (const item of items) if (item) ends.set(String(item['pk']).replace(/^CHAIN#/, ''), String(item['end']));
  }
  const valued = rows.filter((row) => row.values[query.indicator]?.kind === 'value');
  const standing = stockStandings(
    valued.map((row) => ({ row, chain: row.chain, periodEnd: row.periodEnd, order: row.chainOrder })),
    ends,
    window,
  );
  const standingOf = new Map([...standing].map(([{ row }, how]) => [row, how]));
  return rows.flatMap((row) => toRow(row, query.indicator, standingOf.get(row) ?? 'counts'));
}
