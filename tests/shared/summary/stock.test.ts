import { describe, expect, test } from 'vitest';
import { gather } from '@insatskollen/shared/summary/gather.ts';
import {
  shareOfChain,
  shareOfChainTargets,
  stockStandings,
  type Chain,
  type StockEntry,
} from '@insatskollen/shared/summary/stock.ts';
import { windowOf } from '@insatskollen/shared/calendar/periods.ts';
import { figuresIn } from '@insatskollen/shared/summary/figures.ts';
import { byId, indicators, value } from '../samples.ts';
import { stored } from './world.ts';

const entry = (period: string, periodEnd: string, tenants: string, more: Partial<StockEntry> = {}): StockEntry => ({
  period,
  periodEnd,
  order: 0,
  focusArea: 'area-1',
  agreementId: 'almi-2025',
  version: 1,
  values: { tenants: value(tenants) },
  ...more,
});
const chain = (end: string, ...entries: StockEntry[]): Chain => ({ end, entries, targets: [] });

/** The stock that chains give in a window, as an overview shows it. */
function stockOf(chains: Chain[], from: string, to = from, area = 'area-1') {
  const window = windowOf(from, to);
  if (!window) throw new Error(`no window from ${from} to ${to}`);
  const shares = chains.flatMap((one) => [shareOfChain(one, byId(indicators)), shareOfChainTargets(one)]);
  const asked = { room: 'totals', sk: `T#${from}#${area}`, numbers: { 'x:tenants': '1' } } as const;
  const cells = [...shares.flatMap(({ sums }) => stored(sums)), asked];
  const [figure] = figuresIn(gather(cells), [area], window, indicators, { smallCounts: true });
  return (
    figure && {
      value: figure.value,
      carriedForward: figure.carriedForward,
      leftOut: figure.leftOut,
      target: figure.target,
    }
  );
}

describe('the stock of a chain', () => {
  const almi = chain('2026-12-31', entry('2025-Q1', '2025-03-31', '10'), entry('2025-Q2', '2025-06-30', '12'));

  test('is its latest value, never the sum of several', () => {
    expect(stockOf([almi], '2025-Q1')?.value).toBe('10');
    expect(stockOf([almi], '2025-H1')?.value).toBe('12');
    expect(stockOf([almi], '2025')).toMatchObject({ value: '12', carriedForward: '12' });
    expect(stockOf([almi], '2025-Q3')?.value).toBeNull();
  });

  test('is on a tie the successor’s', () => {
    const renewed = chain(
      '2026-12-31',
      entry('2025-Q4', '2025-12-31', '20', { order: 1, agreementId: 'almi-2026' }),
      entry('2025', '2025-12-31', '15'),
    );
    expect(stockOf([renewed], '2025')).toMatchObject({ value: '20', carriedForward: '0' });
  });

  test('is added to that of other chains', () => {
    const nfc = chain('2025-12-31', entry('2025-H1', '2025-06-30', '100', { agreementId: 'nfc-2025' }));
    expect(stockOf([almi, nfc], '2025-H1')).toMatchObject({ value: '112', carriedForward: '0', leftOut: 0 });
    expect(stockOf([almi, nfc], '2025')).toMatchObject({ value: '112', carriedForward: '112', leftOut: 0 });
  });

  test('is where its initiative belongs: in the new area from the report that says so', () => {
    const moved = chain(
      '2026-12-31',
      entry('2025-Q1', '2025-03-31', '10'),
      entry('2025-Q2', '2025-06-30', '12', { focusArea: 'area-2' }),
    );
    expect(stockOf([moved], '2025-Q1')?.value).toBe('10');
    expect(stockOf([moved], '2025-H1')?.value).toBeNull();
    expect(stockOf([moved], '2025-H1', '2025-H1', 'area-2')?.value).toBe('12');
  });

  test('is left out once the chain has ended before the window’s last day, and said to be', () => {
    const ended = chain('2025-08-15', ...almi.entries);
    expect(stockOf([ended], '2025-H1')).toMatchObject({ value: '12', leftOut: 0 });
    expect(stockOf([ended], '2025-Q1', '2025-Q3')).toMatchObject({ value: null, leftOut: 1 });
    expect(stockOf([ended], '2025')).toMatchObject({ value: null, leftOut: 1 });
    expect(stockOf([ended], '2025', '2030')).toMatchObject({ value: null, leftOut: 1 });
    expect(stockOf([ended], '2025-Q4')).toMatchObject({ value: null, leftOut: 0 });
  });

  test('has as its target the last one that was agreed for a period', () => {
    const target = (periodEnd: string, tenants: string, order = 0) => ({
      periodEnd,
      order,
      focusArea: 'area-1',
      targets: { tenants },
    });
    const agreed: Chain = {
      end: '2025-12-31',
      entries: [],
      targets: [target('2025-03-31', '30'), target('2025-06-30', '35')],
    };
    expect(stockOf([agreed], '2025-Q1')?.target).toBe('30');
    expect(stockOf([agreed, agreed], '2025')?.target).toBe('70');
    expect(stockOf([agreed], '2025-Q3')?.target).toBeNull();
    expect(stockOf([{ ...agreed, end: '2025-06-30' }], '2025')?.target).toBeNull();
    expect(stockOf([{ ...agreed, targets: [target('2025-06-30', '0')] }], '2025')?.target).toBe('0');
  });
});

describe('the rows that a stock is made of', () => {
  const row = (name: string, chainId: string, periodEnd: string, order = 0) => ({
    name,
    chain: chainId,
    periodEnd,
    order,
  });
  const standings = (rows: ReturnType<typeof row>[], ends: Record<string, string>) =>
    [...stockStandings(rows, new Map(Object.entries(ends)), { end: '2025-12-31' })].map(
      ([{ name }, standing]) => `${name} ${standing}`,
    );

  test('count when they are their chain’s latest; the others are replaced', () => {
    const rows = [row('a', 'almi', '2025-03-31'), row('b', 'almi', '2025-06-30'), row('c', 'nfc', '2025-03-31')];
    expect(standings(rows, { almi: '2026-12-31', nfc: '2025-12-31' })).toEqual(['a replaced', 'b counts', 'c counts']);
  });

  test('count for the successor on a tie', () => {
    const rows = [row('successor', 'almi', '2025-12-31', 1), row('predecessor', 'almi', '2025-12-31', 0)];
    expect(standings(rows, { almi: '2026-12-31' })).toEqual(['successor counts', 'predecessor replaced']);
  });

  test('do not count when their chain has ended', () => {
    expect(standings([row('a', 'almi', '2025-03-31')], { almi: '2025-08-15' })).toEqual(['a chainEnded']);
  });
});
