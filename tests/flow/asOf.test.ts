import { SummarySchema } from '@insatskollen/functions/summary/schemas.ts';
import { expect, test } from 'vitest';
import { agreement } from './agreements.ts';
import { openHouse, read } from './house.ts';

test('an agreement of next year is in the figures as of the moment that it was loaded, as it was then', async () => {
  const next = agreement(
    'next',
    { actor: 'north', initiative: 'advice', frequency: 'quarterly', runs: 364, asks: ['visits'], seed: 7 },
    '2027-01-01',
  );
  const house = await openHouse({ agreements: [next], now: '2026-04-13T08:00:00.000Z' });
  const path = '/summary?from=2027&to=2027';
  const { asOf, groups } = await read(house.door, SummarySchema, 'kim', path);
  expect(groups[0]).toMatchObject({ coverage: { expected: 4, notStarted: 4 }, indicators: [{ id: 'visits' }] });
  house.pass(300 * 24 * 3_600_000);
  expect((await read(house.door, SummarySchema, 'kim', `${path}&asOf=${asOf}`)).groups).toEqual(groups);
});
