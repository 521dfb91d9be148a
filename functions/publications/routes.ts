import { allowedIn, statesFor, type PublicationAction } from '@insatskollen/shared/publications/publication.ts';
import { can } from '@insatskollen/shared/people/permissions.ts';
import type { Person } from '@insatskollen/shared/people/person.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';
import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import { changesOf } from '../history/changes.ts';
import { refuseStale } from '../history/expected.ts';
import { writeVersion } from '../history/writeVersion.ts';
import { mount, type Api, type Call } from '../http/endpoint.ts';
import { placeOf, type Place } from '../insight/assessing.ts';
import { namesOf } from '../people/names.ts';
import type { TransactWrite } from '../table/client.ts';
import { hasBegun, proposedSnapshot, strategyOf } from './proposing.ts';
import { isWithdrawn, publicOf, publishWrites, withdrawWrites } from './publicStore.ts';
import { sumOver, termChecks, withdrawSumWrites } from './publishedSum.ts';
import {
  ChangedPublicationSchema,
  PublicationListSchema,
  PublicationSchema,
  PublishSchema,
  WithAreaSchema,
  WithdrawSchema,
  WritePublicationSchema,
  type StoredPublication,
} from './schemas.ts';
import { publications, publicationOf, publicationWrites } from './store.ts';

const kind = 'publication';
const path = '/publications/{areaId}/{window}';
/** Events that are told with a publication. */
const TOLD = 50;

/** What the region makes public of its areas (R32, R36): written, published as it is then, replaced and withdrawn. */
export function mountPublications(api: Api, deps: Deps): void {
  const placed = async (call: Call<unknown, unknown>): Promise<Place> => {
    const place = await placeOf(deps, call.params);
    if (!hasBegun(place.window, deps.businessNow())) throw new Refused('notFound');
    return place;
  };
  const nowOf = (place: Place) => publicationOf(deps.table, place.areaId, place.window.from);

  mount(
    api,
    deps,
    {
      method: 'get',
      path: '/publications',
      summary: 'What is written to be published, is public or was withdrawn, the latest window first',
      action: 'publication.read',
      answer: PublicationListSchema,
    },
    async (call) => {
      const all = await publications(deps.table);
      return call.json({
        items: all.map(({ areaId, window, version, state, published, withdrawnAt }) => ({
          ...{ areaId, window, version, state, published, withdrawnAt },
        })),
      });
    },
  );

  mount(
    api,
    deps,
    {
      method: 'get',
      path,
      summary:
        'The publication of an area in a window: what is written, what would be seen, what is seen, and its history',
      action: 'publication.read',
      answer: PublicationSchema,
    },
    async (call) => {
      const place = await placed(call);
      const now = await nowOf(place);
      return call.json(await answerFor(deps, call.caller.person, place, now), { etag: String(now.version) });
    },
  );

  mount(
    api,
    deps,
    {
      method: 'put',
      path,
      summary: 'Write how the results were used; what is public stays as it is until it is published again',
      action: 'publication.write',
      body: WritePublicationSchema,
      answer: ChangedPublicationSchema,
      ifMatch: true,
    },
    async (call) => {
      const place = await placed(call);
      const now = await nowOf(place);
      const { version: sent, reason, text } = await call.readBody();
      await refuseStale(deps, call, sent, { kind, id: now.id, version: now.version });
      const written = { writtenBy: call.caller.person.id, writtenAt: deps.businessNow().toISOString() };
      const after = { ...now, text, ...written, version: now.version + 1 };
      const what = now.version === 0 ? 'created' : 'changed';
      return save(call, place, now, { after, what, reason: reason?.trim() || undefined });
    },
  );

  mount(
    api,
    deps,
    {
      method: 'post',
      path: `${path}/publish`,
      summary: 'Make it public with the official figures of this instant, in place of what was public before',
      action: 'publication.write',
      body: PublishSchema,
      answer: ChangedPublicationSchema,
      ifMatch: true,
    },
    async (call) => {
      const place = await placed(call);
      const now = await nowOf(place);
      const { version } = await call.readBody();
      await refuseStale(deps, call, version, { kind, id: now.id, version: now.version });
      refuseState(now, 'publish');
      const snapshot = await proposedSnapshot(deps, place, now);
      const { number, publishedAt: at } = snapshot;
      const published = { number, at, by: call.caller.person.id };
      const after = { ...now, state: 'published' as const, published, withdrawnAt: null, version: now.version + 1 };
      const also = [...publishWrites(snapshot, strategyOf(place.library)), ...termChecks(snapshot)];
      return save(call, place, now, { after, what: number === 1 ? 'published' : 'replaced', also });
    },
  );

  mount(
    api,
    deps,
    {
      method: 'post',
      path: `${path}/withdraw`,
      summary:
        'Take it back: nobody sees more of it, or of a published sum that it is a term of, than that it was withdrawn, and when',
      action: 'publication.write',
      body: WithdrawSchema,
      answer: ChangedPublicationSchema,
      ifMatch: true,
    },
    async (call) => {
      const place = await placed(call);
      const now = await nowOf(place);
      const { version, reason } = await call.readBody();
      await refuseStale(deps, call, version, { kind, id: now.id, version: now.version });
      refuseState(now, 'withdraw');
      const current = await publicOf(deps.table, place.areaId, place.window.from);
      if (!current || isWithdrawn(current)) throw new Refused('busy');
      const withdrawnAt = deps.businessNow().toISOString();
      const after = { ...now, state: 'withdrawn' as const, withdrawnAt, version: now.version + 1 };
      const sum = await sumOver(deps, place);
      const why = { areaId: place.areaId, by: call.caller.person.id, day: place.window.end, reason, withdrawnAt };
      const also = [...withdrawWrites(current, withdrawnAt), ...(sum ? withdrawSumWrites(deps, sum, why) : [])];
      return save(call, place, now, { after, what: 'withdrawn', reason, also });
    },
  );

  /** Writes the version that follows on `now`, and answers with it. */
  async function save<B>(
    call: Call<unknown, B>,
    place: Place,
    now: StoredPublication,
    change: { after: StoredPublication; what: string; reason?: string | undefined; also?: TransactWrite[] },
  ): Promise<Response> {
    const { after, what, reason, also = [] } = change;
    const by = call.caller.person;
    const { id } = now;
    const { version } = after;
    const own = publicationWrites(deps, now, after, { what, by: by.id, day: place.window.end, reason });
    const present = async () => {
      const there = (await nowOf(place)).version;
      // It was not this one that somebody changed, but what it is a sum of or a term of.
      if (there === now.version) throw new Refused('busy');
      return there;
    };
    const answer = stateFor(by, after);
    await writeVersion(deps, call, { kind, id, writes: [...own, ...also], status: 200, answer, version, present });
    return call.json(answer, { etag: String(version) });
  }
}

