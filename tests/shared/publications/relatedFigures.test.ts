import { period, periodsInside } from '@insatskollen/shared/calendar/periods.ts';
import type { Indicator } from '@insatskollen/shared/indicators/indicator.ts';
import type { PublicFigure } from '@insatskollen/shared/publications/publicFigure.ts';
import { publicFigures } from '@insatskollen/shared/publications/relatedFigures.ts';
import { sumsOf } from '@insatskollen/shared/publications/sums.ts';
import type { Figure } from '@insatskollen/shared/summary/figures.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countsFrom, isFew, type Known } from './adding.ts';
import { figureOf, indicators, partFigure, parts, partsOfIt, publishedTogether, type AreaWorld } from './world.ts';

const { firms, people } = indicators;
const { share, known } = partsOfIt;
const library = (...all: Indicator[]) => new Map(all.map((one) => [one.id, one]));
/** A year in which everybody is in one report. */
const year = (women: number, men: number, unknown: number): AreaWorld => ({
  '2025-Q1': { women, men, '?': unknown },
});
const published = (whole: Indicator, part: Indicator, ...worlds: AreaWorld[]) =>
  publishedTogether(
    worlds.map((world) => ({ world, window: '2025' })),
    whole,
    part,
  ).map(({ figures: [all, some] }) => ({ all, some }));

describe('of firms that were started, and the share of them that women started', () => {
  test('the share is hidden where two remain whose founder’s gender nobody knows', () => {
    const [shown] = published(firms, share, year(20, 8, 2));
    expect(shown?.all).toMatchObject({ value: '30', hidden: false, breakdowns: { gender: { suppressed: true } } });
    expect(shown?.some).toMatchObject({ ratio: null, hidden: true });
  });

  test.each([
    ['none', year(20, 8, 0), false],
    ['five', year(20, 8, 5), false],
    ['four', year(20, 8, 4), true],
    ['one', year(20, 8, 1), true],
  ])('the share is shown or hidden where %s remain', (_many, world, hidden) => {
    expect(published(firms, share, world)[0]?.some?.hidden).toBe(hidden);
  });

  test('the share is held against the firms as they were shown before', () => {
    // Ten unknown, then eight of them turn out to be women: 28 of 36, against 38 firms both times.
    const [first, second] = published(firms, share, year(20, 8, 10), year(28, 8, 2));
    expect(first?.some?.hidden).toBe(false);
    expect(second?.all).toMatchObject({ value: '38', hidden: false });
    expect(second?.some?.hidden).toBe(true);
    // Then so many more firms that all is well now, but 36 is still two from the 38 that were shown.
    const third = published(firms, share, year(20, 8, 10), year(28, 8, 10))[1];
    expect(third?.all?.value).toBe('46');
    expect(third?.some?.hidden).toBe(true);
  });

  test('the firms are hidden where they come close to the share as it was shown before', () => {
    const [first, second] = published(firms, share, year(20, 8, 10), year(20, 8, 3));
    expect(first?.some).toMatchObject({ hidden: false });
    expect(second?.all).toMatchObject({ value: null, hidden: true, breakdowns: { gender: { suppressed: true } } });
    expect(second?.some).toMatchObject({ ratio: null, hidden: true });
  });

  test('what was shown already is not hidden because the relation is said later', () => {
    const apart = { ...share, partOf: null };
    const world = year(20, 8, 2);
    const [before] = publishedTogether([{ world, window: '2025' }], firms, apart);
    expect(before?.figures.map(({ hidden }) => hidden)).toEqual([false, false]);
    const official = [figureOf(world, '2025', firms), partFigure(world, '2025', share)];
    const now = publicFigures(official, library(firms, share), '2025', [before?.figures ?? []]);
    expect(now.map(({ hidden }) => hidden)).toEqual([false, true]);
  });

  test('the share is held against the breakdown too, where the two were reported each by itself', () => {
    const world = year(22, 9, 0);
    const ratio = (numerator: string) => ({
      ...partFigure(world, '2025', share),
      ratio: { numerator, denominator: '31', value: null },
    });
    const shown = (numerator: string) =>
      publicFigures([figureOf(world, '2025', firms), ratio(numerator)], library(firms, share), '2025', [])[1];
    expect(shown('20')?.hidden).toBe(true);
    expect(shown('22')?.hidden).toBe(false);
  });

  test('the share is shown however many firms are in a place', () => {
    const inPlaces: Indicator = { ...firms, dimensions: ['municipality'] };
    const municipality = { parts: { '0480': '18', '0484': '22' }, missing: '0', suppressed: false };
    const world = year(20, 20, 0);
    const figures = [
      { ...figureOf(world, '2025', inPlaces), breakdowns: { municipality } },
      partFigure(world, '2025', share),
    ];
    const shown = publicFigures(figures, library(inPlaces, share), '2025', []);
    expect(shown.map(({ hidden }) => hidden)).toEqual([false, false]);
    expect(shown[0]?.breakdowns['municipality']?.suppressed).toBe(false);
  });

  test('the share is shown where about as many men as women started', () => {
    const [shown] = published(firms, share, year(20, 22, 0));
    expect(shown?.all?.breakdowns['gender']?.suppressed).toBe(false);
    expect(shown?.some?.hidden).toBe(false);
  });
});

