import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chainEvent,
  eventTypes,
  firstBrokenEvent,
  hashEvent,
  type ReportEvent,
} from '@insatskollen/shared/reports/events.ts';
import { always } from '../always.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const report = { agreementId: 'almi-2026', period: '2026-Q1' };

/** A history as the product writes it, each event chained to the one before. */
function history(events: Pick<ReportEvent, 'type' | 'personId' | 'reason'>[]): ReportEvent[] {
  const chained: ReportEvent[] = [];
  for (const [index, { type, personId, reason }] of events.entries()) {
    const at = new Date(Date.UTC(2026, 3, 1, 8, index)).toISOString();
    const event = {
      number: index + 1,
      type,
      at,
      personId,
      version: 1,
      reason,
      previousHash: chained.at(-1)?.hash ?? null,
    };
    chained.push(chainEvent(event, report, sha256));
  }
  return chained;
}
const expected = (events: readonly ReportEvent[]) => ({ count: events.length, hash: events.at(-1)?.hash ?? null });
const verify = (events: readonly ReportEvent[], kept = expected(events), of = report) =>
  firstBrokenEvent(events, kept, of, sha256);

const histories = fc
  .array(
    fc.record({
      type: fc.constantFrom(...eventTypes),
      personId: fc.string({ maxLength: 5 }),
      reason: fc.option(fc.string()),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map(history);

describe('the history of a report', () => {
  test('holds when nobody has touched it, also before anything has happened', () => {
    always(
      fc.property(histories, (events) => {
        expect(verify(events)).toBeUndefined();
      }),
    );
    expect(verify([])).toBeUndefined();
  });

  test('names the first event that was changed, whatever was changed in it', () => {
    const changes: ((event: ReportEvent) => Partial<ReportEvent>)[] = [
      ({ type }) => ({ type: type === 'approved' ? 'returned' : 'approved' }),
      ({ at }) => ({ at: at.replace('2026', '2025') }),
      ({ personId }) => ({ personId: `${personId}x` }),
      ({ version }) => ({ version: (version ?? 0) + 1 }),
      ({ version }) => ({ version: version === null ? 0 : null }),
      ({ reason }) => ({ reason: reason === null ? '' : null }),
      ({ reason }) => ({ reason: `${reason ?? ''}.` }),
      ({ number }) => ({ number: number + 1 }),
      ({ previousHash }) => ({ previousHash: previousHash === null ? sha256('') : null }),
      ({ hash }) => ({ hash: sha256(hash) }),
    ];
    always(
      fc.property(histories, fc.nat(), fc.constantFrom(...changes), (events, at, change) => {
        const index = at % events.length;
        const tampered = events.map((event, n) => (n === index ? { ...event, ...change(event) } : event));
        expect(verify(tampered, expected(events))).toBe(index + 1);
      }),
    );
  });

  test('shows a change whose hash was made to fit, by the event after it or by the head', () => {
    always(
      fc.property(histories, fc.nat(), (events, at) => {
        const index = at % events.length;
        const rehashed = events.map((event, n) =>
          n === index ? chainEvent({ ...event, reason: 'Ändrat i efterhand.' }, report, sha256) : event,
        );
        fc.pre(rehashed[index]?.hash !== events[index]?.hash);
        expect(verify(rehashed, expected(events))).toBe(index + 2);
      }),
    );
  });

  test('shows an event that was taken away, from the middle or from the end', () => {
    always(
      fc.property(histories, fc.nat(), (events, at) => {
        const index = at % events.length;
        expect(
          verify(
            events.filter((_event, n) => n !== index),
            expected(events),
          ),
        ).toBe(index + 1);
      }),
    );
  });

  test('shows one that was put in, and events that changed places', () => {
    always(
      fc.property(histories, (events) => {
        const [first] = events;
        if (!first) return;
        expect(verify([first, ...events], expected(events))).toBe(2);
        if (events.length > 1) expect(verify(events.toReversed(), expected(events))).toBe(1);
      }),
    );
  });

  test('shows one that was added after the last that the report knows of', () => {
    const events = history([
      { type: 'draftStarted', personId: 'p1', reason: null },
      { type: 'submitted', personId: 'p1', reason: null },
      { type: 'approved', personId: 'p2', reason: null },
    ]);
    expect(verify(events, expected(events.slice(0, 2)))).toBe(3);
  });

  test('belongs to its report: another’s does not hold in its place', () => {
    const events = history([{ type: 'draftStarted', personId: 'p1', reason: null }]);
    expect(verify(events, expected(events), { ...report, period: '2026-Q2' })).toBe(1);
    expect(verify(events, expected(events), { ...report, agreementId: 'nfc-2026' })).toBe(1);
  });

  test('hashes everything in an event, over its canonical form', () => {
    const [event] = history([{ type: 'returned', personId: 'p2', reason: 'Se anmärkningarna.' }]);
    if (!event) throw new Error('an event was made');
    const form =
      '{"agreementId":"almi-2026","at":"2026-04-01T08:00:00.000Z","number":1,"period":"2026-Q1","personId":"p2",' +
      '"previousHash":null,"reason":"Se anmärkningarna.","type":"returned","version":1}';
    expect(hashEvent(event, report, sha256)).toBe(sha256(form));
  });
});
