import { period, type Window } from '@insatskollen/shared/calendar/periods.ts';
import { add, isZero, zero, type Decimal } from '@insatskollen/shared/decimal.ts';
import { readAddress } from '@insatskollen/shared/summary/cells.ts';
import type { StoredLedgerEntry } from './ledger.ts';

/** One change of a window's official figures: an approval, or a report that was opened again. */
export type LedgerCorrection = Pick<
  StoredLedgerEntry,
  'at' | 'what' | 'agreementId' | 'period' | 'version' | 'event'
> & {
  /** What it added to each indicator that is summed, by its id; a negative amount was taken away. */
  added: Record<string, Decimal>;
};

const changesFigures = new Set(['approved', 'reopened']);

/**
 * What changed the window's figures, oldest first and each once: a transition is in the ledger of every year that it changes, and in
 * those of years that the window only touches.
 */
export function correctionsOf(window: Window, ledger: readonly StoredLedgerEntry[]): LedgerCorrection[] {
  const once = new Map<string, LedgerCorrection>();
  for (const entry of ledger) {
    const { at, what, agreementId, period: of, version, event } = entry;
    if (!changesFigures.has(what) || !endsIn(window, of)) continue;
    const key = `${agreementId}#${of}#${event}`;
    const known = once.get(key)?.added ?? {};
    once.set(key, { at, what, agreementId, period: of, version, event, added: together(known, addedBy(entry)) });
  }
  return [...once.values()].sort((a, b) => a.at.localeCompare(b.at));
}

const endsIn = (window: Window, of: string): boolean => {
  const { end } = period(of);
  return end >= window.start && end <= window.end;
};

/** Sums of a native period lie in cells `T#<period>#<area>` as `v:<indicator>`. */
function addedBy({ added, period: of }: StoredLedgerEntry): Record<string, Decimal> {
  const sums: Record<string, Decimal> = {};
  for (const [address, numbers] of Object.entries(added)) {
    const { room, sk } = readAddress(address);
    if (room !== 'totals' || !sk.startsWith(`T#${of}#`)) continue;
    for (const [name, value] of Object.entries(numbers)) {
      const [kind, indicator = ''] = name.split(':');
      if (kind === 'v') sums[indicator] = add(sums[indicator] ?? zero, value);
    }
  }
  return Object.fromEntries(Object.entries(sums).filter(([, value]) => !isZero(value)));
}

function together(a: Record<string, Decimal>, b: Record<string, Decimal>): Record<string, Decimal> {
  const all = { ...a };
  for (const [id, value] of Object.entries(b)) all[id] = add(all[id] ?? zero, value);
  return all;
}
