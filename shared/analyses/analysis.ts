import { z } from 'zod';
import { aDay, oneLine, optionalText, requiredText } from '../oneLine.ts';
import { personalDataIn } from '../reports/personalData.ts';
import type { Fault } from '../refusals.ts';

const MOST_AREAS = 14;
const ids = (most: number) => z.array(z.string().max(100)).max(most).default([]);

/** Nothing that points out a person: an analysis may be for everyone who signs in. */
const impersonal = <S extends z.ZodType<string | null>>(text: S) =>
  text.refine((written) => written === null || personalDataIn(written).length === 0, {
    params: {
      code: 'personalData',
      en: 'There seems to be a personal identity number or an e-mail address here. Take it away.',
    },
    message: 'Här verkar finnas ett personnummer eller en e-postadress. Ta bort det.',
  });

/** Whether a text is an address that a browser may be sent to: https, a host with a name, and nobody's password in it. */
function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  return protocol === 'https:' && hostname.includes('.') && username === '' && password === '';
}

const webAddress = optionalText(1_000).refine((text) => text === null || isWebAddress(text), {
  params: { code: 'notAnAddress', en: 'Write the whole address, beginning with https://.' },
  message: 'Skriv hela adressen, med https:// först.',
});

/** A report, a study or an evaluation of the surrounding world, with what the region makes of it (requirement R31). */
export const AnalysisContentSchema = z.strictObject({
  title: impersonal(oneLine(200)),
  /** Who published it: `Tillväxtverket`. */
  publisher: impersonal(oneLine(150)),
  /** The day it was published. */
  day: aDay,
  /** Where it is read on the web. */
  url: webAddress,
  /** Where it is kept when it is not on the web. */
  keptAt: impersonal(optionalText(300)),
  /** What it says, in short. */
  summary: impersonal(requiredText(2_000)),
  /** What it means for the region. */
  meaning: impersonal(optionalText(2_000)),
  focusAreas: ids(MOST_AREAS),
  rusPriorities: ids(50),
  /** `region` is for those who read for the region only: coordinators, leaders and departments. */
  audience: z.enum(['all', 'region']).default('region'),
});
export type AnalysisContent = z.infer<typeof AnalysisContentSchema>;

export const AnalysisSchema = z.object({
  ...AnalysisContentSchema.shape,
  id: z.string(),
  version: z.number(),
  /** When it was taken out of the library; saving it again puts it back. */
  withdrawnAt: z.string().nullable(),
});
export type Analysis = z.infer<typeof AnalysisSchema>;

const texts = {
  placeNeeded: {
    sv: 'Skriv en webbadress, eller var analysen förvaras.',
    en: 'Give a web address, or where the analysis is kept.',
  },
  unknownArea: { sv: 'Insatsområdet finns inte.', en: 'There is no such focus area.' },
  unknownRusPriority: { sv: 'Prioriteringen finns inte.', en: 'There is no such priority.' },
};

/** What an analysis says that cannot be: nowhere to find it, or an area or a priority that is not there. */
export function analysisFaults(
  { url, keptAt, focusAreas, rusPriorities }: AnalysisContent,
  known: { focusAreas: ReadonlySet<string>; rusPriorities: ReadonlySet<string> },
  language: 'sv' | 'en',
): Fault[] {
  const fault = (path: string, code: keyof typeof texts): Fault => ({ path, code, message: texts[code][language] });
  return [
    ...(url === null && keptAt === null ? [fault('url', 'placeNeeded')] : []),
    ...focusAreas.flatMap((id, n) => (known.focusAreas.has(id) ? [] : [fault(`focusAreas.${n}`, 'unknownArea')])),
    ...rusPriorities.flatMap((id, n) =>
      known.rusPriorities.has(id) ? [] : [fault(`rusPriorities.${n}`, 'unknownRusPriority')],
    ),
  ];
}

/** Whether an analysis is about the area and the priority that are asked for, each where one is. */
export const isAbout = (
  { focusAreas, rusPriorities }: Pick<AnalysisContent, 'focusAreas' | 'rusPriorities'>,
  { focusArea, rusPriority }: { focusArea?: string | undefined; rusPriority?: string | undefined },
): boolean =>
  (focusArea === undefined || focusAreas.includes(focusArea)) &&
  (rusPriority === undefined || rusPriorities.includes(rusPriority));
