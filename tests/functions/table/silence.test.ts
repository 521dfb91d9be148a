import { connectTable } from '@insatskollen/functions/table/client.ts';
import { TableAway } from '@insatskollen/functions/table/retry.ts';
import { listenOnLoopback } from '@insatskollen/infra/local/ports.ts';
import { createServer } from 'node:http';
import { expect, test } from 'vitest';

test('a table that takes questions and never answers is away, after asking twice', async () => {
  let asked = 0;
  const server = createServer(() => (asked += 1));
  const port = await listenOnLoopback(server, undefined);
  const table = connectTable({
    tableName: 'silent',
    region: 'eu-north-1',
    endpoint: `http://127.0.0.1:${port}`,
    patienceMs: 50,
  });
  try {
    await expect(table.get({ pk: 'a', sk: 'b' })).rejects.toThrow(TableAway);
    expect(asked).toBe(2);
  } finally {
    table.client.destroy();
    server.closeAllConnections();
    server.close();
  }
});
