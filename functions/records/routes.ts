import { fieldChanges } from '@insatskollen/shared/history/fieldChanges.ts';
import type { Action } from '@insatskollen/shared/people/permissions.ts';
import type { Person } from '@insatskollen/shared/people/person.ts';
import { Refused, type Fault } from '@insatskollen/shared/refusals.ts';
import { plainText } from '@insatskollen/shared/typed.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { changeWrite } from '../history/changes.ts';
import { refuseStale } from '../history/expected.ts';
import { mountChanges } from '../history/routes.ts';
import { writeVersion } from '../history/writeVersion.ts';
import { mount, type Api, type Call } from '../http/endpoint.ts';
import { PageQuerySchema, pageOf, pageSchema } from '../http/paging.ts';
import type { TransactWrite } from '../table/client.ts';
import type { RecordKind } from '../table/keys.ts';
import { recordOf, recordsOf, recordWrite, type Place } from './store.ts';

/** A thing with its id and version. */
interface Thing {
  id: string;
  version: number;
}
interface Besides {
  version?: number | undefined;
  reason?: string | undefined;
}
/** What a body may say beside the thing itself: the version that a change starts from instead of `If-Match`, and why. */
const besides = { version: z.number().int().optional(), reason: plainText(1_000).optional() };

/** What a list is asked for: a page, and what it may be filtered by. */
interface ListQuery extends z.output<typeof PageQuerySchema> {
  actor?: string | undefined;
  focusArea?: string | undefined;
  rusPriority?: string | undefined;
  withdrawn?: 'true' | 'false' | undefined;
  q?: string | undefined;
}

/** A kind of thing that people enter and change: how it is read, checked and kept. */
export interface Recording<Content extends object, T extends Thing & Content> {
  kind: RecordKind;
  /** `/activities`, and `an activity` for the document of the API. */
  path: string;
  of: string;
  read: Action;
  change: Action;
  content: z.ZodType<Content> & { shape: z.ZodRawShape };
  schema: z.ZodType<T>;
  placeOf: (thing: T) => Place;
  /** What else is kept of it elsewhere, in the same transaction. */
  alsoWrite?: (thing: T) => TransactWrite[];
  /** Whether the person may read it; what they may not is not there for them. */
  mayRead: (person: Person, thing: T) => boolean;
  /** Whether the person may also read what it said before; whoever reads it may, where this is left out. */
  mayReadChanges?: (person: Person, thing: T) => boolean;
  /** The thing with what it holds beside its content: what it held before, or what it begins with. */
  whole: (content: Content, before: T | undefined, made: Thing) => Promise<T> | T;
  faults: (content: Content, before: T | undefined, language: 'sv' | 'en') => Promise<Fault[]> | Fault[];
  /** The list's page, with filters where it has any, and what they find. */
  query?: z.ZodType<ListQuery>;
  matches?: (thing: T, query: ListQuery) => boolean;
}

/** One thing as the caller may read it, or 404. */
export async function recordOr404<Content extends object, T extends Thing & Content>(
  deps: Deps,
  recording: Recording<Content, T>,
  call: Pick<Call<unknown, unknown>, 'params' | 'caller'>,
): Promise<T> {
  const thing = await recordOf(deps.table, recording, call.params['id'] ?? '');
  if (!thing || !recording.mayRead(call.caller.person, thing)) throw new Refused('notFound');
  return thing;
}

/** Writes what follows on `before`, with its event; answers with it. 412 where somebody else was first. */
export async function writeRecord<Content extends object, T extends Thing & Content>(
  deps: Deps,
  { kind, schema, placeOf, alsoWrite = () => [] }: Recording<Content, T>,
  call: Call<unknown, unknown>,
  {
    before,
    after,
    what,
    reason,
    status,
  }: {
    before: T | undefined;
    after: T;
    what: string;
    reason?: string | undefined;
    status: 200 | 201;
  },
): Promise<Response> {
  const { id, version } = after;
  const by = call.caller.person.id;
  const writes = [
    recordWrite(kind, after, placeOf(after)),
    ...alsoWrite(after),
    changeWrite(deps, { kind, id, version, what, by, reason: reason?.trim() || undefined, before, after }),
  ];
  const present = async () => (await recordOf(deps.table, { kind, schema }, id))?.version ?? version;
  await writeVersion(deps, call, { kind, id, writes, status, answer: after, version, present });
  return call.json(after, { status, etag: String(version) });
}

