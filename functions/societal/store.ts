import { GeographySchema, type Geography } from '@insatskollen/shared/societal/indicator.ts';
import { SocietalValueSchema, type SocietalValue } from '@insatskollen/shared/societal/value.ts';
import { z } from 'zod';
import type { Item, Table } from '../table/client.ts';
import {
  societalFetchedKey,
  societalGeographiesKey,
  societalKey,
  societalPartition,
  societalPlacePartition,
  societalValuesPartition,
} from '../table/keys.ts';
import { withPlainNumbers } from '../table/numbers.ts';
import { FetchesSchema, type Fetched } from './schemas.ts';
import { StoredSocietalSchema, type StoredSocietal } from './stored.ts';

/** What is followed of society: the indicators in the register's order, the places, and what became of the last fetch. */
export interface Society {
  indicators: StoredSocietal[];
  geographies: Geography[];
  fetches: ReadonlyMap<string, Fetched[]>;
}

const GeographiesSchema = z.object({ geographies: z.array(GeographySchema) });
const ValuesSchema = z.object({
  series: z.string(),
  geography: z.string(),
  values: z.array(SocietalValueSchema.omit({ series: true, geography: true })),
});

/** One request: the values are read apart. */
export async function societyOf(table: Table): Promise<Society> {
  const items = await table.queryAll({
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': societalPartition },
    ConsistentRead: true,
  });
  const society = {
    indicators: [] as StoredSocietal[],
    geographies: [] as Geography[],
    fetches: new Map<string, Fetched[]>(),
  };
  for (const item of items) {
    const sk = String(item['sk']);
    if (sk === societalGeographiesKey.sk) society.geographies = GeographiesSchema.parse(item).geographies;
    else if (sk.startsWith('FETCHED#')) society.fetches.set(String(item['id']), FetchesSchema.parse(item['fetches']));
    else society.indicators.push(storedIn(item));
  }
  society.indicators.sort((a, b) => a.order - b.order);
  return society;
}

/** One indicator as it is now. */
export async function societalOf(table: Table, id: string): Promise<StoredSocietal | undefined> {
  const item = await table.get(societalKey(id));
  return item && storedIn(item);
}

const storedIn = (item: Item): StoredSocietal => StoredSocietalSchema.parse(withPlainNumbers(item));

/** All values of an indicator, read strongly. */
export async function valuesOf(table: Table, id: string): Promise<SocietalValue[]> {
  const items = await table.queryAll({
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': societalValuesPartition(id) },
    ConsistentRead: true,
  });
  return items.flatMap(valuesIn);
}

/** The values of all indicators in one place, by indicator. */
export async function valuesAt(table: Table, geography: string): Promise<{ id: string; values: SocietalValue[] }[]> {
  const items = await table.queryAll({
    IndexName: 'gsi1',
    KeyConditionExpression: 'gsi1pk = :pk',
    ExpressionAttributeValues: { ':pk': societalPlacePartition(geography) },
  });
  return items.map((item) => ({ id: String(item['id']), values: valuesIn(item) }));
}

function valuesIn(item: Item): SocietalValue[] {
  const { series, geography, values } = ValuesSchema.parse(item);
  return values.map((value) => ({ ...value, series, geography }));
}

type Unjudged = Omit<StoredSocietal, 'judged'> & Partial<StoredSocietal>;
/** The item of an indicator at a version. */
export const societalItem = ({ content, order, version, judged = [] }: Unjudged): Item => ({
  ...societalKey(content.id),
  content,
  order,
  version,
  judged,
});

/** Notes what became of the series of an indicator when their sources were asked. */
export const keepFetches = (table: Table, id: string, fetches: readonly Fetched[]): Promise<void> =>
  table.put({ Item: { ...societalFetchedKey(id), id, fetches } });

export const geographiesItem = (geographies: readonly Geography[]): Item => ({
  ...societalGeographiesKey,
  geographies,
});
