import { describe, expect, test } from 'vitest';
import { ratio, value } from '../samples.ts';
import { agreement, asking, figure, figures, window } from './shown.ts';
import { told } from './world.ts';

describe('as the domain tells it', () => {
  test('a half-year takes its quarters and its half-year reports, and a year all of them', () => {
    const world = told(
      [
        agreement('almi'),
        agreement('nfc', { frequency: 'half-yearly' }),
        agreement('uf', { frequency: 'school-yearly' }),
      ],
      {
        'almi/2025-Q1': { started: value('1') },
        'almi/2025-Q2': { started: value('20') },
        'almi/2025-Q3': { started: value('300') },
        'nfc/2025-H1': { started: value('4000') },
        'uf/2024-25': { started: value('50000') },
        'uf/2025-26': { started: value('600000') },
      },
    );
    expect(figure(world, 'started', window('2025-H1'))?.value).toBe('54021');
    expect(figure(world, 'started', window('2025-Q1', '2025-Q2'))?.value).toBe('54021');
    expect(figure(world, 'started', window('2025-Q1'))?.value).toBe('1');
    expect(figure(world, 'started', window('2025'))?.value).toBe('54321');
    expect(figure(world, 'started', window('2025', '2026'))?.value).toBe('654321');
  });

  test('without any approved report there is no figure, never a zero; a reported zero is one', () => {
    const nothing = told([agreement('almi')], {});
    expect(figure(nothing, 'started', window('2025'))).toMatchObject({ value: null, contributions: 0 });
    expect(figure(nothing, 'share', window('2025'))?.ratio).toBeNull();
    expect(figure(nothing, 'advised', window('2025'))?.range).toBeNull();
    expect(figure(nothing, 'milestone', window('2025'))?.choices).toEqual({});
    expect(figure(nothing, 'tenants', window('2025'))).toMatchObject({ value: null, carriedForward: null });
    const zero = told([agreement('almi')], { 'almi/2025-Q1': { started: value('0'), tenants: value('0') } });
    expect(figure(zero, 'started', window('2025'))).toMatchObject({ value: '0', contributions: 1 });
    expect(figure(zero, 'tenants', window('2025'))).toMatchObject({
      value: '0',
      carriedForward: '0',
      contributions: 1,
    });
  });

  test('a blank is counted as what it is, and is not a contribution', () => {
    const world = told([agreement('almi')], {
      'almi/2025-Q1': { started: { kind: 'notApplicable' } },
      'almi/2025-Q2': { started: { kind: 'notYetKnown', promisedBy: '2025-09-01' } },
    });
    expect(figure(world, 'started', window('2025'))).toMatchObject({
      value: null,
      contributions: 0,
      notApplicable: 1,
      notYetKnown: 1,
    });
  });

  test('a ratio is not an average of ratios', () => {
    const world = told([agreement('almi'), agreement('nfc')], {
      'almi/2025-Q1': { share: ratio('1', '2') },
      'nfc/2025-Q1': { share: ratio('0', '98') },
    });
    expect(figure(world, 'share', window('2025-Q1'))?.ratio).toEqual({
      numerator: '1',
      denominator: '100',
      value: '1',
    });
  });

  test('a ratio of nothing has its parts but no value', () => {
    const world = told([agreement('almi')], { 'almi/2025-Q1': { share: ratio('0', '0') } });
    expect(figure(world, 'share', window('2025'))?.ratio).toEqual({ numerator: '0', denominator: '0', value: null });
  });

  test('people counted by several are somewhere between the largest count and the sum, also when the largest has left', () => {
    const of = (...advised: string[]) =>
      told(
        advised.map((_count, n) => agreement(`a${n}`)),
        Object.fromEntries(advised.map((count, n) => [`a${n}/2025-Q1`, { advised: value(count) }])),
      );
    expect(figure(of('30', '12', '5'), 'advised', window('2025'))?.range).toEqual({ min: '30', max: '47' });
    expect(figure(of('12', '5'), 'advised', window('2025'))?.range).toEqual({ min: '12', max: '17' });
  });

  test('a stock is the latest value of each chain, and says how much of it is older than the window’s last period', () => {
    const world = told([agreement('almi'), agreement('nfc', { frequency: 'half-yearly' })], {
      'almi/2025-Q1': { tenants: value('10') },
      'almi/2025-Q3': { tenants: value('14') },
      'nfc/2025-H1': { tenants: value('100') },
    });
    expect(figure(world, 'tenants', window('2025-H1'))).toMatchObject({
      value: '110',
      carriedForward: '10',
      contributions: 2,
    });
    expect(figure(world, 'tenants', window('2025'))).toMatchObject({
      value: '114',
      carriedForward: '114',
      contributions: 3,
    });
    expect(figure(world, 'tenants', window('2025-Q3'))).toMatchObject({
      value: '14',
      carriedForward: '0',
      contributions: 1,
    });
    expect(figure(world, 'tenants', window('2025-Q4'))).toMatchObject({ value: null, carriedForward: null });
  });

  test('a stock counts in any window that its period ends in, with its report', () => {
    const world = told([agreement('nfc', { frequency: 'half-yearly' })], {
      'nfc/2025-H1': { tenants: value('100'), started: value('1') },
    });
    expect(figure(world, 'tenants', window('2025-Q2'))).toMatchObject({
      value: '100',
      carriedForward: '0',
      contributions: 1,
    });
    expect(figure(world, 'started', window('2025-Q2'))).toBeUndefined();
  });

  test('a chain that has ended leaves the stock, and is said to', () => {
    const world = told([agreement('almi', { termEnd: '2025-08-15' }), agreement('nfc')], {
      'almi/2025-Q2': { tenants: value('10') },
      'nfc/2025-Q2': { tenants: value('7') },
    });
    expect(figure(world, 'tenants', window('2025-H1'))).toMatchObject({ value: '17', leftOut: 0 });
    expect(figure(world, 'tenants', window('2025-Q1', '2025-Q3'))).toMatchObject({ value: '7', leftOut: 1 });
    expect(figure(world, 'tenants', window('2025'))).toMatchObject({ value: '7', leftOut: 1 });
    expect(figure(world, 'tenants', window('2026'))).toBeUndefined();
  });
});

describe('what is listed', () => {
  test('is every indicator that some agreement asks for in the window, in the library’s order', () => {
    const world = told([agreement('almi', asking('share', {})), agreement('nfc', asking('started', {}))], {});
    expect([...figures(world, ['area-1'], window('2025')).keys()]).toEqual(['started', 'share']);
    expect([...figures(world, ['area-2'], window('2025')).keys()]).toEqual([]);
    expect([...figures(world, ['area-1'], window('2026')).keys()]).toEqual([]);
  });

  test('is none that only an agreement has: it stays out of the areas’ figures', () => {
    const world = told([agreement('almi', asking('secret', {}))], { 'almi/2025-Q1': { secret: value('5') } });
    expect([...figures(world, ['area-1'], window('2025')).keys()]).toEqual([]);
  });
});
