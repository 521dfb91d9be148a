import { addDays, stockholmOffsetHours, type Day } from './days.ts';
import type { CalendarEntry } from './entry.ts';

const LINE_OCTETS = 75;

/** A text of RFC 5545 (3.3.11): backslash, semicolon, comma and line ends are escaped, what cannot be printed is left out. */
const escaped = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');

const octets = (text: string): number => new TextEncoder().encode(text).length;

/** A content line folded so that no part is over 75 octets (RFC 5545, 3.1), never within a character. */
function folded(line: string): string {
  if (octets(line) <= LINE_OCTETS) return line;
  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const sign of line) {
    const size = octets(sign);
    // A folded line begins with a blank, which counts.
    if (used + size > LINE_OCTETS) {
      parts.push(part);
      part = '';
      used = 1;
    }
    part += sign;
    used += size;
  }
  return [...parts, part].join('\r\n ');
}

const compact = (day: Day): string => day.replaceAll('-', '');
const utc = (instant: Date): string => instant.toISOString().replaceAll(/[-:]/g, '').replace(/\.\d+/, '');

/** A time of the clock in Stockholm as an instant. In the hour that comes twice it is the first; in the one that is left out, the hour after. */
export function clockTime(day: Day, time: string): Date {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  const summer = new Date(asUtc - 2 * 3_600_000);
  return stockholmOffsetHours(summer) === 2 ? summer : new Date(asUtc - 3_600_000);
}

function times({ starts, ends, time, endTime }: CalendarEntry): string[] {
  if (time === null || starts !== ends)
    return [`DTSTART;VALUE=DATE:${compact(starts)}`, `DTEND;VALUE=DATE:${compact(addDays(ends, 1))}`];
  const begins = clockTime(starts, time);
  const over = endTime === null ? new Date(begins.getTime() + 3_600_000) : clockTime(ends, endTime);
  return [`DTSTART:${utc(begins)}`, `DTEND:${utc(over)}`];
}

const placeOf = (entry: CalendarEntry): string | null =>
  entry.kind === 'dialogue' || entry.kind === 'activity' ? entry.place : null;

/**
 * A calendar of RFC 5545 that programs subscribe to. Instants are in UTC, so that no definition of time zones is needed; whole
 * days have none. `origin` is the product's address: entries lead to it, and their names are unique within it.
 */
export function icalendar(
  entries: readonly CalendarEntry[],
  about: { name: string; origin: string; now: Date; language: 'sv' | 'en'; pathOf: (entry: CalendarEntry) => string },
): string {
  const { name, origin, now, language, pathOf } = about;
  const host = new URL(origin).hostname;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Region Sörmland//Insatskollen//SV',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    'X-WR-TIMEZONE:Europe/Stockholm',
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...entries.flatMap((entry) => {
      const place = placeOf(entry);
      const about = entry.kind === 'activity' ? entry.description : null;
      return [
        'BEGIN:VEVENT',
        `UID:${escaped(entry.id)}@${host}`,
        `DTSTAMP:${utc(now)}`,
        ...times(entry),
        `SUMMARY;LANGUAGE=${language}:${escaped(entry.title)}`,
        ...(place === null ? [] : [`LOCATION:${escaped(place)}`]),
        ...(about === null ? [] : [`DESCRIPTION:${escaped(about)}`]),
        `URL:${origin}${pathOf(entry)}`,
        // A deadline takes nobody's time from the morning on.
        `TRANSP:${entry.kind === 'deadline' || entry.kind === 'answer' ? 'TRANSPARENT' : 'OPAQUE'}`,
        'END:VEVENT',
      ];
    }),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
