import { parts } from './world.ts';

/** So few people that somebody might be made out. */
export const isFew = (count: number) => Math.abs(count) >= 1 && Math.abs(count) <= 4;

/** A number that is public: what it adds up, and what it is. A place is one report's part at one step of its corrections. */
export interface Known {
  of: ReadonlyMap<string, number>;
  value: number;
}

/** Whether a sum is a count of people: each once at one state of the world, or the same people at one state less those at another. */
function isCountOfPeople(of: ReadonlyMap<string, number>, countsPeople: boolean): boolean {
  const places = [...of].filter(([, times]) => times !== 0);
  if (places.some(([, times]) => Math.abs(times) > 1)) return false;
  const byState = [...Map.groupBy(places, ([place]) => place.split(' ')[0])].map(([, all]) => ({
    signs: new Set(all.map(([, times]) => times)),
    who: all
      .map(([place]) => place.split(' ').slice(1).join(' '))
      .sort()
      .join(),
  }));
  const [one, other, ...more] = byState;
  if (!one || more.length > 0 || byState.some(({ signs }) => signs.size > 1)) return false;
  if (other && (one.who !== other.who || [...one.signs][0] === [...other.signs][0])) return false;
  // Of firms only what tells one gender from the other is about people.
  return (
    countsPeople || places.some(([place, times]) => parts.some((part) => (of.get(at(place, part)) ?? 0) !== times))
  );
}
const at = (place: string, part: string) => [...place.split(' ').slice(0, 2), part].join(' ');

/** Every count of people that comes from adding and taking away up to four public numbers. */
export function* countsFrom(known: readonly Known[], countsPeople: boolean): Generator<number> {
  const walk = function* (from: number, left: number, of: Map<string, number>, value: number): Generator<number> {
    if (of.size > 0 && isCountOfPeople(of, countsPeople)) yield value;
    if (left === 0) return;
    for (let n = from; n < known.length; n++)
      for (const sign of [1, -1]) {
        const next = new Map(of);
        for (const place of known[n]?.of.keys() ?? []) next.set(place, (next.get(place) ?? 0) + sign);
        yield* walk(n + 1, left - 1, next, value + sign * (known[n]?.value ?? 0));
      }
  };
  yield* walk(0, 4, new Map(), 0);
}
