import { z } from 'zod';
import { personalDataIn } from '../reports/personalData.ts';
import { plainText } from '../typed.ts';

const TEXT_CHARACTERS = 5_000;

export const publicationStates = ['draft', 'published', 'withdrawn'] as const;

/** What is written to be published: how the results were used (R36). Nothing that points out a person. */
export const PublicationContentSchema = z.strictObject({
  text: plainText(TEXT_CHARACTERS)
    .transform((text) => text.trim())
    .refine((text) => personalDataIn(text).length === 0, {
      params: {
        code: 'personalData',
        en: 'There seems to be a personal identity number or an e-mail address here. Anyone can read this: take it away.',
      },
      message: 'Här verkar finnas ett personnummer eller en e-postadress. Alla kan läsa detta: ta bort det.',
    }),
});

/** The states from which a publication can be withdrawn or published. */
export const statesFor = {
  publish: publicationStates,
  withdraw: ['published'],
} as const satisfies Record<string, readonly (typeof publicationStates)[number][]>;
export type PublicationAction = keyof typeof statesFor;

/** What can be done in a state, in the order that it is offered. */
export const allowedIn = (state: (typeof publicationStates)[number]): PublicationAction[] =>
  state === 'published' ? ['publish', 'withdraw'] : ['publish'];
