import { PreferencesSchema, usualPreferences, type Preferences } from '@insatskollen/shared/notices/preferences.ts';
import { z } from 'zod';
import type { Item, Table, TransactWrite } from '../table/client.ts';
import { preferencesKey, preferencesPartition } from '../table/keys.ts';

/** What somebody has chosen, and how often they have: 0 for whoever never did. */
export interface Chosen {
  preferences: Preferences;
  version: number;
}

const StoredSchema = z.object({ sk: z.string(), preferences: PreferencesSchema, version: z.coerce.number().int() });
const usual: Chosen = { preferences: usualPreferences, version: 0 };

export async function preferencesOf(table: Table, personId: string): Promise<Chosen> {
  const item = await table.get(preferencesKey(personId));
  return item ? StoredSchema.parse(item) : usual;
}

/** What everyone has chosen, by person; the usual for whoever is not in the table. */
export async function allPreferences(table: Table): Promise<(personId: string) => Preferences> {
  const items = await table.queryAll({
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': preferencesPartition },
  });
  const chosen = new Map(items.map((item: Item) => StoredSchema.parse(item)).map((one) => [one.sk, one.preferences]));
  return (personId) => chosen.get(personId) ?? usualPreferences;
}

/** Replaces what somebody had chosen, if it is still as read. */
export const putPreferences = (personId: string, before: number, preferences: Preferences): TransactWrite => ({
  Put: {
    Item: { ...preferencesKey(personId), preferences, version: before + 1 },
    ConditionExpression: 'attribute_not_exists(pk) OR #version = :before',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':before': before },
  },
});
