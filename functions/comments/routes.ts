import {
  CommentContentSchema,
  CommentSchema,
  speakerOf,
  toldOf,
  withdrawn,
  type Comment,
} from '@insatskollen/shared/comments/comment.ts';
import { Refused } from '@insatskollen/shared/refusals.ts';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { changeWrite } from '../history/changes.ts';
import { writeVersion } from '../history/writeVersion.ts';
import { mount, type Api, type Call } from '../http/endpoint.ts';
import { PageQuerySchema, pageOf, pageSchema } from '../http/paging.ts';
import { namesOf } from '../people/names.ts';
import type { About } from '../table/keys.ts';
import { commentsOn, commentWrite, type Said } from './load.ts';

/** A comment as it is read: with the name of who wrote it, as far as they have an account. */
const ReadSchema = CommentSchema.extend({ name: z.string().nullable() });
/** The text is answered to whoever reads the comments and to nobody else: an answer is remembered for its key longer than it may last. */
const MadeSchema = CommentSchema.pick({ id: true, at: true });
const WithdrawnSchema = CommentSchema.pick({ id: true, withdrawnAt: true });

type AnyCall = Call<unknown, unknown>;
/** Where comments are: the path of what they are about, and how a call names it. */
interface Place {
  path: string;
  of: string;
  about: (params: AnyCall['params']) => About;
}
const places: readonly Place[] = [
  {
    path: '/reports/{agreementId}/{period}/comments',
    of: 'a report',
    about: ({ agreementId = '', period = '' }) => ({ agreementId, period }),
  },
  {
    path: '/agreements/{id}/comments',
    of: 'an agreement',
    about: ({ id = '' }) => ({ agreementId: id, period: null }),
  },
];

/** What the region's own people say to one another about reports and agreements: never shown to an actor (requirement R28). */
export function mountComments(api: Api, deps: Deps): void {
  for (const place of places) mountAt(api, deps, place);
}

function mountAt(api: Api, deps: Deps, { path, of, about }: Place): void {
  const heard = (call: AnyCall): Promise<Said> => commentsOn(deps.table, about(call.params), call.caller.person);

  mount(
    api,
    deps,
    {
      method: 'get',
      path,
      summary: `What the region says of ${of} within itself, the oldest first`,
      action: 'comment.read',
      query: PageQuerySchema,
      answer: pageSchema(ReadSchema),
    },
    async (call) => {
      const { items, nextCursor } = pageOf((await heard(call)).comments, call);
      const names = await namesOf(
        deps,
        items.map(({ by }) => by),
      );
      return call.json({ items: items.map((one) => ({ ...one, name: names[one.by] ?? null })), nextCursor });
    },
  );
  mount(
    api,
    deps,
    {
      method: 'post',
      path,
      summary: `Comment on ${of} for others at the region`,
      action: 'comment.write',
      body: CommentContentSchema,
      answer: MadeSchema,
      status: 201,
    },
    async (call) => {
      const said = await heard(call);
      const { text } = await call.readBody();
      const { id: by, roles } = call.caller.person;
      const role = speakerOf(roles);
      if (!role) throw new Refused('notAllowed');
      const at = deps.businessNow().toISOString();
      const comment = { id: deps.newId(), at, by, role, text, withdrawnAt: null };
      const answer = MadeSchema.parse(comment);
      await keep(deps, call, said, undefined, comment, answer);
      return call.json(answer, { status: 201, etag: '1' });
    },
  );
  mount(
    api,
    deps,
    {
      method: 'delete',
      path: `${path}/{commentId}`,
      summary: 'Take back what one wrote: the text goes, that it was there stays',
      action: 'comment.write',
      answer: WithdrawnSchema,
    },
    async (call) => {
      const said = await heard(call);
      await call.readBody();
      const before = said.comments.find(({ id }) => id === call.params['commentId']);
      if (!before) throw new Refused('notFound');
      if (before.by !== call.caller.person.id) throw new Refused('notAllowed');
      const after = before.withdrawnAt === null ? withdrawn(before, deps.businessNow().toISOString()) : before;
      const answer = WithdrawnSchema.parse(after);
      // What is taken back already stays as it is: pressing twice has one effect.
      if (after !== before) await keep(deps, call, said, before, after, answer);
      return call.json(answer, { etag: '2' });
    },
  );
}

/** Writes a comment's first or second and last version, with its event. */
function keep(
  deps: Deps,
  call: AnyCall,
  said: Said,
  before: Comment | undefined,
  after: Comment,
  answer: unknown,
): Promise<void> {
  const [kind, id, version] = ['comment' as const, after.id, before ? 2 : 1];
  const event = changeWrite(deps, {
    ...{ kind, id, version, by: call.caller.person.id, what: before ? 'withdrawn' : 'created' },
    before: before && { ...said.about, ...toldOf(before) },
    after: { ...said.about, ...toldOf(after) },
  });
  return writeVersion(deps, call, {
    ...{ kind, id, version, answer, status: before ? 200 : 201 },
    writes: [commentWrite(said, after), event],
    present: async () => 2,
  });
}
