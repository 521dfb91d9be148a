import { rebuild } from '@insatskollen/functions/audit/rebuild.ts';
import { verify } from '@insatskollen/functions/audit/verify.ts';
import { eventKey, headKey, versionKey } from '@insatskollen/functions/table/keys.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { openDemoHouse, type DemoHouse } from '../demoHouse.ts';

let house: DemoHouse;
beforeAll(async () => {
  house = await openDemoHouse();
});

const officialCells = () =>
  house.deps.table.queryAll({
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
    ExpressionAttributeValues: { ':pk': 'SUMMARY#official#2026', ':sk': 'T#2026-Q1#starka-nyforetagande' },
  });

describe('verifying', () => {
  test('finds nothing wrong with the demo, to the last decimal', async () => {
    const verification = await verify(house.deps);
    expect(verification.differences).toEqual([]);
    expect(verification.reports).toBe(115);
    expect(verification.cells).toBeGreaterThan(100);
  });

  test('finds a changed figure by its key, and rebuilding mends it', async () => {
    const [cell] = await officialCells();
    if (!cell) throw new Error('no cell');
    await house.deps.table.put({ Item: { ...cell, 'v:startade-foretag': 999999 } });
    const { differences } = await verify(house.deps);
    expect(differences.map(({ key, what }) => [key, what])).toContainEqual([
      'SUMMARY#official#2026 / T#2026-Q1#starka-nyforetagande',
      'v:startade-foretag',
    ]);
    expect(await rebuild(house.deps)).toEqual({ written: 1, left: 0 });
    expect((await verify(house.deps)).differences).toEqual([]);
  });

  test('rebuilding brings back a summary, a chain and a row that are gone', async () => {
    const { table } = house.deps;
    const chains = await table.get({ pk: 'CHAIN#uf-2024-25', sk: 'official' });
    const [cell] = await officialCells();
    const [row] = await table.queryAll({
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': 'CONTRIBUTION#official#starka-nyforetagande' },
    });
    const gone = [cell, row, chains].filter((item) => item !== undefined);
    await table.transact(gone.map((item) => ({ Delete: { Key: { pk: String(item['pk']), sk: String(item['sk']) } } })));
    expect((await verify(house.deps)).differences.length).toBeGreaterThan(0);
    expect((await rebuild(house.deps)).left).toBe(0);
    expect((await verify(house.deps)).differences).toEqual([]);
  });

  test('finds a changed event, a changed version and a version that is gone', async () => {
    const { table } = house.deps;
    const report = ['almi-basuppdrag-2025', '2025-Q1'] as const;
    const event = await table.get(eventKey(...report, 2));
    await table.put({ Item: { ...event, personId: 'someone-else' } });
    const other = ['almi-basuppdrag-2025', '2025-Q2'] as const;
    const version = await table.get(versionKey(...other, 1));
    await table.put({ Item: { ...version, answers: String(version?.['answers']).replace('rådgivning', 'bokföring') } });
    const third = ['almi-basuppdrag-2025', '2025-Q3'] as const;
    const kept = await table.get(versionKey(...third, 1));
    const head = await table.get(headKey(...third));
    await table.put({ Item: { ...head, version: 2 } });
    const { differences } = await verify(house.deps);
    const found = differences.map(({ key, what }) => `${what}: ${key}`);
    expect(found).toContain('hash chain: REPORT#almi-basuppdrag-2025#2025-Q1 / EVENT#000002');
    expect(found).toContain('receipt: VERSION#almi-basuppdrag-2025#2025-Q2 / 000001');
    expect(found).toContain('version: VERSION#almi-basuppdrag-2025#2025-Q3 / 000002');
    await table.put({ Item: { ...event } });
    await table.put({ Item: { ...version } });
    await table.put({ Item: { ...kept } });
    await table.put({ Item: { ...head } });
    expect((await verify(house.deps)).differences).toEqual([]);
  });
});
