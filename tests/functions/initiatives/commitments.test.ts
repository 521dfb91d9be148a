import { expect, test } from 'vitest';
import { openDemoHouse } from '../demoHouse.ts';

interface Answer {
  items: {
    at: number;
    from: string;
    to: string;
    amount: { min: string; max: string } | null;
    reports: { answered: number; all: number };
    state: string;
  }[];
}
interface Contributions {
  items: { initiativeId: string; answer: { kind: string; value?: string } }[];
}

test('a promise is followed by what is approved of its indicator, as the figures are', async () => {
  const house = await openDemoHouse();
  const { items } = (await house.call<Answer>('ledning', 'GET', '/initiatives/modda-sormland/commitments')).json;
  // The promise of nine municipalities has no indicator in the plan, so only the first is followed.
  expect(items.map(({ at, from, to }) => [at, from, to])).toEqual([[0, '2025', '2026']]);

  const made = await house.call<Contributions>(
    'ledning',
    'GET',
    '/summary/contributions?from=2025&to=2026&indicator=deltagare-i-kompetensinsats',
  );
  const own = made.json.items.filter(({ initiativeId }) => initiativeId === 'modda-sormland');
  const values = own.map(({ answer }) => Number(answer.value ?? 0));
  const total = values.reduce((sum, value) => sum + value, 0);
  expect(total).toBeGreaterThan(0);
  // People are unique, so that what two periods count may be the same ones.
  expect(items[0]?.amount).toEqual({ min: String(Math.max(...values)), max: String(total) });
  expect(items[0]?.reports.answered).toBe(own.filter(({ answer }) => answer.kind === 'value').length);
});

test('an initiative that promises nothing in numbers has nothing to follow', async () => {
  const house = await openDemoHouse();
  expect((await house.call<Answer>('ledning', 'GET', '/initiatives/almi-basuppdrag/commitments')).json.items).toEqual(
    [],
  );
  expect((await house.call('ledning', 'GET', '/initiatives/ingen/commitments')).status).toBe(404);
});
