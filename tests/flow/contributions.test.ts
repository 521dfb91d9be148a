import { ContributionsSchema, SummarySchema } from '@insatskollen/functions/summary/schemas.ts';
import { expect, test } from 'vitest';
import { agreement } from './agreements.ts';
import { openHouse, read } from './house.ts';
import { lifeOf } from './life.ts';

test('a stock figure opens the answer that it is made of, also where only the last day of its period is in the window', async () => {
  const whole = agreement(
    'whole',
    { actor: 'north', initiative: 'advice', frequency: 'yearly', runs: 729, asks: ['visits', 'firms'], seed: 7 },
    '2025-01-01',
  );
  const house = await openHouse({ agreements: [whole], now: '2026-04-13T08:00:00.000Z' });
  const life = lifeOf(house.door, whole, '2025');
  const value = (n: string) => ({ kind: 'value', value: n });
  await life.save({ values: { visits: value('3'), firms: value('9') }, texts: { done: 'much' } });
  await life.submit();
  await life.approve(1);
  const span = 'from=2025-26&to=2025-26';
  const { groups } = await read(house.door, SummarySchema, 'lea', `/summary?${span}`);
  expect(groups[0]?.indicators).toMatchObject([{ id: 'firms', value: '9', contributions: 1 }]);
  const rows = async (indicator: string) =>
    (await read(house.door, ContributionsSchema, 'lea', `/summary/contributions?${span}&indicator=${indicator}`)).items;
  expect(await rows('firms')).toMatchObject([{ period: '2025', answer: { value: '9' }, standing: 'counts' }]);
  expect(await rows('visits')).toEqual([]);
});