function refuseState(now: StoredPublication, action: PublicationAction): void {
  const states: readonly string[] = statesFor[action];
  if (!states.includes(now.state)) throw new Refused('wrongState', { state: now.state, states });
}

async function answerFor(
  deps: Deps,
  person: Person,
  place: Place,
  now: StoredPublication,
): Promise<z.output<typeof PublicationSchema>> {
  const [proposed, current, sum, { changes }] = await Promise.all([
    proposedSnapshot(deps, place, now),
    publicOf(deps.table, place.areaId, place.window.from),
    sumOver(deps, place),
    changesOf(deps, kind, now.id, { limit: TOLD }),
  ]);
  const { writtenBy, published } = now;
  return {
    ...stateFor(person, now),
    proposed,
    current: current && !isWithdrawn(current) ? current : null,
    termOf: sum?.holding ? { areaId: sum.holding.areaId, name: sum.holding.area.name } : null,
    history: changes.map((change) => ({
      ...{ version: change.version, at: change.at, by: change.by, what: change.what, reason: change.reason },
      withArea: WithAreaSchema.parse(change.fields.find(({ path }) => path === 'withArea')?.after),
    })),
    people: await namesOf(deps, [writtenBy, published?.by, ...changes.map(({ by }) => by)]),
  };
}

function stateFor(
  person: Person,
  { areaId, window, version, state, text, writtenBy, writtenAt, published, withdrawnAt }: StoredPublication,
): z.output<typeof ChangedPublicationSchema> {
  const allowed = can(person, 'publication.write') ? allowedIn(state) : [];
  return { areaId, window, version, state, text, writtenBy, writtenAt, published, withdrawnAt, allowed };
}
