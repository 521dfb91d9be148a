import { z } from 'zod';
import { aDay, oneLine, optionalText } from '../oneLine.ts';
import { slugPattern } from '../slug.ts';

const actorKinds = [
  'region',
  'companyPromoter',
  'municipality',
  'university',
  'incubator',
  'association',
  'authority',
  'school',
] as const;

const UnitSchema = z.strictObject({
  id: z.string().max(60).regex(slugPattern),
  name: oneLine(200),
  shortName: oneLine(60),
});

/** Everything that can be said of an actor in the register. `endedAt` is the day from which it reports no more. */
export const ActorContentSchema = z.strictObject({
  name: oneLine(200),
  shortName: oneLine(60).optional(),
  kind: z.enum(actorKinds),
  nameToConfirm: z.boolean().default(false),
  kindToConfirm: z.boolean().optional(),
  aliases: z.array(oneLine(200)).max(50).optional(),
  /** A group of actors, such as the four NFC: an id of its own. */
  memberOf: z.string().max(100).regex(slugPattern).optional(),
  /** The municipality that it is, by its official code. */
  municipality: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
  /** Departments. */
  units: z.array(UnitSchema).max(50).optional(),
  note: optionalText(2_000),
  endedAt: aDay.nullish(),
});
export type ActorContent = z.infer<typeof ActorContentSchema>;
