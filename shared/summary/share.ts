import { isInside, isOutsideWindows, parsePeriod, type Window } from '../calendar/periods.ts';
import { compare, subtract, sum, type Decimal } from '../decimal.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { Entry } from '../reports/answers.ts';
import type { Head } from '../reports/head.ts';
import { cellAddress, emptyShare, put, type CellAddress, type Share } from './cells.ts';

/** Name of the pseudo-part that holds what a breakdown leaves unsaid ("uppgift saknas"). */
export const MISSING_PART = '?';

const year = (day: string) => day.slice(0, 4);
const totalsCell = (head: Head, kind: 'T' | 'M'): CellAddress =>
  cellAddress('totals', year(head.periodEnd), `${kind}#${head.period}#${head.focusArea}`);
const partsCell = (head: Head, dimension: string): CellAddress =>
  cellAddress('parts', year(head.periodEnd), `T#${head.period}#${head.focusArea}#${dimension}`);
const partMaximaCell = (head: Head): CellAddress =>
  cellAddress('parts', year(head.periodEnd), `M#${head.period}#${head.focusArea}`);

/** Reports that lie in no window (`final`, `after-2027`) give nothing to the summary. */
const counts = (head: Head) => !isOutsideWindows(head.period);

/**
 * A small number that tells one agreement from another, so that "all of these come from one agreement" can be read from a sum:
 * FNV-1a over the id, 32 bits.
 */
export function fingerprint(id: string): Decimal {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(id)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return String(hash);
}

/**
 * What a report gives to coverage and targets, whatever it answers: its state, its due date, whether it was ever received, and
 * what the agreement asks. Dates, not lateness: lateness is derived when read.
 */
export function shareOfHead(head: Head, indicators: ReadonlyMap<string, Indicator>): Share {
  const share = emptyShare();
  if (!counts(head)) return share;
  const at = totalsCell(head, 'T');
  const one = (name: string) => put(share.sums, at, name, '1');
  // Counted too, so that a target of 0 can be told from none.
  const target = (kind: 't' | 'ty', id: string, value: Decimal) => {
    put(share.sums, at, `${kind}:${id}`, value);
    one(`${kind}n:${id}`);
  };
  one('expected');
  one(`state:${head.state}`);
  one(`due:${head.dueAt.slice(0, 10)}`);
  if (head.state === 'notStarted' || head.state === 'draft') one(`never:${head.dueAt.slice(0, 10)}`);
  else if (head.firstSubmittedAt && Date.parse(head.firstSubmittedAt) > Date.parse(head.dueAt)) one('submittedLate');
  // The instant and not its day: a coordinator may ask for an answer by noon.
  if (head.state === 'returned' && head.answerBy) one(`answer:${head.answerBy}`);
  for (const [id, asked] of Object.entries(head.asked)) {
    const kind = indicators.get(id)?.kind;
    if (!kind) continue; // private to an agreement: stays out of area summaries
    one(`x:${id}`);
    for (const dimension of asked.breakdowns) one(`xd:${id}:${dimension}`);
    if ((kind === 'flow' || kind === 'unique') && asked.periodTarget !== null) target('t', id, asked.periodTarget);
    if (kind === 'unique' && asked.yearTarget !== null) target('ty', id, asked.yearTarget);
    if (kind === 'unique') put(share.sums, at, `id:${id}`, fingerprint(head.agreementId));
    if (kind === 'ratio') one(`tr:${id}:${asked.periodTarget === null ? '' : sum([asked.periodTarget])}`);
  }
  return share;
}

/** What a version that counts gives to the figures of its own period: sums, kinds of blank, parts, and largest answers. */
export function shareOfVersion(
  head: Head,
  values: Record<string, Entry>,
  indicators: ReadonlyMap<string, Indicator>,
): Share {
  const share = emptyShare();
  if (!counts(head)) return share;
  const at = totalsCell(head, 'T');
  for (const [id, entry] of Object.entries(values)) {
    const indicator = indicators.get(id);
    if (!indicator) continue;
    switch (entry.kind) {
      case 'value':
        put(share.sums, at, `n:${id}`, '1');
        put(share.sums, at, `v:${id}`, entry.value);
        if (indicator.kind === 'unique') put(share.maxima, totalsCell(head, 'M'), `m:${id}`, entry.value);
        addParts(share, head, indicator, entry);
        break;
      case 'ratio':
        put(share.sums, at, `n:${id}`, '1');
        put(share.sums, at, `rn:${id}`, entry.numerator);
        put(share.sums, at, `rd:${id}`, entry.denominator);
        break;
      case 'choice':
        put(share.sums, at, `n:${id}`, '1');
        put(share.sums, at, `c:${id}:${entry.choice}`, '1');
        break;
      case 'notApplicable':
        put(share.sums, at, `a:${id}`, '1');
        break;
      case 'notYetKnown':
        put(share.sums, at, `y:${id}`, '1');
        break;
      case 'unparsed':
        break; // never in a version: it blocks submitting
    }
  }
  return share;
}

/** The parts of one answer by dimension, each dimension of the indicator with what it leaves unsaid. */
export function partsOf(
  indicator: Indicator,
  entry: Extract<Entry, { kind: 'value' }>,
): [dimension: string, parts: [string, Decimal][]][] {
  return indicator.dimensions.map((dimension) => {
    const given = Object.entries(entry.breakdowns?.[dimension] ?? {});
    const missing = subtract(entry.value, sum(given.map(([, value]) => value)));
    return [dimension, [...given, [MISSING_PART, missing]]];
  });
}

function addParts(share: Share, head: Head, indicator: Indicator, entry: Extract<Entry, { kind: 'value' }>): void {
  for (const [dimension, parts] of partsOf(indicator, entry)) {
    const at = partsCell(head, dimension);
    for (const [part, value] of parts) {
      put(share.sums, at, `v:${indicator.id}:${part}`, value);
      if (indicator.kind === 'unique')
        put(share.maxima, partMaximaCell(head), `m:${indicator.id}:${dimension}:${part}`, value);
    }
    if (hasSmallCount(indicator, dimension, parts)) put(share.sums, at, `small:${indicator.id}`, '1');
  }
}

const peopleUnits = new Set(['personer', 'elever', 'deltagare']);
const dimensionsOfPeople = new Set(['gender', 'age', 'foreignBackground']);
/** Fewer people than this might be made out. */
export const SMALL = '5';

/** Whether parts count people: by what is counted, or by what the dimension says of those behind it. */
export const countsPeople = (indicator: Indicator, dimension: string): boolean =>
  indicator.unit.sv !== 'kr' && (peopleUnits.has(indicator.unit.sv) || dimensionsOfPeople.has(dimension));

/** Whether the whole of an indicator counts people: by its unit, or as a share of what people did or said. */
export const countsPeopleInAll = ({ unit, kind }: Pick<Indicator, 'unit' | 'kind'>): boolean =>
  kind === 'ratio' || peopleUnits.has(unit.sv);

/** True when an answer has a part below five of a count of people. */
export const hasSmallCount = (
  indicator: Indicator,
  dimension: string,
  parts: readonly (readonly [string, Decimal])[],
): boolean =>
  countsPeople(indicator, dimension) &&
  parts.some(([part, value]) => part !== MISSING_PART && compare(value, SMALL) < 0);

/** Whether a report of this period counts in a window; a final one, or one from after the end, never does. */
export function countsIn(periodId: string, window: Window): boolean {
  const period = parsePeriod(periodId);
  return period !== undefined && isInside(period, window);
}
