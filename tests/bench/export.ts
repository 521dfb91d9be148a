import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { NumberValue } from '@aws-sdk/lib-dynamodb';
import type { Item, Table } from '@insatskollen/functions/table/client.ts';
import { engineBinary } from '@insatskollen/infra/local/engine.ts';

/** Items in memory before they are written: a million would not fit. */
const PIECE = 20_000;

/** A table as DynamoDB exports it to files, a piece at a time, which the engine imports. */
export interface Export {
  add(items: readonly Item[]): void;
  /** Imports what was added into a new file of the engine's; answers with how many items there were. */
  importInto(file: string): Promise<number>;
}

/** An export, in a folder of its own, of a table with this one's name and definition. */
export async function exportLike(table: Table, folder: string): Promise<Export> {
  const { Table: description } = await table.client.send(new DescribeTableCommand({ TableName: table.name }));
  const data = join(folder, table.name, 'data');
  mkdirSync(data, { recursive: true });
  const schema = join(folder, 'schema.json');
  writeFileSync(schema, JSON.stringify({ Table: { ...description, ItemCount: 0, TableSizeBytes: 0 } }));
  let lines: string[] = [];
  let [pieces, count] = [0, 0];
  const write = () => {
    writeFileSync(join(data, `${String(++pieces).padStart(6, '0')}.json.gz`), gzipSync(lines.join(''), { level: 1 }));
    lines = [];
  };
  return {
    add(items) {
      count += items.length;
      for (const item of items) lines.push(`{"Item":${JSON.stringify(attributesOf(item))}}\n`);
      if (lines.length >= PIECE) write();
    },
    async importInto(file) {
      write();
      await promisify(execFile)(engineBinary(), ['import', '--source', folder, '--schema', schema, '--output', file]);
      rmSync(folder, { recursive: true });
      return count;
    },
  };
}

const attributesOf = (item: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(item)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, attributeOf(value)]),
  );

/** A value as DynamoDB's JSON says it, the same as the client sends. */
function attributeOf(value: unknown): Record<string, unknown> {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (value === null) return { NULL: true };
  if (value instanceof NumberValue) return { N: value.value };
  if (Array.isArray(value)) return { L: value.map(attributeOf) };
  if (typeof value === 'object') return { M: attributesOf(value) };
  throw new Error(`a ${typeof value} cannot be stored`);
}
