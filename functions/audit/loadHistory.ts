import { randomBytes } from 'node:crypto';
import { expectedReports, pinsOf, stockTargets } from '@insatskollen/shared/agreements/opening.ts';
import { missingFor } from '@insatskollen/shared/reports/complete.ts';
import type { EarlierReport } from '@insatskollen/shared/reports/advice.ts';
import type { Head } from '@insatskollen/shared/reports/head.ts';
import { shareOfAgreement } from '@insatskollen/shared/summary/agreementsRunning.ts';
import type { Standing } from '@insatskollen/shared/summary/standing.ts';
import { chainsOf } from '../agreements/chains.ts';
import { agreementItems } from '../agreements/store.ts';
import { termsFor, withCanonicalDecimals } from '../agreements/terms.ts';
import { termsItem } from '../agreements/termsStore.ts';
import type { Deps } from '../deps.ts';
import { draftToWriteOn, putDraft } from '../reports/draftStore.ts';
import { eventItem, nextEvent } from '../reports/eventStore.ts';
import { headItem } from '../reports/headStore.ts';
import { remarkItem } from '../reports/remarkStore.ts';
import { seriesItem } from '../reports/seriesStore.ts';
import { versionItem } from '../reports/versionStore.ts';
import { libraryOf } from '../strategy/library.ts';
import type { Item } from '../table/client.ts';
import { bookItems } from './bookItems.ts';
import { decidedAt } from './decidedAt.ts';
import { openBooks, takeTransition, takeUp, type Bookkeeping } from './bookkeeping.ts';
import type { History, HistoryEvent, ReportHistory } from './historySchemas.ts';
import { playEvent, type Played } from './playReport.ts';

/** Who did what a history says that a role of an actor did: an opaque person id. */
export type WhoDid = (by: { role: string; actorId: string }) => string;

/**
 * Loads agreements and the reports made under them into a table that has neither: the history is played through the same
 * decisions as live requests, in order of time, and everything that follows from it is written at the end.
 */
export async function loadHistory(deps: Deps, history: History, whoDid: WhoDid): Promise<void> {
  const items = await itemsOfHistory(deps, history, whoDid);
  await deps.table.putAll(items);
}

const salt = () => randomBytes(16).toString('hex');

/** All that a history amounts to, as items of the table. */
async function itemsOfHistory(deps: Deps, history: History, whoDid: WhoDid): Promise<Item[]> {
  const library = await libraryOf(deps);
  const keeping = openBooks(library.indicators);
  const agreements = history.agreements.map(withCanonicalDecimals);
  const { places, ends } = chainsOf(agreements);
  const items: Item[] = [];
  const reports = new Map<string, Played>();
  const histories = new Map(history.reports.map((report) => [`${report.agreementId}#${report.period}`, report]));
  for (const [order, agreement] of agreements.entries()) {
    const terms = termsFor(agreement, library);
    const place = places.get(agreement.id) ?? { chain: agreement.id, order: 0 };
    const heads = expectedReports(terms, place);
    items.push(...agreementItems({ agreement, order, pins: pinsOf(heads) }), termsItem(terms));
    for (const head of heads) {
      const key = `${head.agreementId}#${head.period}`;
      const told = histories.get(key) ?? untold(head);
      reports.set(key, { head, terms, history: told, versions: new Map(), remarks: [], draft: undefined });
    }
    takeUp(
      keeping,
      {
        standings: heads.map((head) => ({ head, valuesOf: new Map() })),
        running: shareOfAgreement({ ...agreement, focusArea: terms.focusArea }),
        chain: place.chain,
        chainEnd: ends.get(place.chain) ?? agreement.termEnd,
        targets: stockTargets(heads, library.indicators),
      },
      {
        at: decidedAt(agreement, deps.businessNow()),
        what: 'agreed',
        agreementId: agreement.id,
        period: '',
        version: terms.version,
        number: 0,
      },
    );
  }
  items.push(...play(reports, keeping, whoDid));
  for (const played of reports.values()) items.push(...(await itemsOfReport(deps, played)));
  items.push(...bookItems(keeping));
  return items;
}