describe('of counts that hold each other', () => {
  const plain = (of: Indicator, value: string): Figure => ({
    ...partFigure({}, '2025', { ...of, kind: 'ratio' }),
    ...{ id: of.id, kind: of.kind, value },
  });
  const some = (id: string, partOf: string | null, unit = people.unit): Indicator => ({
    ...{ ...people, id, unit, dimensions: [], partOf },
  });
  const hidden = (all: [Indicator, string][], versions: PublicFigure[][] = []) =>
    publicFigures(
      all.map(([of, value]) => {
        const { ratio, ...figure } = plain(of, value);
        void ratio;
        return figure;
      }),
      library(...all.map(([of]) => of)),
      '2025',
      versions,
    ).map((figure) => figure.hidden);

  test('a part of a part is held against the whole too, though what is between is hidden', () => {
    const [a, b, c] = [some('a', null), some('b', 'a'), some('c', 'b')];
    expect(
      hidden([
        [a, '30'],
        [b, '29'],
        [c, '20'],
      ]),
    ).toEqual([false, true, false]);
    expect(
      hidden([
        [a, '23'],
        [b, '3'],
        [c, '20'],
      ]),
    ).toEqual([false, true, true]);
  });

  test('parts that share all but a few between them are both hidden', () => {
    const [a, b, c] = [some('a', null), some('b', 'a'), some('c', 'a')];
    expect(
      hidden([
        [a, '30'],
        [b, '18'],
        [c, '10'],
      ]),
    ).toEqual([false, true, true]);
    expect(
      hidden([
        [a, '30'],
        [b, '18'],
        [c, '12'],
      ]),
    ).toEqual([false, false, false]);
  });

  test('firms that are no people are shown, however close', () => {
    const unit = firms.unit;
    expect(
      hidden([
        [some('a', null, unit), '30'],
        [some('b', 'a', unit), '29'],
      ]),
    ).toEqual([false, false]);
  });

  test('a range is held against by both of its ends', () => {
    const unique = (id: string, partOf: string | null): Indicator => ({ ...some(id, partOf), kind: 'unique' });
    const ranges = (whole: [string, string], part: [string, string]) => {
      const all = [unique('a', null), unique('b', 'a')];
      const figures = all.map((of, n): Figure => {
        const [min, max] = n === 0 ? whole : part;
        const { ratio, ...figure } = plain(of, '0');
        void ratio;
        return { ...figure, value: null, range: { min, max } };
      });
      return publicFigures(figures, library(...all), '2025', []).map((figure) => figure.hidden);
    };
    expect(ranges(['40', '60'], ['20', '30'])).toEqual([false, false]);
    expect(ranges(['40', '60'], ['20', '57'])).toEqual([false, true]);
    expect(ranges(['40', '60'], ['38', '50'])).toEqual([false, true]);
  });

  test('of a part’s breakdown only that is hidden where it leaves few of the same part of the whole', () => {
    const part: Indicator = { ...people, id: 'some', partOf: 'one' };
    const figures = [figureOf(year(22, 18, 0), '2025', people), figureOf(year(20, 10, 0), '2025', part)];
    const [, shown] = publicFigures(figures, library(people, part), '2025', []);
    expect(shown).toMatchObject({
      value: '30',
      hidden: false,
      breakdowns: { gender: { suppressed: true, parts: {} } },
    });
  });
});

test('a sum of areas hides a share that one of them hides, so that it tells no more of the rest', () => {
  const [[few], [many]] = [
    publishedTogether([{ world: year(20, 8, 2), window: '2025' }], firms, share),
    publishedTogether([{ world: year(30, 12, 6), window: '2025' }], firms, share),
  ];
  const [all, some] = sumsOf([few?.figures ?? [], many?.figures ?? []], library(firms, share));
  expect(all).toMatchObject({ value: '78', hidden: false });
  expect(some).toMatchObject({ ratio: null, hidden: true });
});

