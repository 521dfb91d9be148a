import { AnswersSchema, noAnswers, entryPaths, type Answers } from '@insatskollen/shared/reports/answers.ts';
import type { DraftState } from '@insatskollen/shared/reports/draft.ts';
import type { Head } from '@insatskollen/shared/reports/head.ts';
import { z } from 'zod';
import type { Item, TransactWrite } from '../table/client.ts';
import { draftKey } from '../table/keys.ts';

/**
 * Drafts belong to the actor (requirement L3). They lie under a prefix of their own, in no index; only the routes that have
 * made sure that the caller reports for the actor read them.
 */
const StoredDraftSchema = z.object({
  answers: z.string().transform((text) => AnswersSchema.parse(JSON.parse(text))),
  revision: z.coerce.number(),
  entryRevisions: z.record(z.string(), z.object({ revision: z.coerce.number(), personId: z.string() })),
  savedAt: z.string(),
  savedBy: z.string(),
});
export type StoredDraft = z.infer<typeof StoredDraftSchema>;

export const readDraft = (item: Item | undefined): StoredDraft | undefined =>
  item ? StoredDraftSchema.parse(item) : undefined;

/** The draft to write on: the stored one, or one that begins with the latest version's answers (none before the first). */
export function draftToWriteOn(head: Head, stored: StoredDraft | undefined, latest: Answers | undefined): DraftState {
  if (stored) return stored;
  const answers = latest ?? noAnswers;
  // Whoever still writes from before the submission must not undo what it held: each answer counts as changed by it.
  const changed = { revision: head.draftRevision, personId: head.submittedBy ?? '' };
  return {
    answers,
    revision: head.draftRevision,
    entryRevisions: Object.fromEntries(entryPaths(answers).map((path) => [path, changed])),
  };
}

/** Writes a draft if nobody has since it was read. */
export function putDraft(
  head: Head,
  read: StoredDraft | undefined,
  draft: DraftState,
  saved: { at: string; by: string },
): Extract<TransactWrite, { Put: unknown }> {
  const { answers, revision, entryRevisions } = draft;
  return {
    Put: {
      Item: {
        ...draftKey(head.agreementId, head.period),
        answers: JSON.stringify(answers),
        revision,
        entryRevisions,
        savedAt: saved.at,
        savedBy: saved.by,
      },
      ...(read
        ? { ConditionExpression: 'revision = :read', ExpressionAttributeValues: { ':read': read.revision } }
        : { ConditionExpression: 'attribute_not_exists(pk)' }),
    },
  };
}

/** Takes the draft away because it became a version; none must have come or changed meanwhile. */
export const deleteDraft = (head: Head, read: StoredDraft | undefined): TransactWrite => ({
  Delete: {
    Key: draftKey(head.agreementId, head.period),
    ...(read
      ? { ConditionExpression: 'revision = :read', ExpressionAttributeValues: { ':read': read.revision } }
      : { ConditionExpression: 'attribute_not_exists(pk)' }),
  },
});
