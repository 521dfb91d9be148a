import { z } from 'zod';
import { requiredText } from '../oneLine.ts';
import type { Role } from '../people/person.ts';

const speakers = ['coordinator', 'leader', 'department'] as const satisfies readonly Role[];
/** As what somebody of the region speaks. */
export type Speaker = (typeof speakers)[number];

/** What someone at the region writes about a report or an agreement, for others at the region (requirement R28). */
export const CommentContentSchema = z.strictObject({ text: requiredText(2_000) });

export const CommentSchema = z.object({
  id: z.string(),
  /** When it was written. */
  at: z.string(),
  /** Who wrote it: an opaque person id. */
  by: z.string(),
  role: z.enum(speakers),
  /** None once its author has taken it back: that it was there is kept, what it said is not. */
  text: z.string().nullable(),
  withdrawnAt: z.string().nullable(),
});
export type Comment = z.infer<typeof CommentSchema>;

/** As what a person with these roles speaks: who decides is heard as that first. None for whoever has no role at the region. */
export const speakerOf = (roles: readonly Role[]): Speaker | undefined => speakers.find((role) => roles.includes(role));

/** The comment as it stays when its author takes it back. */
export const withdrawn = (comment: Comment, at: string): Comment => ({ ...comment, text: null, withdrawnAt: at });

/** What its event says of a comment: never its text, which would outlive its being taken back. */
export const toldOf = ({ at, by, role, withdrawnAt }: Comment) => ({ at, by, role, withdrawnAt });
