import { RoleSchema } from '@insatskollen/shared/people/person.ts';
import { z } from 'zod';
import { fieldsOf } from '#lib/edit/formFields.ts';
import type { Telling } from '#lib/edit/history.server.ts';
import { aBox, aText, someTexts } from '#lib/edit/lenient.server.ts';
import type { Thing } from '#lib/edit/merge.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { Library } from '#lib/server/register.ts';
import { peopleTexts } from './texts.ts';

export const PersonSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  roles: z.array(RoleSchema),
  actorIds: z.array(z.string()),
  active: z.boolean(),
  version: z.number(),
  joinedAt: z.string().nullable(),
  invitedUntil: z.string().nullable(),
});
type Person = z.infer<typeof PersonSchema>;

/** An invitation's link, which is answered once. */
export const InvitedSchema = z.object({
  person: PersonSchema,
  invitationUrl: z.string().nullable(),
  expiresAt: z.string(),
});

/** How far somebody has come: `invited` can still use the link, `expired` needs another. */
export function standOf({ active, joinedAt, invitedUntil }: Person): 'closed' | 'joined' | 'invited' | 'expired' {
  if (!active) return 'closed';
  if (joinedAt !== null) return 'joined';
  return invitedUntil !== null && Date.parse(invitedUntil) > Date.now() ? 'invited' : 'expired';
}

/** What a form says of somebody. */
export function personFrom(form: FormData): Thing {
  const { text, chosen, ticked } = fieldsOf(form);
  return { name: text('name'), roles: chosen('roles'), actorIds: chosen('actorIds'), active: ticked('active') };
}

const ShownSchema = z.object({ name: aText, email: aText, roles: someTexts, actorIds: someTexts, active: aBox });
export type ShownPerson = z.infer<typeof ShownSchema>;
export const showPerson = (thing: Thing): ShownPerson => ShownSchema.parse(thing);

/** The actors to choose from, by name; those that have ended stand last. */
export const actorChoices = ({ actors }: Library) =>
  actors
    .map(({ id, name, endedAt }) => ({ value: id, name, ended: endedAt != null }))
    .toSorted((a, b) => Number(a.ended) - Number(b.ended) || a.name.localeCompare(b.name, 'sv'));

/** How changes of somebody are told. */
export function personTelling({ actors }: Library, language: Language): Telling {
  const t = peopleTexts[language];
  const roles: Readonly<Record<string, string>> = t.roles;
  return { fields: t.fields, nameOf: (id) => roles[id] ?? actors.find((actor) => actor.id === id)?.name };
}
