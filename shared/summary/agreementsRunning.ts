import { fitsIn, frequencies, quarterEnds, type Frequency, type Window } from '../calendar/periods.ts';
import type { Day } from '../calendar/days.ts';
import { cellAddress, emptyShare, put, type Numbers, type Share } from './cells.ts';

interface Running {
  frequency: Frequency;
  termStart: Day;
  termEnd: Day;
  focusArea: string;
}

/** An agreement as running in each year of its term, by frequency and by the quarters that it begins and ends in. */
export function shareOfAgreement(agreement: Running): Share {
  const share = emptyShare();
  const quarters = quarterEnds(agreement.termStart, agreement.termEnd);
  const name = `g:${agreement.frequency}:${quarters[0]}:${quarters.at(-1)}`;
  for (const year of new Set(quarters.map((day) => day.slice(0, 4)))) {
    put(share.sums, cellAddress('totals', year, `A#${agreement.focusArea}`), name, '1');
  }
  return share;
}

/**
 * Agreements that run in the window but none of whose periods fits in it. Cells of several years name the same agreement, so
 * each name counts once, with its largest number.
 */
export function outsideWindow(cells: readonly Numbers[], window: Window): number {
  const running = new Map<string, number>();
  for (const numbers of cells) {
    for (const [name, count] of Object.entries(numbers))
      running.set(name, Math.max(running.get(name) ?? 0, Number(count)));
  }
  let outside = 0;
  for (const [name, count] of running) {
    const [, frequency, firstQuarterEnd = '', lastQuarterEnd = ''] = name.split(':');
    const known = frequencies.find((one) => one === frequency);
    const overlaps = firstQuarterEnd <= window.end && lastQuarterEnd >= window.start;
    if (known && overlaps && !fitsIn(known, firstQuarterEnd, lastQuarterEnd, window)) outside += count;
  }
  return outside;
}
