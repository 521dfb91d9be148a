import type { DocumentKind } from '@insatskollen/shared/search/document.ts';
import type { Bilingual } from '#lib/i18n/language.ts';

const kinds: Record<DocumentKind, string> = {
  initiative: 'Insatser',
  report: 'Rapporter',
  lesson: 'Lärdomar',
  analysis: 'Analyser',
  decision: 'Beslut',
  assessment: 'Samlade bedömningar',
  dialogue: 'Dialoger',
};

const sv = {
  title: 'Sök',
  field: 'Sök efter',
  button: 'Sök',
  kinds,
  found: (count: string, q: string) => `${count} för ”${q}”`,
  hit: 'träff',
  hits: 'träffar',
  next: 'Visa fler',
  fromTheBest: 'Till de bästa träffarna',
  someWords: 'Inget innehåller alla orden. Det här innehåller något av dem.',
  all: (count: string, kind: string) => `Visa alla ${count} ${kind.toLocaleLowerCase('sv')}`,
  allKinds: 'Visa alla slag',
  inPart: (part: string) => `${part}: `,
  help: 'Du söker i insatser, rapporter som har skickats in, lärdomar, analyser, beslut, samlade bedömningar och dialoger, så långt du får läsa dem. Utkast går inte att söka i.',
  tips: [
    'Böjningar hittas av sig själva: rådgivning hittar rådgivningen och rådgivningar.',
    'Början av ett ord räcker, och en felskriven bokstav gör inget.',
    'Flera ord: allt som innehåller alla orden visas.',
  ],
  none: (q: string) => `Inget hittades för ”${q}”.`,
  try: 'Pröva färre ord, ett annat ord för samma sak, eller bara början av ordet. Det kan också finnas i något som du inte får läsa.',
  ways: 'Du kan också gå den här vägen:',
  initiatives: 'Alla insatser',
  lessons: 'Alla lärdomar',
  analyses: 'Alla analyser',
};

/** Words of the search page. */
export const searchTexts: Bilingual<typeof sv> = {
  sv,
  en: {
    title: 'Search',
    field: 'Search for',
    button: 'Search',
    kinds: {
      initiative: 'Initiatives',
      report: 'Reports',
      lesson: 'Lessons',
      analysis: 'Analyses',
      decision: 'Decisions',
      assessment: 'Assessments',
      dialogue: 'Dialogues',
    },
    found: (count, q) => `${count} for “${q}”`,
    hit: 'hit',
    hits: 'hits',
    next: 'Show more',
    fromTheBest: 'To the best hits',
    someWords: 'Nothing holds all of the words. These hold some of them.',
    all: (count, kind) => `Show all ${count} ${kind.toLocaleLowerCase('en')}`,
    allKinds: 'Show all kinds',
    inPart: (part) => `${part}: `,
    help: 'You search in initiatives, reports that were submitted, lessons, analyses, decisions, assessments and dialogues, as far as you may read them. Drafts cannot be searched in.',
    tips: [
      'Texts are in Swedish. Inflections are found by themselves: rådgivning finds rådgivningen and rådgivningar.',
      'The beginning of a word is enough, and a letter that is wrong does no harm.',
      'Several words: whatever holds all of them is shown.',
    ],
    none: (q) => `Nothing was found for “${q}”.`,
    try: 'Try fewer words, another word for the same thing, or only the beginning of the word. It may also stand in something that you may not read.',
    ways: 'Or go this way:',
    initiatives: 'All initiatives',
    lessons: 'All lessons',
    analyses: 'All analyses',
  },
};
