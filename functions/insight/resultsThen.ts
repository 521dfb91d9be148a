import { yearsOf, type Window } from '@insatskollen/shared/calendar/periods.ts';
import type { Indicator } from '@insatskollen/shared/indicators/indicator.ts';
import type { Head } from '@insatskollen/shared/reports/head.ts';
import { cellAddress, difference, readAddress, type Cells } from '@insatskollen/shared/summary/cells.ts';
import { shareOfVersion } from '@insatskollen/shared/summary/share.ts';
import { countedThen } from '../summary/contributions.ts';
import type { StoredLedgerEntry } from '../summary/ledger.ts';
import { ledgerAfter } from '../summary/readCells.ts';
import type { Table } from '../table/client.ts';
import { valuesOfVersions } from './versionValues.ts';

/** Some agreements, and the chains that they are in. */
interface Chosen {
  ids: ReadonlySet<string>;
  chains: ReadonlySet<string>;
  chainOf: (agreementId: string) => string;
}

/** What has changed the figures of some agreements, or of their chains, after an instant. */
export async function laterOf(
  table: Table,
  span: Pick<Window, 'start' | 'end'>,
  asOf: string,
  { ids, chains, chainOf }: Chosen,
): Promise<StoredLedgerEntry[]> {
  const years = await Promise.all(yearsOf(span).map((year) => ledgerAfter(table, year, asOf)));
  return years.flat().filter(({ agreementId }) => ids.has(agreementId) || chains.has(chainOf(agreementId)));
}

/**
 * Takes back what a transition added. A chain is told whole, also where only one of its agreements is chosen: of the others only what
 * they did to its stock is taken back.
 */
export const takenBack =
  (ids: ReadonlySet<string>) =>
  ({ agreementId, added }: StoredLedgerEntry): Cells => {
    const whole = ids.has(agreementId);
    const cells: Cells = new Map();
    for (const [address, numbers] of Object.entries(added)) {
      const { room, year, sk } = readAddress(address);
      if (whole || sk.startsWith('S#')) cells.set(cellAddress(room, year, sk), numbers);
    }
    return difference(cells, new Map());
  };

/**
 * The largest answers of each report as they were at an instant: those of the version that counted then, where anything has changed since.
 */
export async function maximaThen(
  table: Table,
  reports: readonly { head: Head; now: Cells }[],
  {
    later,
    asOf,
    indicators,
  }: {
    later: readonly StoredLedgerEntry[];
    asOf: string;
    indicators: ReadonlyMap<string, Indicator>;
  },
): Promise<Cells[]> {
  const key = ({ agreementId, period }: { agreementId: string; period: string }) => `${agreementId}#${period}`;
  const changed = new Set(later.map(key));
  const moved = reports.map(({ head }) => head).filter((head) => changed.has(key(head)));
  const versions = moved.flatMap((head) => Array.from({ length: head.version }, (_, n) => ({ head, version: n + 1 })));
  const found = await valuesOfVersions(table, 'official', versions);
  const then = new Map<Head, Cells>();
  for (const [n, row] of found.entries()) {
    const head = versions[n]?.head;
    if (head && row && countedThen(row, asOf)) then.set(head, shareOfVersion(head, row.values, indicators).maxima);
  }
  return reports.map(({ head, now }) => (changed.has(key(head)) ? (then.get(head) ?? new Map()) : now));
}
