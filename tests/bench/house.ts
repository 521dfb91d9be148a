import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Deps } from '@insatskollen/functions/deps.ts';
import type { Table } from '@insatskollen/functions/table/client.ts';
import { createPerson } from '@insatskollen/functions/people/people.ts';
import { cookieNames } from '@insatskollen/functions/people/cookies.ts';
import { newSession } from '@insatskollen/functions/people/sessions.ts';
import { createTokenFor } from '@insatskollen/functions/people/tokens.ts';
import { libraryOf } from '@insatskollen/functions/strategy/library.ts';
import { startEngine } from '@insatskollen/infra/local/engine.ts';
import { loadReference } from '@insatskollen/infra/reference/load.ts';
import { createTable, enableStream, indexStreamRecords } from '@insatskollen/infra/local/table.ts';
import { connectTo } from '@insatskollen/infra/local/tableService.ts';
import { newId } from '@insatskollen/infra/server/ids.ts';
import type { Person, Role } from '@insatskollen/shared/people/person.ts';
import { exportLike } from './export.ts';
import { playReports } from './load.ts';
import { benchNow } from './madeUp.ts';
import { startServerProcess, type ServerProcess } from './serverProcess.ts';

const TABLE = 'bench';
const origin = (port: number) => `http://localhost:${port}`;

/** Someone who asks: by a token as scripts do, or by a session as browsers do. */
export interface Asker {
  id: string;
  byToken: Record<string, string>;
  bySession: Record<string, string>;
}

/** What a house has in it. The stream is left out where only reading is measured. */
interface Wanted {
  approved: number;
  worked: number;
  stream: boolean;
}
interface Loaded {
  items: number;
  seconds: number;
}

/** A table with reports in it, and the product's server over it. */
export interface House {
  deps: Deps;
  /** Where its table is, for a process of its own. */
  at: { endpoint: string; tableName: string };
  server: ServerProcess;
  loaded: Loaded;
  /** Of the engine's file, when everything is loaded. */
  megabytes: number;
  person(role: Role, n: number): Promise<Asker>;
  close(): Promise<void>;
}

/** The table that a house is over, seen from this process. */
const depsOver = (table: Table): Deps => ({
  table,
  businessNow: () => new Date(benchNow),
  systemNow: () => new Date(),
  newId,
  settings: {
    stage: 'local',
    origin: origin(1),
    demo: true,
    demoClock: true,
    openId: { issuer: origin(1), clientId: 'insatskollen', clientSecret: '' },
  },
});

const personOf = (role: Role, n: number, actorIds: string[] = []): Person => ({
  id: `bench-${role}-${n}`,
  name: `${role} ${n}`,
  email: `${role}.${n}@bench.example`,
  roles: [role],
  actorIds: role === 'reporter' ? actorIds : [],
  active: true,
});

/** Makes a table's file with the reports in it, by way of an export: a million writes over HTTP would take half an hour. */
async function loadInto(file: string, wanted: Wanted, folder: string): Promise<Loaded> {
  const began = performance.now();
  const engine = await startEngine();
  const table = connectTo(engine.endpoint, TABLE);
  await createTable(table.client, TABLE, { stream: false });
  const deps = depsOver(table);
  await loadReference(deps);
  const library = await libraryOf(deps);
  const exported = await exportLike(table, join(folder, 'export'));
  table.client.destroy();
  await engine.stop();
  const who = { reporter: personOf('reporter', 0).id, coordinator: personOf('coordinator', 0).id };
  playReports(library, deps.businessNow(), wanted, who, (items) => exported.add(items));
  return { items: await exported.importInto(file), seconds: (performance.now() - began) / 1000 };
}

/** Builds a house with so many approved reports. The stream is left out where only reading is measured: loading is then faster. */
export async function openHouse(wanted: Wanted, handler: string): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'insatskollen-bench-'));
  const file = join(folder, 'table.db');
  const loaded = await loadInto(file, wanted, folder);
  const engine = await startEngine(file);
  const table = connectTo(engine.endpoint, TABLE);
  if (wanted.stream) {
    await enableStream(table.client, TABLE);
    indexStreamRecords(file);
  }
  const deps = depsOver(table);
  await loadReference(deps);
  const actorIds = [...(await libraryOf(deps)).actors.keys()];
  const at = { endpoint: engine.endpoint, tableName: TABLE };
  const server = await startServerProcess({ ...at, handler });
  const people = new Map<string, Promise<Asker>>();
  const make = async (role: Role, n: number): Promise<Asker> => {
    const person = personOf(role, n, actorIds);
    await createPerson(deps, person, { keepExisting: true });
    const token = await createTokenFor(deps, { email: person.email, scope: 'write' });
    const { secret, write } = newSession(deps, person.id, 1);
    await table.transact([write]);
    return {
      id: person.id,
      byToken: { authorization: `Bearer ${token}` },
      bySession: { cookie: `${cookieNames(origin(server.port)).session}=${secret}`, accept: 'text/html' },
    };
  };
  return {
    deps,
    at,
    server,
    loaded,
    megabytes: Math.round(statSync(file).size / 1024 / 1024),
    person(role, n) {
      const key = `${role}-${n}`;
      const made = people.get(key) ?? make(role, n);
      people.set(key, made);
      return made;
    },
    async close() {
      await server.stop();
      table.client.destroy();
      await engine.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