const pairs = [
  ['firms and the share of women', firms, share],
  ['people and the share of women', people, share],
  ['people and those whose gender is known', people, known],
] as const;
describe.each(pairs)('from all that is public of %s', (_name, whole, part) => {
  const report = fc.record({ women: fc.nat(16), men: fc.nat(16), '?': fc.oneof(fc.constant(0), fc.nat(12)) });
  const life = fc.record({
    worlds: fc
      .tuple(fc.record({ '2025-Q1': report, '2025-Q3': report }), report)
      .map(([first, corrected]) => [first, { ...first, '2025-Q3': corrected }]),
    steps: fc.array(fc.tuple(fc.constantFrom('2025', '2025-Q1', '2025-H2'), fc.boolean()), {
      minLength: 1,
      maxLength: 3,
    }),
  });

  test('no count of one to four people can be added up or taken away, over the two, parts, windows and versions', () => {
    fc.assert(
      fc.property(life, ({ worlds, steps }) => {
        const inOrder = [...steps].sort(([, a], [, b]) => Number(a) - Number(b));
        const all = publishedTogether(
          inOrder.map(([window, corrected]) => ({ window, world: worlds[Number(corrected)] ?? {} })),
          whole,
          part,
        );
        const of = all.flatMap(({ window, figures }, step) => knownOf(window, figures, Number(inOrder[step]?.[1])));
        for (const count of countsFrom(of, whole === people)) expect(isFew(count), `${count} people`).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  const both = library(whole, part);
  const officialOf = (world: AreaWorld) => [figureOf(world, '2025', whole), partFigure(world, '2025', part)];
  const seenOf = (figures: readonly PublicFigure[]) =>
    JSON.stringify(figures.map((one) => [one.value, one.ratio, one.hidden, one.breakdowns]));
  const one = (of: AreaWorld) => of['2025-Q1'] ?? { women: 0, men: 0, '?': 0 };
  const questions = [
    ...parts.map((name) => (of: AreaWorld) => one(of)[name]),
    (of: AreaWorld) => one(of).women + one(of).men,
    (of: AreaWorld) => one(of).women + one(of)['?'],
    (of: AreaWorld) => one(of).men + one(of)['?'],
    ...(whole === people ? [(of: AreaWorld) => one(of).women + one(of).men + one(of)['?']] : []),
  ];
  /** Asks every question of all worlds that look the same. */
  function expectNobodyFinds(possible: ReadonlyMap<string, readonly AreaWorld[]>): void {
    for (const [seen, worlds] of possible)
      for (const question of questions) {
        const [answer = 0, ...others] = new Set(worlds.map(question));
        expect(others.length === 0 && isFew(answer), seen).toBe(false);
      }
  }

  test('nobody who knows the rule, and thinks of every way that it could have been, finds a count of one to four', () => {
    expectNobodyFinds(Map.groupBy(worldsOf(24), (world) => seenOf(publicFigures(officialOf(world), both, '2025', []))));
  });

  test('nor from what was published before and after a correction', () => {
    const most = 13;
    const states = worldsOf(most).map((world) => {
      const official = officialOf(world);
      const shown = publicFigures(official, both, '2025', []);
      return { world, official, shown, seen: seenOf(shown) };
    });
    // Who looks the same at first is looked at together: what follows depends on no more than that was seen.
    // A total is corrected by less than five without being shown: were there no room for that, the bound would tell it.
    const first = states.filter(
      ({ world }) => Object.values(one(world)).reduce((all, count) => all + count) <= most - 5,
    );
    for (const alike of Map.groupBy(first, ({ seen }) => seen).values()) {
      const shown = alike[0]?.shown ?? [];
      const after = Map.groupBy(states, ({ official }) => seenOf(publicFigures(official, both, '2025', [shown])));
      for (const [seen, worlds] of after)
        expectNobodyFinds(new Map([[`${seenOf(shown)}, then ${seen}`, worlds.map(({ world }) => world)]]));
    }
  });
});

/** Women, men and unknown of up to so many in all, in every way that says of somebody, but not of a single one, which they are. */
function worldsOf(most: number): AreaWorld[] {
  const found: AreaWorld[] = [];
  for (let women = 0; women <= most; women++)
    for (let men = 0; men <= most - women; men++)
      for (let unknown = 0; unknown <= most - women - men; unknown++)
        if (women + men > 0 && women + men + unknown > 1) found.push(year(women, men, unknown));
  return found;
}

/** Everything that is public of the two, as sums over who is behind it. */
function knownOf(window: string, figures: readonly PublicFigure[], state: number): Known[] {
  const inside = periodsInside(period(window), ['quarter']).map(({ id }) => id);
  const over = (which: readonly string[]) =>
    new Map(inside.flatMap((quarter) => which.map((part) => [`${state} ${quarter} ${part}`, 1] as const)));
  return figures.flatMap(({ id, value, ratio, breakdowns }): Known[] => {
    const { parts: named = {}, missing = null } = breakdowns['gender'] ?? {};
    const all: (readonly [readonly string[], unknown])[] = [
      [id === 'known' ? ['women', 'men'] : parts, value],
      [['women'], ratio?.numerator],
      [['women', 'men'], ratio?.denominator],
      ...[...Object.entries(named), ['?', missing] as const].map(([part, count]) => [[part], count] as const),
    ];
    return all.flatMap(([which, count]) =>
      typeof count === 'string' ? [{ of: over(which), value: Number(count) }] : [],
    );
  });
}
