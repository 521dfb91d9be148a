import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Terms } from '@insatskollen/shared/agreements/agreement.ts';
import { figuresIn, type Figure } from '@insatskollen/shared/summary/figures.ts';
import { period, windowOf, type Window } from '@insatskollen/shared/calendar/periods.ts';
import { always } from '../always.ts';
import { indicators, ratio, terms, value } from '../samples.ts';
import {
  fromHundredths,
  plainChoices,
  plainCounts,
  plainFlow,
  plainParts,
  plainRatio,
  plainStock,
  plainTarget,
  plainUnique,
} from './oracle.ts';
import { areaGroups, gatheringFor, told, windows, worlds, type World } from './world.ts';

const figures = (
  world: World,
  areas: readonly string[],
  window: Window,
  smallCounts = true,
): ReadonlyMap<string, Figure> =>
  new Map(
    figuresIn(gatheringFor(world, window), areas, window, indicators, { smallCounts }).map((figure) => [
      figure.id,
      figure,
    ]),
  );

const window = (from: string, to = from): Window => {
  const made = windowOf(from, to);
  if (!made) throw new Error(`no window from ${from} to ${to}`);
  return made;
};
const agreement = (id: string, more: Partial<Terms> = {}) =>
  terms({ id, focusArea: 'area-1', termStart: '2025-01-01', termEnd: '2025-12-31', ...more });
const asking = (indicatorId: string, targets: Terms['indicators'][number]['targets']): Pick<Terms, 'indicators'> => ({
  indicators: [{ indicatorId, required: true, breakdowns: [], targets }],
});
const figure = (world: World, id: string, of: Window) => figures(world, ['area-1'], of).get(id);

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

