import { CommentSchema, type Comment } from '@insatskollen/shared/comments/comment.ts';
import { seesComments } from '@insatskollen/shared/people/permissions.ts';
import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { dateTime } from '#lib/format/date.ts';
import { callApi, orRefuse, type ApiEvent } from '#lib/server/api.ts';
import { typedText } from '#lib/server/form.ts';
import type { Refusal } from '#lib/server/refusal.ts';
import { tryAll } from '#lib/server/register.ts';
import { commentTexts } from './texts.ts';

/** A comment in words. */
export interface CommentLine {
  id: string;
  /** Who wrote it, and as what: `Axel Avdelning, avdelning`. */
  who: string;
  when: string;
  /** None where it was taken back. */
  text: string | null;
  /** When it was taken back, in words. */
  withdrawn: string | null;
  mine: boolean;
}

const ReadSchema = CommentSchema.extend({ name: z.string().nullable() });
const DoneSchema = z.object({ id: z.string() });

/** Comments in words, to their reader; `names` are those of the people who wrote them. */
export function commentLines(
  event: ApiEvent,
  comments: readonly Comment[],
  names: Readonly<Record<string, string | null>>,
): CommentLine[] {
  const { me, language } = event.locals;
  const t = commentTexts[language];
  return comments.map(({ id, at, by, role, text, withdrawnAt }) => ({
    id,
    who: `${names[by] ?? t.nobody}, ${t.speakers[role]}`,
    when: dateTime(at, language),
    text,
    withdrawn: withdrawnAt === null ? null : t.withdrawn(dateTime(withdrawnAt, language)),
    mine: by === me?.id && withdrawnAt === null,
  }));
}

/** What the region says within itself of an agreement; `null` for those who do not hear it, for whom nothing is asked. */
export async function readComments(event: ApiEvent, path: string, actorId: string): Promise<CommentLine[] | null> {
  const { me } = event.locals;
  if (me === null || !seesComments({ ...me, active: true }, actorId)) return null;
  const comments = orRefuse(event, await tryAll(event, `${path}/comments`, {}, ReadSchema));
  return commentLines(event, comments, Object.fromEntries(comments.map(({ by, name }) => [by, name])));
}

/** A form that was not taken, and why. */
interface Refused {
  form: FormData;
  refusal: Refusal;
}
/** Where the comments are on their page. */
const HERE = '#synpunkter';

/** Sends what was typed, and shows the page again. */
export async function sendComment(event: ApiEvent, path: string): Promise<Refused> {
  const form = await event.request.formData();
  const sent = await callApi(event, `${path}/comments`, {
    method: 'POST',
    body: { text: typedText(form, 'text') },
    idempotencyKey: typedText(form, 'key'),
    schema: DoneSchema,
  });
  if (sent.ok) redirect(303, event.url.pathname + HERE);
  return { form, refusal: sent };
}

/** Takes one's comment back, and shows the page again. */
export async function withdrawComment(event: ApiEvent, path: string): Promise<Refused> {
  const form = await event.request.formData();
  const taken = await callApi(event, `${path}/comments/${encodeURIComponent(typedText(form, 'comment'))}`, {
    method: 'DELETE',
    schema: DoneSchema,
  });
  if (taken.ok) redirect(303, event.url.pathname + HERE);
  return { form, refusal: taken };
}
