import { stockTargets } from '@insatskollen/shared/agreements/opening.ts';
import type { Indicator } from '@insatskollen/shared/indicators/indicator.ts';
import { shareOfAgreement } from '@insatskollen/shared/summary/agreementsRunning.ts';
import { openBooks, takeTransition, takeUp, type Bookkeeping } from './bookkeeping.ts';
import type { AgreementRead, ReportRead } from './readReports.ts';

/** Both books with every agreement taken up and no report begun. */
export function booksOf(agreements: readonly AgreementRead[], indicators: ReadonlyMap<string, Indicator>): Bookkeeping {
  const keeping = openBooks(indicators);
  for (const { agreement, terms, place, chainEnd, expected } of agreements) {
    takeUp(
      keeping,
      {
        standings: expected.map((head) => ({ head, valuesOf: new Map() })),
        running: shareOfAgreement({ ...agreement, focusArea: terms.focusArea }),
        chain: place.chain,
        chainEnd,
        targets: stockTargets(expected, indicators),
      },
      {
        at: '',
        what: 'recomputed',
        agreementId: agreement.id,
        period: '',
        version: terms.version,
        number: 0,
      },
    );
  }
  return keeping;
}

/** Takes a stored report into the books as it stands now, from what its versions say. */
export function takeReport(keeping: Bookkeeping, { blank, head, events, versions }: ReportRead): void {
  if (!head) return;
  const valuesOf = new Map(versions.map((version) => [version.version, version.answers.values]));
  const approval = events.findLast((event) => event.type === 'approved' && event.version === head.officialVersion);
  const cause = {
    at: approval?.at ?? '',
    what: 'recomputed',
    agreementId: head.agreementId,
    period: head.period,
    version: head.version,
    number: 0,
  };
  // From the same head without versions: what an agreement asks may have been moved, say by an extension of the due date.
  takeTransition(keeping, { head: blank, valuesOf }, { head, valuesOf }, cause, approval?.personId ?? '');
}
