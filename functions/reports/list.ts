import { readsForRegion, reportAccess } from '@insatskollen/shared/people/permissions.ts';
import type { Person } from '@insatskollen/shared/people/person.ts';
import type { Head, ReportState } from '@insatskollen/shared/reports/head.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { invalidCursor, keysOf, KeysSchema, readCursor, writeCursor } from '../http/paging.ts';
import { libraryOf } from '../strategy/library.ts';
import { actorPartition, periodPartition, reopenPartition, submittedPartition } from '../table/keys.ts';
import { readHead } from './headStore.ts';
import { forPermission } from './load.ts';

/** Queries a page may cost: a filter that finds little gives a short page with a cursor. The queue is read again and again. */
const QUERIES_A_PAGE = 20;
const QUERIES_A_PAGE_OF_THE_QUEUE = 1;
/** Reports looked through at once where not all of them are wanted. */
const READ_AT_ONCE = 200;

export interface Wanted {
  actor?: string | undefined;
  period?: string | undefined;
  state?: ReportState | undefined;
  focusArea?: string | undefined;
  /** Only those that their actors have asked to correct. */
  reopenRequested?: boolean | undefined;
  limit: number;
  cursor?: string | undefined;
}

const CursorSchema = z.strictObject({ source: z.int().min(0), key: KeysSchema.optional() });

interface Source {
  index: 'gsi1' | 'gsi2' | 'gsi3';
  partition: string;
  /** The filter that it answers by itself. */
  by: 'actor' | 'state' | 'period' | 'reopen';
  /** Newest period first, except for what waits for review: there the oldest comes first. */
  forward: boolean;
}

/** One page of the reports that the person may know of. */
export async function listReports(
  deps: Deps,
  person: Person,
  wanted: Wanted,
  language: 'sv' | 'en',
): Promise<{ heads: Head[]; nextCursor: string | null }> {
  const sources = await sourcesFor(deps, person, wanted);
  const cursor = readCursor(wanted.cursor, CursorSchema, language);
  let at = cursor?.source ?? 0;
  let from = cursor?.key;
  if (from && !isIn(sources[at], from)) throw invalidCursor(language);
  const heads: Head[] = [];
  const most = sources[0]?.by === 'state' ? QUERIES_A_PAGE_OF_THE_QUEUE : QUERIES_A_PAGE;
  for (let queries = 0; at < sources.length && heads.length < wanted.limit && queries < most; queries++) {
    const source = sources[at];
    if (!source) break;
    const room = wanted.limit - heads.length;
    const page = await queryPage(deps, source, takesAll(person, wanted, source) ? room : READ_AT_ONCE, from);
    const found = page.items.filter(
      ({ head }) => matches(head, wanted) && reportAccess(person, forPermission(head)) !== 'none',
    );
    const taken = found.slice(0, room);
    heads.push(...taken.map(({ head }) => head));
    from = taken.length < found.length ? taken.at(-1)?.place : page.next;
    if (!from) at += 1;
  }
  const more = at < sources.length;
  return { heads, nextCursor: more ? writeCursor({ source: at, ...(from ? { key: from } : {}) }) : null };
}

/** The fewest partitions that hold all that is wanted and allowed. */
async function sourcesFor(deps: Deps, person: Person, wanted: Wanted): Promise<Source[]> {
  const everything = readsForRegion(person.roles);
  // What actors ask of coordinators is between them.
  if (wanted.reopenRequested && everything && !person.roles.includes('coordinator')) return [];
  const byActor = (actor: string): Source => ({
    index: 'gsi1',
    partition: actorPartition(actor),
    by: 'actor',
    forward: false,
  });
  if (wanted.actor !== undefined)
    return everything || person.actorIds.includes(wanted.actor) ? [byActor(wanted.actor)] : [];
  if (!everything) return person.actorIds.map(byActor);
  if (wanted.reopenRequested) return [{ index: 'gsi2', partition: reopenPartition, by: 'reopen', forward: true }];
  if (wanted.state === 'submitted')
    return [{ index: 'gsi2', partition: submittedPartition, by: 'state', forward: true }];
  if (wanted.period !== undefined)
    return [{ index: 'gsi3', partition: periodPartition(wanted.period), by: 'period', forward: true }];
  return [...(await libraryOf(deps)).actors.keys()].map(byActor);
}

/** Whether a cursor's keys are a place in the list, and not of another one or changed on the way. */
function isIn(source: Source | undefined, keys: Record<string, string>): boolean {
  const names = source ? placeNames(source) : [];
  const given = Object.keys(keys);
  return (
    given.length === names.length &&
    names.every((name) => keys[name]) &&
    keys[`${source?.index}pk`] === source?.partition
  );
}

async function queryPage(deps: Deps, source: Source, limit: number, from: Record<string, string> | undefined) {
  const { items, lastKey } = await deps.table.query({
    IndexName: source.index,
    KeyConditionExpression: `${source.index}pk = :pk`,
    ExpressionAttributeValues: { ':pk': source.partition },
    ScanIndexForward: source.forward,
    Limit: limit,
    ...(from ? { ExclusiveStartKey: from } : {}),
  });
  const names = placeNames(source);
  return {
    items: items.map((item) => ({
      head: readHead(item),
      place: Object.fromEntries(names.map((name) => [name, String(item[name])])),
    })),
    next: lastKey && keysOf(lastKey),
  };
}

const placeNames = ({ index }: Source): string[] => ['pk', 'sk', `${index}pk`, `${index}sk`];

/** Whether everything in a source is wanted, so that no more need be read than fits on the page. */
const takesAll = ({ roles }: Person, wanted: Wanted, { by }: Source): boolean =>
  roles.includes('coordinator') &&
  wanted.focusArea === undefined &&
  (!wanted.reopenRequested || by === 'reopen') &&
  (['actor', 'state', 'period'] as const).every((filter) => filter === by || wanted[filter] === undefined);

const matches = (head: Head, wanted: Wanted): boolean =>
  (wanted.actor === undefined || head.actorId === wanted.actor) &&
  (wanted.period === undefined || head.period === wanted.period) &&
  (wanted.state === undefined || head.state === wanted.state) &&
  (wanted.focusArea === undefined || head.focusArea === wanted.focusArea) &&
  (!wanted.reopenRequested || head.reopenRequest !== null);
