import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { period, type Window } from '@insatskollen/shared/calendar/periods.ts';
import { figuresIn, type Figure } from '@insatskollen/shared/summary/figures.ts';
import { always } from '../always.ts';
import { indicators } from '../samples.ts';
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
import { figures } from './shown.ts';
import { areaGroups, gatheringFor, windows, worlds, type World } from './world.ts';

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
            // Which parts have anybody at all tells who the few are.
            if (suppressed) expect(parts).toEqual({});
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
