import { optionalText } from '@insatskollen/shared/oneLine.ts';
import { RoleSchema } from '@insatskollen/shared/people/person.ts';
import { z } from 'zod';

const unique = (list: readonly string[]) => new Set(list).size === list.length;

const NameSchema = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^\P{Cc}*$/u);
const EmailSchema = z.string().trim().toLowerCase().pipe(z.email().max(254));
const RolesSchema = z.array(RoleSchema).min(1).refine(unique);
const ActorIdsSchema = z.array(z.string().min(1).max(100)).max(50).refine(unique);

export const MeSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  roles: z.array(RoleSchema),
  actorIds: z.array(z.string()),
});

export const PersonAnswerSchema = MeSchema.extend({
  active: z.boolean(),
  version: z.number().int(),
  /** When they first signed in; `null` for one who has not yet. */
  joinedAt: z.string().nullable(),
  /** Until when the latest invitation can be used; `null` for one who was never invited. */
  invitedUntil: z.string().nullable(),
});
export const PeopleAnswerSchema = z.object({ items: z.array(PersonAnswerSchema), nextCursor: z.string().nullable() });

export const InviteSchema = z.strictObject({
  name: NameSchema,
  email: EmailSchema,
  roles: RolesSchema,
  actorIds: ActorIdsSchema.default([]),
});

/** `invitationUrl` is shown once: an answer repeated for an idempotency key has `null` there. */
export const InvitedAnswerSchema = z.object({
  person: PersonAnswerSchema,
  invitationUrl: z.url().nullable(),
  expiresAt: z.iso.datetime(),
});

/** The whole person; `id` and `email` may come along but cannot be changed. */
export const ChangeSchema = z.strictObject({
  id: z.string().optional(),
  email: EmailSchema.optional(),
  name: NameSchema,
  roles: RolesSchema,
  actorIds: ActorIdsSchema,
  active: z.boolean(),
  version: z.number().int().optional(),
  /** Why, for the history. */
  reason: optionalText(1_000),
});

export const SessionsAnswerSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      /** Browser and system in short, as far as they said so. */
      device: z.string().nullable(),
      createdAt: z.string().nullable(),
      /** When it ends, whatever is done. */
      endsAt: z.string(),
      /** The session that asks. */
      current: z.boolean(),
    }),
  ),
});

export const NewTokenSchema = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .regex(/^\P{Cc}*$/u),
  scope: z.enum(['read', 'write']).default('read'),
  days: z.number().int().min(1).max(365).default(90),
});

export const TokenAnswerSchema = z.object({
  id: z.string(),
  name: z.string(),
  scope: z.enum(['read', 'write']),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
export const TokensAnswerSchema = z.object({ items: z.array(TokenAnswerSchema), nextCursor: z.string().nullable() });
/** `token` is the secret, shown once: an answer repeated for an idempotency key has `null` there. */
export const NewTokenAnswerSchema = TokenAnswerSchema.extend({ token: z.string().nullable() });

/** How much of a list, and from where. A cursor that was not made by us is a fault of the query. */
const pageFrom = (position: RegExp) =>
  z.object({
    limit: z.coerce.number().int().min(1).max(200).default(100),
    cursor: z
      .string()
      .max(400)
      .transform((cursor) => Buffer.from(cursor, 'base64url').toString())
      .refine((from) => position.test(from), {
        params: {
          code: 'invalidCursor',
          en: 'Fetch the list from its beginning: it cannot be continued from here.',
        },
        message: 'Hämta listan från början: härifrån går det inte att fortsätta.',
      })
      .optional(),
  });
/** After a person's id. */
export const PageQuerySchema = pageFrom(/^[\w.:-]+$/);
/** After a token: when it was made, and its id. */
export const TokensQuerySchema = pageFrom(/^[\w.:-]+#[0-9a-f]{64}$/);

/** The cursor for the page after `position`; `null` after the last. */
export const cursorAfter = (position: string | undefined): string | null =>
  position === undefined ? null : Buffer.from(position).toString('base64url');
