import { addDays } from '@insatskollen/shared/calendar/days.ts';
import type { Line } from './lines.ts';

/** Where the marks of each kind lie, outermost first: what is due outside of the months, what is met about inside. */
export const rings = { months: 132, width: 26, deadline: 174, answer: 174, dialogue: 104, activity: 84 } as const;
const STEP = 11;
const CENTRE = 200;
/** Marks nearer to each other than this many degrees are moved apart, outwards or inwards. */
const CROWDED = 4.5;

export interface Mark {
  key: string;
  kind: Line['kind'];
  title: string;
  x: number;
  y: number;
  late: boolean;
  /** An arc for what takes many days. */
  arc: string | null;
}

const round = (value: number): number => Math.round(value * 10) / 10;
/** How far round the year a day begins, in degrees clockwise from the top. */
export function angleOf(day: string, year: number): number {
  const first = Date.parse(`${year}-01-01T00:00:00Z`);
  const next = Date.parse(`${year + 1}-01-01T00:00:00Z`);
  return (360 * (Date.parse(`${day}T00:00:00Z`) - first)) / (next - first);
}

export function point(degrees: number, radius: number): { x: number; y: number } {
  const radians = ((degrees - 90) * Math.PI) / 180;
  return { x: round(CENTRE + radius * Math.cos(radians)), y: round(CENTRE + radius * Math.sin(radians)) };
}

function arc(from: number, to: number, radius: number): string {
  const [a, b] = [point(from, radius), point(to, radius)];
  return `M${a.x} ${a.y}A${radius} ${radius} 0 ${to - from > 180 ? 1 : 0} 1 ${b.x} ${b.y}`;
}

/** Every line of a year as a mark on the wheel; those that would lie on each other are moved apart. */
export function marksOf(lines: readonly Line[], year: number): Mark[] {
  const placed: { ring: number; radius: number; degrees: number }[] = [];
  return lines.map(({ key, kind, title, starts, ends, late }) => {
    const first = starts < `${year}-01-01` ? `${year}-01-01` : starts;
    const last = ends > `${year}-12-31` ? `${year}-12-31` : ends;
    const degrees = angleOf(first, year);
    const ring = rings[kind];
    const direction = ring > rings.months ? 1 : -1;
    let radius: number = ring;
    while (placed.some((one) => one.radius === radius && Math.abs(one.degrees - degrees) < CROWDED) && radius > STEP)
      radius += direction * STEP;
    radius = Math.min(radius, CENTRE - 6);
    placed.push({ ring, radius, degrees });
    const long = first !== last ? arc(degrees, angleOf(addDays(last, 1), year), radius) : null;
    return { key, kind, title, late, arc: long, ...point(degrees, radius) };
  });
}

/** The twelve months: where each begins and is named. */
export function monthsOf(year: number) {
  return Array.from({ length: 12 }, (_, n) => {
    const month = String(n + 1).padStart(2, '0');
    const begins = angleOf(`${year}-${month}-01`, year);
    const ends = n === 11 ? 360 : angleOf(`${year}-${String(n + 2).padStart(2, '0')}-01`, year);
    const edge = {
      from: point(begins, rings.months - rings.width / 2),
      to: point(begins, rings.months + rings.width / 2),
    };
    return { month, edge, name: point((begins + ends) / 2, rings.months) };
  });
}
