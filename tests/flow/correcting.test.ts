import { rebuild } from '@insatskollen/functions/audit/rebuild.ts';
import { verify } from '@insatskollen/functions/audit/verify.ts';
import { ContributionsSchema } from '@insatskollen/functions/summary/schemas.ts';
import { expect, test } from 'vitest';
import { openHouse, read } from './house.ts';
import { answersTo, lifeOf, yearly } from './life.ts';

test('figures that are kept while a report is corrected are marked, and nothing to mend, until another version is approved', async () => {
  const agreed = yearly('kept');
  const house = await openHouse({ agreements: [agreed], now: '2026-04-13T08:00:00.000Z' });
  const life = lifeOf(house.door, agreed);
  const clean = async () => {
    expect((await verify(house.deps)).differences).toEqual([]);
    expect(await rebuild(house.deps)).toEqual({ written: 0, left: 0 });
    const path = '/summary/contributions?from=2026&to=2026&indicator=visits';
    const { items } = await read(house.door, ContributionsSchema, 'lea', path);
    return items.map(({ version, correcting }) => ({ version, correcting }));
  };
  await life.save();
  await life.submit();
  await life.approve(1);
  expect(await clean()).toEqual([{ version: 1, correcting: false }]);
  await life.reopen(1, true);
  expect(await clean()).toEqual([{ version: 1, correcting: true }]);
  await life.save(answersTo(agreed, 2));
  await life.submit();
  expect(await clean()).toEqual([{ version: 1, correcting: true }]);
  await life.approve(2);
  expect(await clean()).toEqual([{ version: 2, correcting: false }]);
});
