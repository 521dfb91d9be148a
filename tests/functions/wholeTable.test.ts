import { expect, test } from 'vitest';
import { freshTable } from '../table-engine.ts';
import { changedBetween, wholeTable } from './wholeTable.ts';

test('what any way to the table wrote is seen at the next look', async () => {
  const table = await freshTable();
  const key = { pk: 'A', sk: '1' };
  const looks = [await wholeTable(table)];
  await table.put({ Item: { ...key, text: 'one' } });
  looks.push(await wholeTable(table));
  await table.through((send) => send).transact([{ Put: { Item: { ...key, text: 'two' } } }]);
  looks.push(await wholeTable(table));
  await table.putAll([{ ...key, sk: '2' }]);
  looks.push(await wholeTable(table));
  await table.get(key);
  looks.push(await wholeTable(table));
  const changed = looks.slice(1).map((look, n) => changedBetween(looks[n] ?? new Map<string, string>(), look));
  expect(changed).toEqual([['A 1'], ['A 1'], ['A 2'], []]);
});