const untold = ({ agreementId, period }: Head): ReportHistory => ({
  agreementId,
  period,
  version: null,
  answers: null,
  previousVersions: [],
  events: [],
});

/** Plays every event of every report, oldest first; gives the event items. */
function play(reports: ReadonlyMap<string, Played>, keeping: Bookkeeping, whoDid: WhoDid): Item[] {
  const all: { at: number; event: HistoryEvent; played: Played }[] = [...reports.values()].flatMap((played) =>
    played.history.events.map((event) => ({ at: Date.parse(event.at), event, played })),
  );
  all.sort((a, b) => a.at - b.at);
  const byChain = Map.groupBy(reports.values(), ({ head }) => head.chain);
  return all.map(({ at, event, played }) => {
    const by = { at: new Date(at), personId: whoDid(event.by) };
    const before: Standing = standingOf(played);
    const earlier = event.type === 'submitted' ? earlierThan(played, byChain.get(played.head.chain) ?? []) : [];
    const decided = playEvent(played, event, by, { earlier, indicators: keeping.indicators, salt });
    const { version, reason } = decided;
    const written = nextEvent(before.head, {
      type: event.type,
      at: by.at.toISOString(),
      personId: by.personId,
      version,
      reason,
    });
    const after: Head = {
      ...decided.after,
      revision: before.head.revision + 1,
      eventCount: written.number,
      eventHash: written.hash,
    };
    played.head = after;
    const { agreementId, period } = after;
    const cause = { at: written.at, what: written.type, agreementId, period, version, number: written.number };
    takeTransition(keeping, before, standingOf(played), cause, by.personId);
    return eventItem(before.head, written);
  });
}

const standingOf = ({ head, versions }: Played): Standing => ({
  head,
  valuesOf: new Map([...versions].map(([n, version]) => [n, version.answers.values])),
});

function earlierThan({ head }: Played, chain: readonly Played[]): EarlierReport[] {
  return chain
    .filter((other) => other.head.periodEnd < head.periodEnd && other.head.version > 0)
    .sort((a, b) => a.head.periodEnd.localeCompare(b.head.periodEnd))
    .map((other) => ({
      period: other.head.period,
      agreementId: other.head.agreementId,
      values: other.versions.get(other.head.version)?.answers.values ?? {},
    }));
}

async function itemsOfReport(deps: Deps, played: Played): Promise<Item[]> {
  const { head, versions, draft, remarks, terms } = played;
  const items: Item[] = [headItem(head), ...[...versions.values()].map(versionItem)];
  for (const returned of remarks) {
    items.push(
      ...returned.remarks.map((remark, n) => remarkItem({ ...head, version: returned.version }, n + 1, remark)),
    );
  }
  const latest = versions.get(head.version);
  const approved = versions.get(head.approvedVersions.at(-1) ?? 0);
  if (latest)
    items.push(seriesItem(head, { latest: latest.answers.values, approved: approved?.answers.values ?? null }));
  for (const version of versions.values()) await refuseIncomplete(deps, version.answers, terms);
  if (head.hasDraft) {
    const saved = { at: deps.businessNow().toISOString(), by: head.authors[0] ?? '' };
    const base = draftToWriteOn(head, undefined, draft);
    items.push(putDraft(head, undefined, base, saved).Put.Item ?? {});
  }
  return items;
}

async function refuseIncomplete(
  deps: Deps,
  answers: Parameters<typeof missingFor>[0],
  terms: Played['terms'],
): Promise<void> {
  const { indicators, dimensions } = await libraryOf(deps);
  const [fault] = missingFor(answers, { terms, indicators, dimensions, language: 'en' });
  if (fault) throw new Error(`${terms.id}: ${fault.path}: ${fault.message}`);
}
