import { z } from 'zod';
import { aDay, oneLine, optionalText } from '../oneLine.ts';
import { plainText, typedDecimal } from '../typed.ts';
import { slugPattern } from '../slug.ts';
import { IndicatorKindSchema } from './indicator.ts';

const textIn = (language: string, characters: number) =>
  plainText(characters)
    .transform((text) => text.trim())
    .superRefine((text, ctx) => {
      if (text === '')
        ctx.addIssue({
          code: 'custom',
          params: { code: 'blank', en: `Write this in ${language === 'sv' ? 'Swedish' : 'English'}.` },
          message: `Skriv det här på ${language === 'sv' ? 'svenska' : 'engelska'}.`,
        });
    });

/** A name in both languages: where English is left out, the Swedish stands for it. */
const bilingualLine = (characters: number) =>
  z
    .strictObject({ sv: oneLine(characters), en: oneLine(characters).optional() })
    .transform(({ sv, en }) => ({ sv, en: en ?? sv }));
const description = z.strictObject({ sv: textIn('sv', 2_000), en: textIn('en', 2_000).optional() });

const OptionSchema = z.strictObject({ id: z.string().max(60).regex(slugPattern), name: bilingualLine(100) });

/** Everything that can be said of an indicator in the library. `retiredAt` is the day from which no new agreement takes it. */
export const IndicatorContentSchema = z.strictObject({
  name: bilingualLine(200),
  unit: bilingualLine(60),
  kind: IndicatorKindSchema,
  decimals: z.coerce.number().int().min(0).max(6).default(0),
  direction: z.enum(['up', 'down', 'none']).default('none'),
  dimensions: z.array(z.string().max(60)).max(20).default([]),
  /** What exactly is counted, so that two actors count alike. */
  definition: description,
  numerator: description.optional(),
  denominator: description.optional(),
  scale: typedDecimal.optional(),
  options: z.array(OptionSchema).max(30).optional(),
  negative: z.boolean().optional(),
  /** Where a value of one period usually lies: one outside is worth a second look, never refused. */
  plausible: z
    .strictObject({ min: typedDecimal.nullable().default(null), max: typedDecimal.nullable().default(null) })
    .nullish(),
  code: z.string().trim().max(30).nullish(),
  sourceNote: optionalText(1_000),
  /** The indicator that it is used instead of from now on. */
  replaces: z.string().max(200).nullish(),
  /** The indicator of which it counts some; of a ratio, of which its denominator counts some. */
  partOf: z.string().max(200).nullish(),
  retiredAt: aDay.nullish(),
});
export type IndicatorContent = z.infer<typeof IndicatorContentSchema>;
