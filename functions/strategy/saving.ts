import { fieldChanges } from '@insatskollen/shared/history/fieldChanges.ts';
import { plainText } from '@insatskollen/shared/typed.ts';
import { Refused, type Fault } from '@insatskollen/shared/refusals.ts';
import { freeId, slugOf, slugPattern } from '@insatskollen/shared/slug.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { changeWrite } from '../history/changes.ts';
import { refuseStale } from '../history/expected.ts';
import { writeVersion } from '../history/writeVersion.ts';
import { mount, type Api } from '../http/endpoint.ts';
import { ConditionFailed } from '../table/client.ts';
import { registersFree } from '../imports/writing.ts';
import { forgetLibrary } from './library.ts';
import { keyAfter, thingsOf, thingWrite, type StoredThing, type ThingKind } from './things.ts';

const ATTEMPTS = 8;
/** A change holds what was and what is, and an item of the table 400 kB at most. */
const THING_BYTES = 150_000;
const texts = {
  taken: {
    sv: 'Det finns redan en med det namnet som id. Välj ett annat.',
    en: 'There is one with that id already. Choose another.',
  },
  fixed: { sv: 'Det här går inte att ändra.', en: 'This cannot be changed.' },
  tooLarge: {
    sv: 'Det här är för mycket på en gång. Korta texterna.',
    en: 'This is too much at once. Shorten the texts.',
  },
};

/** What a body may say beside the thing itself. */
export const besides = {
  /** At POST the id that is wished for, else it is made from the name; at PUT it may come along. */
  id: z.string().max(100).regex(slugPattern).optional(),
  /** At PUT the version that the change starts from, instead of `If-Match`. */
  version: z.number().int().optional(),
  /** Why it is changed, for the history. */
  reason: plainText(1_000).optional(),
};
interface Besides {
  id?: string | undefined;
  version?: number | undefined;
  reason?: string | undefined;
}

/** A thing that somebody wants to save. */
export interface Proposed<Content> {
  id: string;
  before: Content | undefined;
  after: Content;
  reason: string | undefined;
  /** All of its kind as they are now. */
  things: ReadonlyMap<string, StoredThing>;
  language: 'sv' | 'en';
}

/** A kind of thing in the library, and the rules that a saved one keeps. */
export interface Saving<Content extends object> {
  kind: ThingKind;
  /** `/actors`, and `an actor` for the document of the API. */
  path: string;
  of: string;
  content: z.ZodType<Content>;
  /** The content with what may stand beside it in a body (`besides`). */
  body: z.ZodType<Content & Besides>;
  answer: z.ZodType;
  /** What an id is made from, and the id where nothing of that can be used. */
  nameOf: (content: Content) => string;
  unnamed: string;
  /** Everything wrong with it by the rules, as it is about to follow on `before`. */
  faults: (proposed: Proposed<Content>) => Promise<Fault[]>;
  /** What the history calls a change. */
  what: (before: Content, after: Content) => string;
}

/** Mounts POST and PUT of a kind of thing. Every change has an event in its own transaction, and nothing is ever deleted. */
export function mountSaving<Content extends object>(api: Api, deps: Deps, saving: Saving<Content>): void {
  const { kind, path, of, body, answer } = saving;
  const action = 'register.change';

  const split = (sent: Content & Besides, language: 'sv' | 'en') => {
    const { id, version, reason, ...rest } = sent;
    const why = reason?.trim();
    const content = saving.content.parse(rest);
    if (Buffer.byteLength(JSON.stringify(content)) > THING_BYTES) throw refuse('', 'tooLarge', language);
    return { id, version, reason: why === '' ? undefined : why, content };
  };
  const refuse = (path: string, code: keyof typeof texts, language: 'sv' | 'en') =>
    new Refused('invalid', { errors: [{ path, code, message: texts[code][language] }] });
  const refuseFaults = async (proposed: Proposed<Content>) => {
    const errors = await saving.faults(proposed);
    if (errors.length > 0) throw new Refused('invalid', { errors });
  };
  const thing = (id: string, content: object, version: number) => answer.parse({ ...content, id, version });

  mount(api, deps, { method: 'post', path, summary: `Make ${of}`, action, body, answer, status: 201 }, async (call) => {
    const { id: wished, reason, content } = split(await call.readBody(), call.language);
    for (let tried = 1; ; tried++) {
      const things = await thingsOf(deps, kind);
      if (wished !== undefined && things.has(wished)) throw refuse('id', 'taken', call.language);
      const id = wished ?? freeId(slugOf(saving.nameOf(content), saving.unnamed), (one) => things.has(one));
      await refuseFaults({ id, before: undefined, after: content, reason, things, language: call.language });
      const made = thing(id, content, 1);
      const by = call.caller.person.id;
      try {
        await deps.table.transact([
          thingWrite(keyAfter(things, kind, id), id, content, undefined),
          changeWrite(deps, { kind, id, version: 1, what: 'created', by, reason, after: content }),
          ...(await registersFree(deps)),
          ...call.idempotency.remember(201, made, { etag: '"1"' }),
        ]);
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
        // Somebody took the id, or this very request was first.
        await call.idempotency.recallAgain();
        if (tried === ATTEMPTS) throw new Refused('busy');
        continue;
      }
      forgetLibrary(deps.table);
      return call.json(made, { status: 201, etag: '1' });
    }
  });

  mount(
    api,
    deps,
    { method: 'put', path: `${path}/{id}`, summary: `Change ${of}`, action, body, answer, ifMatch: true },
    async (call) => {
      const things = await thingsOf(deps, kind);
      const stored = things.get(call.params['id'] ?? '');
      if (!stored) throw new Refused('notFound');
      const { id, key, version } = stored;
      const sent = split(await call.readBody(), call.language);
      if (sent.id !== undefined && sent.id !== id) throw refuse('id', 'fixed', call.language);
      const before = saving.content.parse(withoutId(stored.content));
      const { content: after, reason } = sent;
      // Nothing changed makes no version: what is sent twice is one change.
      const same = fieldChanges(before, after).length === 0;
      if (!same) await refuseFaults({ id, before, after, reason, things, language: call.language });
      await refuseStale(deps, call, sent.version, { kind, id, version });
      if (same) return call.json(thing(id, stored.content, version), { etag: String(version) });
      const next = version + 1;
      const changed = thing(id, after, next);
      const [what, by] = [saving.what(before, after), call.caller.person.id];
      const writes = [
        thingWrite(key, id, after, version),
        changeWrite(deps, { kind, id, version: next, what, by, reason, before, after }),
        ...(await registersFree(deps)),
      ];
      const present = async () => {
        await registersFree(deps);
        return (await thingsOf(deps, kind)).get(id)?.version ?? next;
      };
      await writeVersion(deps, call, { kind, id, writes, status: 200, answer: changed, version: next, present });
      forgetLibrary(deps.table);
      return call.json(changed, { etag: String(next) });
    },
  );
}

const withoutId = (content: object): object =>
  Object.fromEntries(Object.entries(content).filter(([name]) => name !== 'id' && name !== 'version'));
