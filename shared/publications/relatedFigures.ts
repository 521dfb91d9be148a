import { compare, subtract, zero } from '../decimal.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { partsOfIndicator, wholesOf } from '../indicators/partOf.ts';
import type { Figure } from '../summary/figures.ts';
import { dimensionsIn, gapsBetween, hasMovedSafely, isSafeGap, isSame, ownIn, shownIn, type Shown } from './gaps.ts';
import { hiddenFigure, isSafe, publicFigure, whollyHidden, type PublicFigure } from './publicFigure.ts';

type Indicators = ReadonlyMap<string, Indicator>;
/** The numbers that one version shows, by indicator. */
type Version = (indicatorId: string) => readonly Shown[];
/** A breakdown of a figure, or `null` for the figure itself. */
type Place = string | null;

/**
 * The official figures of an area and window as anyone may see them: each by `publicFigure`, and then held against those that count some
 * of the same (`partOf`), so that a whole less its part is none or at least five people.
 *
 * - A part is hidden where it comes too close to what it is part of, by itself or with other parts of it, as that is now or was ever
 *   shown, and where what is between them has moved by few. A whole that is hidden here is held against all the same: of firms, a year's
 *   are the quarters' together.
 * - A whole that has come too close to a part as that was shown before is hidden, since nothing can hide that part any more.
 * - What one of them was shown without, a breakdown or a part, is not shown later in its stead.
 * - Where only a breakdown comes too close, only that is hidden.
 *
 * `versions` are all that were published of the same area and window, withdrawn ones too.
 */
export function publicFigures(
  figures: readonly Figure[],
  indicators: Indicators,
  window: string,
  versions: readonly (readonly PublicFigure[])[],
): PublicFigure[] {
  const before = Map.groupBy(versions.flat(), ({ id }) => id);
  const alone = figures.flatMap((figure) => {
    const indicator = indicators.get(figure.id);
    return indicator ? [publicFigure(figure, indicator, window, before.get(figure.id) ?? [])] : [];
  });
  const now = versionOf(alone, indicators);
  const past = versions.map((version) => versionOf(version, indicators));
  const done = new Map<string, PublicFigure>();
  const depth = ({ id }: PublicFigure) => wholesOf(id, indicators).length;
  // Parts before what they are part of, which is shown by which of them are.
  for (const figure of [...alone].sort((a, b) => depth(b) - depth(a))) {
    const places = [
      ...tooCloseToWholes(figure.id, now, past, indicators),
      ...tooCloseToParts(figure.id, now, past, versionOf([...done.values()], indicators), indicators),
    ];
    done.set(figure.id, without(figure, new Set(places)));
  }
  return alone.flatMap(({ id }) => done.get(id) ?? []);
}

function versionOf(figures: readonly PublicFigure[], indicators: Indicators): Version {
  const shown = new Map(
    figures.map((figure) => {
      const indicator = indicators.get(figure.id);
      return [figure.id, indicator ? shownIn(figure, indicator) : []] as const;
    }),
  );
  return (id) => shown.get(id) ?? [];
}

/** The places of a figure, `null` for itself, that come too close to what it is part of. */
function tooCloseToWholes(id: string, now: Version, past: readonly Version[], indicators: Indicators): Place[] {
  return wholesOf(id, indicators).flatMap((whole) => {
    const gaps = gapsBetween(now(whole), now(id));
    const unsafe = [
      ...[now, ...past].flatMap((version) => gapsBetween(version(whole), now(id)).filter((gap) => !isSafeGap(gap))),
      ...past.flatMap((version) => {
        const then = gapsBetween(version(whole), version(id));
        return gaps.filter((gap) => !hasMovedSafely(gap, then));
      }),
    ];
    const places = unsafe.map(({ part }) => part.dimension);
    // A breakdown told then what the part was, and nothing says that both have moved by enough.
    const toldNow = dimensionsIn(now(whole));
    const wasTold = past.some(
      (version) =>
        ownIn(version(id)).length === 0 &&
        [...dimensionsIn(version(whole))].some((dimension) => !toldNow.has(dimension)),
    );
    return wasTold || leavesFew(id, whole, now, indicators) ? [...places, null] : places;
  });
}

/** The places of a figure, `null` for itself, that come too close to a part of it as that was shown before. */
function tooCloseToParts(
  id: string,
  now: Version,
  past: readonly Version[],
  done: Version,
  indicators: Indicators,
): Place[] {
  // What was shown already tells nothing new.
  const isNew = (one: Shown) =>
    !past.some((then) => then(id).some((old) => isSame(old, one) && old.count === one.count));
  const news = now(id).filter(isNew);
  return partsOfIndicator(id, indicators).flatMap((part) =>
    past.flatMap((version) => {
      const unsafe = gapsBetween(news, version(part)).filter((gap) => !isSafeGap(gap));
      const places = unsafe.map(({ whole }) => whole.dimension);
      if (ownIn(version(part)).length === 0 || ownIn(done(part)).length > 0) return places;
      // A breakdown would tell what the part is now, which is hidden, beside what it was.
      return [...places, ...[...dimensionsIn(news)].filter((dimension) => !dimensionsIn(version(id)).has(dimension))];
    }),
  );
}

/** Whether a whole less a part and any of its other parts leaves one to four people, as where they share it between them. */
function leavesFew(id: string, whole: string, now: Version, indicators: Indicators): boolean {
  // Ratios of the same hold each other's people, and do not share it.
  const countsOf = (one: string) => (indicators.get(one)?.kind === 'ratio' ? [] : ownIn(now(one)));
  const related = new Set([id, ...wholesOf(id, indicators), ...partsOfIndicator(id, indicators)]);
  const others = partsOfIndicator(whole, indicators).filter((one) => !related.has(one));
  return gapsBetween(countsOf(whole), countsOf(id)).some(({ count }) => {
    let left = new Set([count]);
    for (const other of others) {
      const less = [...left].flatMap((rest) => countsOf(other).map((one) => subtract(rest, one.count)));
      left = new Set([...left, ...less.filter((rest) => compare(rest, zero) >= 0)]);
    }
    return [...left].some((rest) => !isSafe(rest));
  });
}

/** A figure without the breakdowns that are named, or without any number where it is itself. */
function without(figure: PublicFigure, places: ReadonlySet<Place>): PublicFigure {
  if (places.has(null)) return hiddenFigure(figure);
  const breakdowns = Object.entries(figure.breakdowns).map(
    ([dimension, breakdown]) => [dimension, places.has(dimension) ? whollyHidden : breakdown] as const,
  );
  return { ...figure, breakdowns: Object.fromEntries(breakdowns) };
}
