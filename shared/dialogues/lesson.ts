import { z } from 'zod';
import { oneLine, requiredText } from '../oneLine.ts';

/** Something learned, to be found when the next agreement is written (requirement R27). */
export const LessonContentSchema = z.strictObject({
  title: oneLine(200),
  text: requiredText(5_000),
  focusAreas: z.array(z.string().max(100)).min(1).max(14),
  initiativeId: z
    .string()
    .max(100)
    .nullish()
    .transform((id) => id || null),
  /** The actor that it was learned with: it reads it too. */
  actorId: z
    .string()
    .max(100)
    .nullish()
    .transform((id) => id || null),
});
export type LessonContent = z.infer<typeof LessonContentSchema>;
export const LessonSchema = z.object({
  ...LessonContentSchema.shape,
  id: z.string(),
  version: z.number(),
  /** When it was written down. */
  at: z.string(),
});
export type Lesson = z.infer<typeof LessonSchema>;

/** Letters and digits only, without accents that are no letters of Swedish, in small letters. */
const words = (text: string): string[] =>
  text
    .toLocaleLowerCase('sv')
    .normalize('NFC')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** Whether a lesson is found by what is searched for: each word begins a word of it. A blank search finds all. */
export function isFound(lesson: Pick<Lesson, 'title' | 'text'>, search: string): boolean {
  const held = words(`${lesson.title} ${lesson.text}`);
  return words(search).every((wanted) => held.some((word) => word.startsWith(wanted)));
}