describe('the target of a window', () => {
  const target = (agreed: Terms[], id: string, of: Window) => figure(told(agreed, {}), id, of)?.target;
  const quarters = { '2025-Q1': '10', '2025-Q2': '20.5' };

  test('of a flow is the sum of the periods’ targets, a zero among them too', () => {
    expect(
      target(
        [
          agreement('almi', asking('started', { periods: quarters })),
          agreement('nfc', asking('started', { periods: quarters })),
        ],
        'started',
        window('2025'),
      ),
    ).toBe('61');
    expect(
      target([agreement('almi', asking('started', { periods: { '2025-Q1': '0' } }))], 'started', window('2025')),
    ).toBe('0');
    expect(target([agreement('almi', asking('started', { year: '100' }))], 'started', window('2025'))).toBeNull();
  });

  test('of a stock is each chain’s last, summed', () => {
    const agreed = [
      agreement('almi', asking('tenants', { periods: quarters })),
      agreement('nfc', asking('tenants', { periods: { '2025-Q1': '5' } })),
    ];
    expect(target(agreed, 'tenants', window('2025'))).toBe('25.5');
    expect(target(agreed, 'tenants', window('2025-Q1'))).toBe('15');
  });

  test('of a ratio is the one that all agreements share, however it is written', () => {
    const every = (percent: string) =>
      asking('share', { periods: Object.fromEntries([1, 2, 3, 4].map((n) => [`2025-Q${n}`, percent])) });
    expect(target([agreement('almi', every('85.0')), agreement('nfc', every('85'))], 'share', window('2025'))).toBe(
      '85',
    );
    expect(
      target([agreement('almi', every('85.0')), agreement('nfc', every('80'))], 'share', window('2025')),
    ).toBeNull();
    expect(
      target([agreement('almi', every('85.0')), agreement('nfc', asking('share', {}))], 'share', window('2025')),
    ).toBeNull();
  });

  test('of people is that of the one agreement for the very period, or for the year', () => {
    const people = asking('advised', { year: '200', periods: { '2025-Q1': '60', '2025-Q4': '70' } });
    expect(target([agreement('almi', people)], 'advised', window('2025-Q1'))).toBe('60');
    expect(target([agreement('almi', people)], 'advised', window('2025-Q2'))).toBeNull();
    expect(target([agreement('almi', people)], 'advised', window('2025-H1'))).toBeNull();
    expect(target([agreement('almi', people)], 'advised', window('2025'))).toBe('200');
    expect(target([agreement('almi', people)], 'advised', window('2025-Q1', '2025-Q4'))).toBe('200');
    expect(target([agreement('almi', { ...people, termStart: '2025-10-01' })], 'advised', window('2025'))).toBe('200');
    expect(
      target([agreement('almi', { ...people, termStart: '2025-10-01' })], 'advised', window('2025-H2')),
    ).toBeNull();
    expect(
      target(
        [agreement('almi', { ...asking('advised', { year: '200' }), frequency: 'yearly' })],
        'advised',
        window('2025'),
      ),
    ).toBe('200');
    expect(target([agreement('almi', people), agreement('nfc', people)], 'advised', window('2025-Q1'))).toBeNull();
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

/** Made-up worlds, each seen for some areas in some window, with the figures that come of it. */
const cases = fc
  .sample(fc.tuple(worlds, areaGroups, windows), { seed: 20_260_407, numRuns: 300 })
  .map(([world, areas, window]) => ({ world, areas, window, found: figures(world, areas, window) }));

describe('the figures of any areas and window, from whatever was approved', () => {
  const check = (
    rule: (figure: (id: string) => Figure | undefined, world: World, areas: readonly string[], window: Window) => void,
  ) => {
    for (const { world, areas, window, found } of cases) rule((id) => found.get(id), world, areas, window);
  };

  test('the made-up worlds are worth looking at', () => {
    for (const { id } of indicators) {
      const shown = cases.filter(({ found }) => (found.get(id)?.contributions ?? 0) > 1);
      expect([id, shown.length > 40]).toEqual([id, true]);
      if (id !== 'milestone' && id !== 'spent')
        expect([id, cases.some(({ found }) => found.get(id)?.target != null)]).toEqual([id, true]);
    }
    expect(cases.filter(({ found }) => (found.get('tenants')?.leftOut ?? 0) > 0).length).toBeGreaterThan(10);
  });

  test('a flow is the sum of its native periods, to the last decimal', () => {
    check((figure, ...at) => {
      expect(figure('started')?.value ?? null).toBe(plainFlow(...at, 'started'));
      expect(figure('spent')?.value ?? null).toBe(plainFlow(...at, 'spent'));
    });
  });

  test('a ratio is summed numerators over summed denominators', () => {
    check((figure, ...at) => {
      expect(figure('share')?.ratio ?? null).toEqual(plainRatio(...at, 'share'));
    });
  });

  test('a unique count is a range from the largest to the sum', () => {
    check((figure, ...at) => {
      expect(figure('advised')?.range ?? null).toEqual(plainUnique(...at, 'advised'));
    });
  });

  test('a choice is counted option by option', () => {
    check((figure, ...at) => {
      expect(figure('milestone')?.choices ?? {}).toEqual(plainChoices(...at, 'milestone'));
    });
  });

  test('a stock is each chain’s latest value, and says what is older and who is left out', () => {
    check((figure, ...at) => {
      const stock = plainStock(...at, 'tenants');
      expect(figure('tenants')?.value ?? null).toBe(stock.value);
      expect(figure('tenants')?.carriedForward ?? null).toBe(stock.carriedForward);
      expect(figure('tenants')?.leftOut ?? 0).toBe(stock.leftOut);
    });
  });

  test('every figure says how many reports gave it, and how many could not', () => {
    check((figure, ...at) => {
      for (const { id } of indicators) {
        const found = figure(id);
        const { contributions = 0, notApplicable = 0, notYetKnown = 0 } = found ?? {};
        expect({ id, contributions, notApplicable, notYetKnown }).toEqual({ id, ...plainCounts(...at, id) });
      }
    });
  });

  test('a target is what the domain says for the kind, or none', () => {
    check((figure, ...at) => {
      for (const { id } of indicators) expect([id, figure(id)?.target ?? null]).toEqual([id, plainTarget(...at, id)]);
    });
  });

  test('a breakdown adds its parts as the whole is added, and says what was left unsaid', () => {
    check((figure, ...at) => {
      for (const { id, kind, dimensions } of indicators) {
        for (const dimension of dimensions) {
          const answers = plainParts(...at, id, dimension);
          const found = figure(id)?.breakdowns[dimension];
          for (const part of ['women', 'men', '?']) {
            const numbers = answers.flatMap((answer) => answer[part] ?? []);
            const sum = fromHundredths(numbers.reduce((total, number) => total + number, 0n));
            const most = fromHundredths(numbers.reduce((max, number) => (number > max ? number : max), 0n));
            const shown = part === '?' ? found?.missing : found?.parts[part];
            if (shown != null)
              expect([id, part, shown]).toEqual([id, part, kind === 'unique' ? { min: most, max: sum } : sum]);
            else if (part !== '?') expect([id, part, sum]).toEqual([id, part, '0']);
          }
        }
      }
    });
  });

  test('the trend is the figure of each period by itself, in order', () => {
    always(
      fc.property(worlds, areaGroups, (world, areas) => {
        const year: Window = { from: '2025', to: '2025', start: '2025-01-01', end: '2025-12-31' };
        const gathering = gatheringFor(world, year);
        for (const { id, trend } of figuresIn(gathering, areas, year, indicators, {
          smallCounts: true,
          trendWithin: year,
        })) {
          const periods = trend.map(({ period }) => period);
          expect([['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'], ['2025-H1', '2025-H2'], ['2025']]).toContainEqual(
            periods,
          );
          for (const { period: of, value } of trend) {
            const { start, end } = period(of);
            const alone = figuresIn(gathering, areas, { from: of, to: of, start, end }, indicators, {
              smallCounts: true,
            }).find((one) => one.id === id);
            expect(value).toBe(alone?.value ?? alone?.ratio?.value ?? alone?.range?.max ?? null);
          }
        }
      }),
      60,
    );
  });
});

describe('small counts of people', () => {
  test('are in no sum that is shown to those who may not see them, so that none can be computed back', () => {
    always(
      fc.property(worlds, areaGroups, windows, (world, areas, window) => {
        for (const [id, figure] of figures(world, areas, window, false)) {
          for (const [dimension, { parts, missing, suppressed }] of Object.entries(figure.breakdowns)) {
            const people = dimension === 'gender' || id === 'advised';
            const small = plainParts(world, areas, window, id, dimension).some((answer) =>
              Object.entries(answer).some(([part, number]) => part !== '?' && number < 500n),
            );
            expect([id, dimension, suppressed]).toEqual([id, dimension, people && small]);
            expect([...Object.values(parts), missing].every((value) => (value === null) === suppressed)).toBe(true);
          }
        }
      }),
      300,
    );
  });

  test('change nothing else in a figure', () => {
    always(
      fc.property(worlds, areaGroups, windows, (world, areas, window) => {
        const bare = (smallCounts: boolean) =>
          [...figures(world, areas, window, smallCounts).values()].map((figure) => ({ ...figure, breakdowns: null }));
        expect(bare(false)).toEqual(bare(true));
      }),
      100,
    );
  });
});
