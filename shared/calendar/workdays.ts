import { addDays, lastDayOfMonth, weekday, type Day } from './days.ts';

/** Easter Sunday of a year in the Gregorian calendar (Gauss's method in its later, exception-free form). */
export function easterSunday(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const moonShift =
    (19 * golden +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30;
  const weekShift = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - moonShift - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moonShift + 22 * weekShift) / 451);
  const month = Math.floor((moonShift + weekShift - 7 * late + 114) / 31);
  const day = ((moonShift + weekShift - 7 * late + 114) % 31) + 1;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const saturdayFrom = (day: Day): Day => addDays(day, (6 - weekday(day) + 7) % 7);

/**
 * Public holidays of Sweden in a year (lag 1989:253), and the three eves that lag 1930:173 counts with them when a time limit
 * ends: Midsummer, Christmas and New Year's Eve.
 */
export function swedishHolidays(year: number): ReadonlySet<Day> {
  const easter = easterSunday(year);
  const midsummer = saturdayFrom(`${year}-06-20`);
  return new Set([
    `${year}-01-01`,
    `${year}-01-06`,
    addDays(easter, -2),
    easter,
    addDays(easter, 1),
    `${year}-05-01`,
    addDays(easter, 39),
    addDays(easter, 49),
    `${year}-06-06`,
    addDays(midsummer, -1),
    midsummer,
    saturdayFrom(`${year}-10-31`),
    `${year}-12-24`,
    `${year}-12-25`,
    `${year}-12-26`,
    lastDayOfMonth(year, 12),
  ]);
}

export const isWorkday = (day: Day): boolean =>
  weekday(day) !== 0 && weekday(day) !== 6 && !swedishHolidays(Number(day.slice(0, 4))).has(day);

/** The day itself, or the first working day after it. */
export function workdayFrom(day: Day): Day {
  let candidate = day;
  while (!isWorkday(candidate)) candidate = addDays(candidate, 1);
  return candidate;
}

/** The day that lies so many working days after `day`. */
export function addWorkdays(day: Day, workdays: number): Day {
  let reached = day;
  for (let left = workdays; left > 0; left--) reached = workdayFrom(addDays(reached, 1));
  return reached;
}