/** Mounts GET, POST and PUT of a kind of thing, and its changes. Nothing is ever deleted. */
export function mountRecords<Content extends object, T extends Thing & Content>(
  api: Api,
  deps: Deps,
  recording: Recording<Content, T>,
): void {
  const {
    kind,
    path,
    of,
    read,
    change,
    content,
    schema,
    mayRead,
    mayReadChanges = mayRead,
    query = PageQuerySchema,
    matches = () => true,
  } = recording;
  const body = z.strictObject({ ...content.shape, ...besides });
  const split = (sent: unknown): { content: Content } & Besides => {
    const { version, reason, ...rest } = z.looseObject(besides).parse(sent);
    return { version, reason, content: content.parse(rest) };
  };
  const refuseFaults = async (proposed: Content, before: T | undefined, language: 'sv' | 'en') => {
    const errors = await recording.faults(proposed, before, language);
    if (errors.length > 0) throw new Refused('invalid', { errors });
  };

  mount(
    api,
    deps,
    {
      method: 'get',
      path,
      summary: `Every one that one may read, the latest first`,
      action: read,
      query,
      answer: pageSchema(schema),
    },
    async (call) => {
      const { person } = call.caller;
      const things = await recordsOf(deps.table, recording);
      return call.json(
        pageOf(
          things.filter((thing) => mayRead(person, thing) && matches(thing, call.query)),
          call,
        ),
      );
    },
  );
  mount(
    api,
    deps,
    { method: 'post', path, summary: `Make ${of}`, action: change, body, answer: schema, status: 201 },
    async (call) => {
      const { content: sent, reason } = split(await call.readBody());
      await refuseFaults(sent, undefined, call.language);
      const after = await recording.whole(sent, undefined, { id: deps.newId(), version: 1 });
      return writeRecord(deps, recording, call, { before: undefined, after, what: 'created', reason, status: 201 });
    },
  );
  mount(
    api,
    deps,
    { method: 'get', path: `${path}/{id}`, summary: `Read ${of}`, action: read, answer: schema },
    async (call) => {
      const thing = await recordOr404(deps, recording, call);
      return call.json(thing, { etag: String(thing.version) });
    },
  );
  mount(
    api,
    deps,
    {
      method: 'put',
      path: `${path}/{id}`,
      summary: `Change ${of}`,
      action: change,
      body,
      answer: schema,
      ifMatch: true,
    },
    async (call) => {
      const before = await recordOr404(deps, recording, call);
      const { content: sent, version, reason } = split(await call.readBody());
      const { id } = before;
      const after = await recording.whole(sent, before, { id, version: before.version + 1 });
      const same = fieldChanges({ ...before, version: 0 }, { ...after, version: 0 }).length === 0;
      if (!same) await refuseFaults(sent, before, call.language);
      await refuseStale(deps, call, version, { kind, id, version: before.version });
      // Nothing changed makes no version: what is sent twice is one change.
      if (same) return call.json(before, { etag: String(before.version) });
      return writeRecord(deps, recording, call, { before, after, what: 'changed', reason, status: 200 });
    },
  );
  mountChanges(api, deps, {
    path: `${path}/{id}`,
    kind,
    of,
    action: read,
    mayRead: async (call, id) => {
      const thing = await recordOf(deps.table, recording, id);
      return thing !== undefined && mayReadChanges(call.caller.person, thing);
    },
  });
}
