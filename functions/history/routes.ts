import { ChangeSchema, type Change, type ChangedKind } from '@insatskollen/shared/history/change.ts';
import type { Action } from '@insatskollen/shared/people/permissions.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { mount, type Api, type Call } from '../http/endpoint.ts';
import { PageQuerySchema, readCursor, writeCursor } from '../http/paging.ts';
import { namesOf } from '../people/names.ts';
import { changesOf } from './changes.ts';

const AnswerSchema = z.object({
  items: z.array(ChangeSchema),
  /** Names of those who did it, by id, as far as they have an account. */
  people: z.record(z.string(), z.string()),
  nextCursor: z.string().nullable(),
});
const PlaceSchema = z.strictObject({ before: z.int().min(1) });

/** What a thing's change history is read by: its path, and whether this caller may read the thing at all. */
interface History {
  /** Path of the thing: `/actors/{id}`. */
  path: string;
  kind: ChangedKind;
  /** What the history is of, for the document of the API: `an actor`. */
  of: string;
  action: Action;
  /** False is answered as not there. */
  mayRead: (call: Call<unknown, unknown>, id: string) => Promise<boolean>;
  /** The changes as this caller may see them; all that is in them where it is left out. */
  seen?: (call: Call<unknown, unknown>, id: string, changes: readonly Change[]) => Promise<Change[]>;
}

/** Mounts `GET <path>/changes`: who changed what of the thing, newest first. */
export function mountChanges(api: Api, deps: Deps, { path, kind, of, action, mayRead, seen }: History): void {
  mount(
    api,
    deps,
    {
      method: 'get',
      path: `${path}/changes`,
      summary: `Who changed what of ${of}, newest first`,
      action,
      query: PageQuerySchema,
      answer: AnswerSchema,
    },
    async (call) => {
      const id = call.params['id'] ?? '';
      if (!(await mayRead(call, id))) throw new Refused('notFound');
      const before = readCursor(call.query.cursor, PlaceSchema, call.language)?.before;
      const { changes, more } = await changesOf(deps, kind, id, { limit: call.query.limit, before });
      const people = await namesOf(
        deps,
        changes.map(({ by }) => by),
      );
      const last = changes.at(-1);
      return call.json({
        items: seen ? await seen(call, id, changes) : changes,
        people,
        nextCursor: more && last ? writeCursor({ before: last.version }) : null,
      });
    },
  );
}
