import { CommitmentSchema, type Commitment } from '@insatskollen/shared/commitments/commitment.ts';
import { fulfilmentOf, windowFor, type PromisedReport } from '@insatskollen/shared/commitments/fulfilment.ts';
import type { IndicatorKind } from '@insatskollen/shared/indicators/indicator.ts';
import { period } from '@insatskollen/shared/calendar/periods.ts';
import { describe, expect, test } from 'vitest';
import { value } from '../samples.ts';

const promise = (rest: Partial<Commitment> = {}): Commitment =>
  CommitmentSchema.parse({ text: 'Möten', unit: 'möten', per: 'year', min: '4', indicatorId: 'meetings', ...rest });
const report = (
  id: string,
  number: string | undefined,
  chain = 'a',
  parts?: Record<string, string>,
): PromisedReport => ({
  period: id,
  chain,
  answer: number === undefined ? undefined : value(number, parts && { municipality: parts }),
});
const year = { ...period('2026'), from: '2026', to: '2026' };
const said = (
  reports: PromisedReport[],
  { kind = 'flow', today = '2027-01-01', ...rest }: Partial<Commitment> & { kind?: IndicatorKind; today?: string } = {},
) => {
  const { amount, reports: counted, state } = fulfilmentOf(promise(rest), kind, reports, year, today);
  const shown = amount === null ? 'nothing' : amount.min === amount.max ? amount.min : `${amount.min}–${amount.max}`;
  return `${shown} of ${counted.answered}/${counted.all}: ${state}`;
};

describe('how far a promise is kept', () => {
  test('what happened is added up over actors and periods, and only official answers count', () => {
    expect(said([report('2026-Q1', '1'), report('2026-Q2', '2'), report('2026-H1', '1', 'b')])).toBe('4 of 3/3: kept');
    expect(said([report('2026-Q1', '1'), report('2026-Q2', undefined)])).toBe('1 of 1/2: notKept');
    expect(said([])).toBe('nothing of 0/0: unknown');
  });

  test('while the year runs nothing is broken yet', () => {
    expect(said([report('2026-Q1', '1')], { today: '2026-12-31' })).toBe('1 of 1/1: underWay');
    expect(said([report('2026-Q1', '1')], { today: '2027-01-01' })).toBe('1 of 1/1: notKept');
    expect(said([report('2026-Q1', '4')], { today: '2026-04-02' })).toBe('4 of 1/1: kept');
  });

  test('reports of other years are left out, and a school year counts where it ends', () => {
    const reports = [report('2025-Q4', '9'), report('2027-Q1', '9'), report('2025-26', '5'), report('2026-27', '9')];
    expect(said(reports)).toBe('5 of 1/1: kept');
  });

  test('more than the most that was promised is said to be more', () => {
    expect(said([report('2026-Q1', '3')], { min: '1', max: '2' })).toBe('3 of 1/1: above');
    expect(said([report('2026-Q1', '2')], { min: '1', max: '2' })).toBe('2 of 1/1: kept');
    expect(said([report('2026-Q1', '2')], { min: null, max: '2' })).toBe('2 of 1/1: kept');
  });

  test('of a stock the latest of each chain counts', () => {
    const reports = [report('2026-Q1', '9'), report('2026-Q2', '2'), report('2026-Q1', '1', 'b')];
    expect(said(reports, { kind: 'stock' })).toBe('3 of 3/3: notKept');
  });

  test('of unique people it is a span, which may say neither yes nor no', () => {
    const reports = [report('2026-Q1', '3'), report('2026-Q2', '2')];
    expect(said(reports, { kind: 'unique' })).toBe('3–5 of 2/2: unknown');
    expect(said(reports, { kind: 'unique', min: '3' })).toBe('3–5 of 2/2: kept');
    expect(said(reports, { kind: 'unique', min: '6' })).toBe('3–5 of 2/2: notKept');
  });

  test('parts of a breakdown are counted once however many reports reach them', () => {
    const reports = [
      report('2026-Q1', '5', 'a', { '0480': '3', '0484': '2' }),
      report('2026-Q2', '5', 'a', { '0484': '5', '0428': '0' }),
    ];
    expect(said(reports, { dimension: 'municipality', min: '2' })).toBe('2 of 2/2: kept');
  });

  test('nothing is said of what cannot be counted', () => {
    expect(said([report('2026-Q1', '3')], { kind: 'text' })).toBe('nothing of 1/1: unknown');
  });
});

describe('the time that a promise is looked at for', () => {
  const shown = (per: Commitment['per'], today: string, first = '2024-03-01') => {
    const window = windowFor(per, today, first);
    return window && `${window.from} ${window.to}`;
  };
  test.each([
    ['year', '2026-11-20', '2026 2026'],
    ['quarter', '2026-11-20', '2026-Q3 2026-Q3'],
    ['quarter', '2026-01-02', '2025-Q4 2025-Q4'],
    ['halfYear', '2026-11-20', '2026-H1 2026-H1'],
    ['threeYears', '2026-11-20', '2024 2026'],
    ['total', '2026-11-20', '2024 2026'],
  ] as const)('by %s on %s', (per, today, expected) => {
    expect(shown(per, today)).toBe(expected);
  });
});
