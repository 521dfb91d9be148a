import { period, periodsInside } from '@insatskollen/shared/calendar/periods.ts';
import type { Indicator } from '@insatskollen/shared/indicators/indicator.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countsFrom, isFew, type Known } from './adding.ts';
import { figureOf, indicators, parts, publishedOf, quarters, type AreaWorld } from './world.ts';
import { publicFigure } from '@insatskollen/shared/publications/publicFigure.ts';

const windows = ['2025', '2025-H1', '2025-H2', ...quarters];

/** Everything that is public of one area, as sums over who is behind it. `at` says which state of the world each step saw. */
function knownOf(published: ReturnType<typeof publishedOf>, at: readonly number[]): Known[] {
  return published.flatMap(({ window, figure }, step): Known[] => {
    const inside = periodsInside(period(window), ['quarter']).map(({ id }) => id);
    const over = (which: readonly string[]) =>
      new Map(inside.flatMap((quarter) => which.map((part) => [`${at[step]} ${quarter} ${part}`, 1] as const)));
    const gender = figure.breakdowns['gender'];
    const inParts = [...Object.entries(gender?.parts ?? {}), ['?', gender?.missing ?? null] as const];
    return [
      ...(figure.value == null ? [] : [{ of: over(parts), value: Number(figure.value) }]),
      ...inParts.flatMap(([part, value]) =>
        typeof value === 'string' ? [{ of: over([part]), value: Number(value) }] : [],
      ),
    ];
  });
}

const report = fc.record({ women: fc.nat(14), men: fc.nat(14), '?': fc.oneof(fc.constant(0), fc.nat(9)) });
const world = fc.record(Object.fromEntries(quarters.map((quarter) => [quarter, report])));
/** A world, what it was corrected to, and what was published of which. */
const life = fc.record({
  worlds: fc
    .tuple(world, fc.constantFrom(...quarters), report)
    .map(([first, quarter, corrected]) => [first, { ...first, [quarter]: corrected }]),
  steps: fc.array(fc.tuple(fc.constantFrom(...windows), fc.boolean()), { minLength: 1, maxLength: 5 }),
});

