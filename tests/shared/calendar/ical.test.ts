import type { CalendarEntry } from '@insatskollen/shared/calendar/entry.ts';
import { clockTime, icalendar } from '@insatskollen/shared/calendar/ical.ts';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';

const entry = (more: {
  title?: string;
  starts?: string;
  ends?: string;
  time?: string | null;
  endTime?: string | null;
  place?: string | null;
  description?: string | null;
}): CalendarEntry => ({
  id: 'activity-a-2026-03-02',
  starts: '2026-03-02',
  ends: more.starts ?? '2026-03-02',
  time: null,
  endTime: null,
  title: 'Möte',
  kind: 'activity',
  activityId: 'a',
  activityKind: 'other',
  place: null,
  description: null,
  ...more,
});
const written = (...entries: CalendarEntry[]) =>
  icalendar(entries, {
    name: 'Insatskollen',
    origin: 'https://insatskollen.example',
    now: new Date('2026-11-20T07:00:00Z'),
    language: 'sv',
    pathOf: () => '/kalender',
  });
const read = (text: string) =>
  ICAL.Component.fromString(text)
    .getAllSubcomponents('vevent')
    .map((event) => new ICAL.Event(event));

describe('a calendar file', () => {
  test('holds any text unchanged, in lines of at most 75 octets', () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 200 })
      .filter((one) => !/[^\P{Cc}\n]/u.test(one) && one.isWellFormed());
    fc.assert(
      fc.property(text, text, (title, description) => {
        const file = written(entry({ title, description, place: title }));
        expect(file.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
        const [event] = read(file);
        expect([event?.summary, event?.description, event?.location]).toEqual([title, description, title]);
      }),
      { numRuns: 100 },
    );
  });

  test('leaves out what cannot be printed, so that no line of its own can be made', () => {
    const [event, ...more] = read(written(entry({ title: 'a\u0000b\r\nEND:VEVENT\r\nBEGIN:VEVENT' })));
    expect([event?.summary, more]).toEqual(['ab\nEND:VEVENT\nBEGIN:VEVENT', []]);
  });

  test.each([
    ['2026-01-15', '09:00', '2026-01-15T08:00:00.000Z'],
    ['2026-07-15', '09:00', '2026-07-15T07:00:00.000Z'],
    ['2026-03-29', '03:30', '2026-03-29T01:30:00.000Z'],
    ['2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25', '03:30', '2026-10-25T02:30:00.000Z'],
  ])('has the clock of Stockholm: %s %s', (day, time, instant) => {
    expect(clockTime(day, time).toISOString()).toBe(instant);
    const [event] = read(written(entry({ starts: day, time, endTime: '23:00' })));
    expect(event?.startDate.toJSDate().toISOString()).toBe(instant);
  });

  test('has whole days where there is no time, up to and with the last', () => {
    const [event] = read(written(entry({ starts: '2026-03-02', ends: '2026-03-31' })));
    expect([event?.startDate.toString(), event?.endDate.toString(), event?.startDate.isDate]).toEqual([
      '2026-03-02',
      '2026-04-01',
      true,
    ]);
  });
});
