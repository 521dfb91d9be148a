import { ChangeSchema, type Change } from '@insatskollen/shared/history/change.ts';
import { z } from 'zod';
import { callApi, type ApiEvent } from '#lib/server/api.ts';
import { fieldName, valueText } from './valueText.ts';

const SHOWN = 50;
const AnswerSchema = z.object({
  items: z.array(ChangeSchema),
  people: z.record(z.string(), z.string()),
  nextCursor: z.string().nullable(),
});

/** One change in words, for `History.svelte`. */
export interface ShownChange extends Pick<Change, 'version' | 'at' | 'what' | 'reason'> {
  /** Who did it; `null` for somebody without an account. */
  who: string | null;
  fields: { name: string; before: string; after: string }[];
}

/** How a kind of thing is told: the names of its fields by path, and of the ids in them. */
export interface Telling {
  fields: Readonly<Record<string, string>>;
  nameOf: (id: string) => string | undefined;
}

/** The latest changes of a thing in words, newest first; `more` when there are older ones. `path` is from `/api/v1`. */
export async function readHistory(
  event: ApiEvent,
  path: string,
  { fields, nameOf }: Telling,
): Promise<{ changes: ShownChange[]; more: boolean }> {
  const { language } = event.locals;
  const answer = await callApi(event, `/api/v1${path}/changes?limit=${SHOWN}`, { schema: AnswerSchema });
  if (!answer.ok) return { changes: [], more: false };
  const { items, people, nextCursor } = answer.data;
  const changes = items.map(({ version, at, by, what, reason, fields: touched }) => ({
    version,
    at,
    what,
    reason,
    who: people[by] ?? null,
    fields: touched.map(({ path: at, before, after }) => ({
      name: fieldName(fields, at),
      before: valueText(before, nameOf, language),
      after: valueText(after, nameOf, language),
    })),
  }));
  return { changes, more: nextCursor !== null };
}
