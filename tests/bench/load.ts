import { agreementItems } from '@insatskollen/functions/agreements/store.ts';
import { termsFor, withCanonicalDecimals } from '@insatskollen/functions/agreements/terms.ts';
import { termsItem } from '@insatskollen/functions/agreements/termsStore.ts';
import { bookItems } from '@insatskollen/functions/audit/bookItems.ts';
import { decidedAt } from '@insatskollen/functions/audit/decidedAt.ts';
import { openBooks, takeTransition, takeUp, type Bookkeeping } from '@insatskollen/functions/audit/bookkeeping.ts';
import { playEvent, type Played } from '@insatskollen/functions/audit/playReport.ts';
import { eventItem, nextEvent } from '@insatskollen/functions/reports/eventStore.ts';
import { headItem } from '@insatskollen/functions/reports/headStore.ts';
import { seriesItem } from '@insatskollen/functions/reports/seriesStore.ts';
import { versionItem } from '@insatskollen/functions/reports/versionStore.ts';
import type { Library } from '@insatskollen/functions/strategy/library.ts';
import type { Item } from '@insatskollen/functions/table/client.ts';
import type { Agreement, Terms } from '@insatskollen/shared/agreements/agreement.ts';
import { expectedReports, pinsOf, stockTargets } from '@insatskollen/shared/agreements/opening.ts';
import type { Head } from '@insatskollen/shared/reports/head.ts';
import { shareOfAgreement } from '@insatskollen/shared/summary/agreementsRunning.ts';
import type { Standing } from '@insatskollen/shared/summary/standing.ts';
import { agreementOf, answersOf, approvedReport, loadedPeriods, shapeOf, shapesOf, type Shape } from './madeUp.ts';

/**
 * Makes so many approved reports, and agreements to work in, played through the same decisions and books as live requests, report
 * after report in order of time. `add` is given every item that they leave in the table, a few at a time, each once.
 */
export function playReports(
  library: Library,
  loadedAt: Date,
  wanted: { approved: number; worked: number },
  who: { reporter: string; coordinator: string },
  add: (items: readonly Item[]) => void,
): void {
  const shapes = shapesOf(library);
  const keeping = openBooks(library.indicators);
  const agreed = wanted.approved / loadedPeriods.length;
  const heads = new Map<string, Map<string, Head>>();
  const terms = new Map<string, Terms>();
  const take = (agreement: Agreement, order: number) => {
    const opened = takeAgreement(keeping, library, agreement, order, loadedAt);
    heads.set(agreement.id, new Map(opened.heads.map((head) => [head.period, head])));
    terms.set(agreement.id, opened.terms);
    return opened;
  };
  for (let n = 0; n < agreed; n++) add(take(agreementOf(shapes, 'loaded', n), n).items);
  for (let n = 0; n < wanted.worked; n++) {
    const opened = take(agreementOf(shapes, 'worked', n), agreed + n);
    add([...opened.items, ...opened.heads.map(headItem)]);
  }
  for (const [place, period] of loadedPeriods.entries()) {
    for (let n = 0; n < agreed; n++) {
      const id = `loaded-${n}`;
      const [head, agreedOn] = [heads.get(id)?.get(period), terms.get(id)];
      if (!head || !agreedOn) throw new Error(`${id} does not ask for ${period}`);
      add(approve(keeping, head, agreedOn, answersIn(shapes, library, n, place), n, who));
    }
  }
  add(bookItems(keeping));
}

const answersIn = (shapes: readonly Shape[], library: Library, n: number, place: number) =>
  answersOf(shapeOf(shapes, n), library, n * loadedPeriods.length + place);

function takeAgreement(keeping: Bookkeeping, library: Library, made: Agreement, order: number, loadedAt: Date) {
  const agreement = withCanonicalDecimals(made);
  const terms = termsFor(agreement, library);
  const place = { chain: agreement.id, order: 0 };
  const heads = expectedReports(terms, place);
  takeUp(
    keeping,
    {
      standings: heads.map((head) => ({ head, valuesOf: new Map() })),
      running: shareOfAgreement({ ...agreement, focusArea: terms.focusArea }),
      chain: place.chain,
      chainEnd: agreement.termEnd,
      targets: stockTargets(heads, library.indicators),
    },
    {
      at: decidedAt(agreement, loadedAt),
      what: 'agreed',
      agreementId: agreement.id,
      period: '',
      version: terms.version,
      number: 0,
    },
  );
  return { heads, terms, items: [...agreementItems({ agreement, order, pins: pinsOf(heads) }), termsItem(terms)] };
}

/** One report from its first draft to approval: all of its items, and those of the books that will not change again. */
function approve(
  keeping: Bookkeeping,
  blank: Head,
  terms: Terms,
  answers: Parameters<typeof approvedReport>[2],
  seed: number,
  who: { reporter: string; coordinator: string },
): Item[] {
  const history = approvedReport(blank.agreementId, blank.period, answers, seed);
  const played: Played = { head: blank, terms, history, versions: new Map(), remarks: [], draft: undefined };
  const items: Item[] = [];
  for (const event of history.events) {
    const by = { at: new Date(event.at), personId: event.by.role === 'reporter' ? who.reporter : who.coordinator };
    const before: Standing = standingOf(played);
    const { after, version, reason } = playEvent(played, event, by, {
      earlier: [],
      indicators: keeping.indicators,
      salt: () => 'made up',
    });
    const written = nextEvent(before.head, {
      type: event.type,
      at: by.at.toISOString(),
      personId: by.personId,
      version,
      reason,
    });
    played.head = {
      ...after,
      revision: before.head.revision + 1,
      eventCount: written.number,
      eventHash: written.hash,
    };
    const { agreementId, period } = blank;
    const cause = { at: written.at, what: written.type, agreementId, period, version, number: written.number };
    takeTransition(keeping, before, standingOf(played), cause, by.personId);
    items.push(eventItem(before.head, written));
  }
  items.push(headItem(played.head), ...[...played.versions.values()].map(versionItem));
  items.push(seriesItem(played.head, { latest: answers.values, approved: answers.values }));
  items.push(...keeping.contributions.values(), ...keeping.ledger);
  keeping.contributions.clear();
  keeping.ledger.length = 0;
  return items;
}

const standingOf = ({ head, versions }: Played): Standing => ({
  head,
  valuesOf: new Map([...versions].map(([n, version]) => [n, version.answers.values])),
});
