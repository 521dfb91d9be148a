import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Deps } from '@insatskollen/functions/deps.ts';
import { createPerson } from '@insatskollen/functions/people/people.ts';
import { cookieNames } from '@insatskollen/functions/people/cookies.ts';
import { newSession } from '@insatskollen/functions/people/sessions.ts';
import { createTokenFor } from '@insatskollen/functions/people/tokens.ts';
import { libraryOf } from '@insatskollen/functions/strategy/library.ts';
import { startEngine } from '@insatskollen/infra/local/engine.ts';
import { loadReference } from '@insatskollen/infra/local/load.ts';
import { createTable, indexStreamRecords } from '@insatskollen/infra/local/table.ts';
import { connectTo } from '@insatskollen/infra/local/tableService.ts';
import { newId } from '@insatskollen/infra/server/ids.ts';
import type { Person, Role } from '@insatskollen/shared/people/person.ts';
import { loadReports, type Loaded } from './load.ts';
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

/** A table with reports in it, and the product's server over it. */
export interface House {
  deps: Deps;
  server: ServerProcess;
  loaded: Loaded;
  /** Of the engine's file, when everything is loaded. */
  megabytes: number;
  person(role: Role, n: number): Promise<Asker>;
  close(): Promise<void>;
}

/** Builds a house with so many approved reports. The stream is left out where only reading is measured: loading is then faster. */
export async function openHouse(
  wanted: { approved: number; worked: number; stream: boolean },
  handler: string,
): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'insatskollen-bench-'));
  const file = join(folder, 'table.db');
  const engine = await startEngine(file);
  const table = connectTo(engine.endpoint, TABLE);
  await createTable(table.client, TABLE, { stream: wanted.stream });
  if (wanted.stream) indexStreamRecords(file);
  const deps: Deps = {
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
  };
  await loadReference(deps);
  const actorIds = [...(await libraryOf(deps)).actors.keys()];
  const personOf = (role: Role, n: number): Person => ({
    id: `bench-${role}-${n}`,
    name: `${role} ${n}`,
    email: `${role}.${n}@bench.example`,
    roles: [role],
    actorIds: role === 'reporter' ? actorIds : [],
    active: true,
  });
  const loaded = await loadReports(deps, wanted, {
    reporter: personOf('reporter', 0).id,
    coordinator: personOf('coordinator', 0).id,
  });
  const server = await startServerProcess({ endpoint: engine.endpoint, tableName: TABLE, handler });
  const people = new Map<string, Promise<Asker>>();
  const make = async (role: Role, n: number): Promise<Asker> => {
    const person = personOf(role, n);
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
