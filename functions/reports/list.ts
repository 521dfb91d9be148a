import { reportAccess } from '@insatskollen/shared/people/permissions.ts';
import type { Person } from '@insatskollen/shared/people/person.ts';
import type { Head, ReportState } from '@insatskollen/shared/reports/head.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { invalidCursor, keysOf, KeysSchema, readCursor, writeCursor } from '../http/paging.ts';
import { libraryOf } from '../strategy/library.ts';
import { actorPartition, periodPartition, submittedPartition } from '../table/keys.ts';
import { readHead } from './headStore.ts';
import { forPermission } from './load.ts';

/** Queries a page may cost: a filter that finds little gives a short page with a cursor. */
const QUERIES_A_PAGE = 20;

export interface Wanted {
  actor?: string | undefined;
  period?: string | undefined;
  state?: ReportState | undefined;
  focusArea?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

const CursorSchema = z.strictObject({ source: z.int().min(0), key: KeysSchema.optional() });

interface Source {
  index: 'gsi1' | 'gsi2' | 'gsi3';
  partition: string;
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
  for (let queries = 0; at < sources.length && heads.length < wanted.limit && queries < QUERIES_A_PAGE; queries++) {
    const source = sources[at];
    if (!source) break;
    const page = await queryPage(deps, source, wanted.limit - heads.length, from);
    heads.push(
      ...page.heads.filter((head) => matches(head, wanted) && reportAccess(person, forPermission(head)) !== 'none'),
    );
    from = page.next;
    if (!from) at += 1;
  }
  const more = at < sources.length;
  return { heads, nextCursor: more ? writeCursor({ source: at, ...(from ? { key: from } : {}) }) : null };
}

/** The fewest partitions that hold all that is wanted and allowed. */
async function sourcesFor(deps: Deps, person: Person, wanted: Wanted): Promise<Source[]> {
  const everything = person.roles.includes('coordinator') || person.roles.includes('leader');
  const byActor = (actor: string): Source => ({ index: 'gsi1', partition: actorPartition(actor), forward: false });
  if (wanted.actor !== undefined)
    return everything || person.actorIds.includes(wanted.actor) ? [byActor(wanted.actor)] : [];
  if (!everything) return person.actorIds.map(byActor);
  if (wanted.state === 'submitted') return [{ index: 'gsi2', partition: submittedPartition, forward: true }];
  if (wanted.period !== undefined) return [{ index: 'gsi3', partition: periodPartition(wanted.period), forward: true }];
  return [...(await libraryOf(deps)).actors.keys()].map(byActor);
}

/** Whether a cursor's keys are a place in the list, and not of another one or changed on the way. */
function isIn(source: Source | undefined, keys: Record<string, string>): boolean {
  const names = source ? ['pk', 'sk', `${source.index}pk`, `${source.index}sk`] : [];
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
  return { heads: items.map(readHead), next: lastKey && keysOf(lastKey) };
}

const matches = (head: Head, wanted: Wanted): boolean =>
  (wanted.actor === undefined || head.actorId === wanted.actor) &&
  (wanted.period === undefined || head.period === wanted.period) &&
  (wanted.state === undefined || head.state === wanted.state) &&
  (wanted.focusArea === undefined || head.focusArea === wanted.focusArea);