describe.each(Object.entries(indicators))('from all that is public of %s', (name, indicator: Indicator) => {
  test('no count of one to four people can be added up or taken away, over parts, windows and versions', () => {
    fc.assert(
      fc.property(life, ({ worlds, steps }) => {
        const inOrder = [...steps].sort(([, a], [, b]) => Number(a) - Number(b));
        const at = inOrder.map(([, corrected]) => Number(corrected));
        const published = publishedOf(
          inOrder.map(([window], n) => ({ window, world: worlds[at[n] ?? 0] ?? {} })),
          indicator,
        );
        for (const count of countsFrom(knownOf(published, at), name === 'people'))
          expect(isFew(count), `${count} people`).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test('nobody who knows the rule, and thinks of every way that it could have been, finds a count of one to four', () => {
    const most = 11;
    const possible = new Map<string, AreaWorld[]>();
    for (let n = 0; n < (most + 1) ** 4; n++) {
      const [w1, m1, w2, m2] = [0, 1, 2, 3].map((place) => Math.floor(n / (most + 1) ** place) % (most + 1)) as [
        number,
        number,
        number,
        number,
      ];
      const one: AreaWorld = { '2025-Q1': { women: w1, men: m1, '?': 0 }, '2025-Q3': { women: w2, men: m2, '?': 0 } };
      const published = publishedOf(
        ['2025-Q1', '2025-H1', '2025'].map((window) => ({ window, world: one })),
        indicator,
      );
      const seen = JSON.stringify(published.map(({ figure }) => [figure.value, figure.hidden, figure.breakdowns]));
      possible.set(seen, [...(possible.get(seen) ?? []), one]);
    }
    const cell = (quarter: string, part: 'women' | 'men') => (of: AreaWorld) => of[quarter]?.[part] ?? 0;
    const both = (part: 'women' | 'men') => (of: AreaWorld) => cell('2025-Q1', part)(of) + cell('2025-Q3', part)(of);
    const all = (of: AreaWorld) => both('women')(of) + both('men')(of);
    const questions = [
      ...['2025-Q1', '2025-Q3'].flatMap((quarter) => [cell(quarter, 'women'), cell(quarter, 'men')]),
      both('women'),
      both('men'),
      ...(name === 'people' ? [all] : []),
    ];
    for (const [seen, worlds] of possible)
      for (const question of questions) {
        const answers = new Set(worlds.map(question));
        expect(answers.size === 1 && isFew([...answers][0] ?? 0), seen).toBe(false);
      }
  });
});

describe('what is public all the same', () => {
  const calm: AreaWorld = Object.fromEntries(quarters.map((quarter) => [quarter, { women: 12, men: 9, '?': 0 }]));

  test('is a year’s people and how they are broken down, where there are many', () => {
    const figure = publicFigure(figureOf(calm, '2025', indicators.people), indicators.people, '2025', []);
    expect(figure).toMatchObject({ value: '84', hidden: false });
    expect(figure.breakdowns['gender']).toEqual({ parts: { women: '48', men: '36' }, missing: '0', suppressed: false });
  });

  test('is a count of firms for a quarter, without its breakdown', () => {
    const figure = publicFigure(figureOf(calm, '2025-Q1', indicators.firms), indicators.firms, '2025-Q1', []);
    expect(figure).toMatchObject({ value: '21', hidden: false, breakdowns: {} });
  });

  test('is a correction by many, and not one by few', () => {
    const corrected = (women: number) => ({ ...calm, '2025-Q2': { women, men: 9, '?': 0 } });
    const [, few] = publishedOf(
      [calm, corrected(14)].map((world) => ({ world, window: '2025' })),
      indicators.people,
    );
    expect(few?.figure).toMatchObject({ value: null, hidden: true });
    const [, many] = publishedOf(
      [calm, corrected(20)].map((world) => ({ world, window: '2025' })),
      indicators.people,
    );
    expect(many?.figure).toMatchObject({ value: '92', hidden: false });
  });

  test('is no breakdown in which some parts together have moved by few, as where one more man is known to be so', () => {
    const year = (women: number, men: number, unknown: number) => ({ '2025-Q1': { women, men, '?': unknown } });
    const shown = (now: AreaWorld) =>
      publishedOf(
        [year(10, 10, 10), now].map((world) => ({ world, window: '2025' })),
        indicators.firms,
      )[1]?.figure.breakdowns['gender']?.suppressed;
    expect(shown(year(16, 16, 5))).toBe(true);
    expect(shown(year(20, 20, 5))).toBe(false);
  });

  test('is no range that tells what one actor has', () => {
    const unique: Indicator = { ...indicators.people, kind: 'unique' };
    const shown = (min: string, max: string) => {
      const { value, ...figure } = figureOf(calm, '2025', unique);
      void value;
      return publicFigure({ ...figure, breakdowns: {}, range: { min, max } }, unique, '2025', []).range;
    };
    expect(shown('40', '60')).toEqual({ min: '40', max: '60' });
    expect(shown('18', '20')).toBeNull();
    expect(shown('5', '14')).toBeNull();
    expect(shown('3', '3')).toBeNull();
    expect(shown('8', '8')).toEqual({ min: '8', max: '8' });
  });

  test('is a share of many, where what is left over is many too', () => {
    const ratio: Indicator = { ...indicators.people, kind: 'ratio' };
    const shown = (numerator: string, denominator: string) => {
      const { value, ...figure } = figureOf(calm, '2025', ratio);
      void value;
      const of = { numerator, denominator, value: '50' };
      return publicFigure({ ...figure, breakdowns: {}, ratio: of }, ratio, '2025', []).ratio;
    };
    expect(shown('20', '40')).not.toBeNull();
    expect(shown('3', '40')).toBeNull();
    expect(shown('38', '40')).toBeNull();
  });
});
