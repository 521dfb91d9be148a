import type { SinceSum } from '@insatskollen/shared/publications/sinceSum.ts';
import type { Bilingual } from '#lib/i18n/language.ts';

const few = {
  sv: ['Inget', 'Ett', 'Två', 'Tre', 'Fyra', 'Fem', 'Sex'],
  en: ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six'],
} as const;
/** A small number as a word that begins a sentence. */
const word = (count: number, language: 'sv' | 'en'): string => few[language][count] ?? String(count);

const sv = {
  title: 'Publicering',
  lead: 'Vad regionen visar för alla, område för område. En publicering är låst: siffrorna står som de var när den gjordes.',
  of: (area: string, window: string) => `Publicering av ${area}, ${window}`,
  states: { draft: 'Inte publicerad', published: 'Publicerad', withdrawn: 'Tillbakadragen' },
  state: 'Läge',
  none: 'Inget är skrivet eller publicerat än.',
  start: 'Välj ett område i översikten för att publicera det.',
  overview: 'Översikt',
  number: (number: string, day: string) => `version ${number}, ${day}`,
  public: 'Visa den publika sidan',
  text: 'Så användes resultaten',
  textHint: 'Vad regionen har gjort med det som kom fram. Högst 5 000 tecken. Alla kan läsa det: nämn ingen vid namn.',
  save: 'Spara texten',
  preview: 'Så här blir det',
  previewNote:
    'Officiella siffror som de är nu. Det som kan peka ut någon visas inte; det gäller också mot det som har varit publicerat förut.',
  publish: 'Publicera',
  publishAgain: 'Publicera på nytt',
  publishNote: 'Alla kan se det. Siffrorna, slutsatsen och den sparade texten låses som de är nu.',
  replaceNote: 'Det som är publicerat nu ersätts. Siffrorna, slutsatsen och den sparade texten låses som de är nu.',
  withdraw: 'Dra tillbaka',
  withdrawTitle: 'Dra tillbaka publiceringen',
  withdrawNote: 'Ingen kan längre se den. Den som redan har sparat siffrorna har dem kvar.',
  sumGoes: (name: string) =>
    `Summan för ${name} dras också tillbaka: av den och de andra områdena går det annars att räkna ut vad som stod här. Summan kan publiceras på nytt utan det här området.`,
  /** What has happened to a sum's areas since it was published; empty where nothing has. */
  since: ({ replaced, added, withdrawn }: SinceSum): string => {
    const areas = (count: number) => `${word(count, 'sv')} ${count === 1 ? 'område' : 'områden'}`;
    const said = [
      ...(replaced > 0 ? [`${areas(replaced)} har publicerats på nytt sedan summan publicerades.`] : []),
      ...(added > 0 ? [`${areas(added)} har publicerats sedan dess och är inte med.`] : []),
      ...(withdrawn > 0
        ? [`${areas(withdrawn)} i summan ${withdrawn === 1 ? 'är tillbakadraget' : 'är tillbakadragna'}.`]
        : []),
    ];
    return said.length > 0 ? [...said, 'Publicera summan på nytt.'].join(' ') : '';
  },
  reason: 'Varför',
  reasonHint: 'Stannar inom regionen.',
  done: {
    sparat: 'Texten är sparad. Den syns för alla först när du publicerar.',
    publicerat: 'Det är publicerat.',
    draget: 'Publiceringen är tillbakadragen.',
  },
  history: 'Vad som har hänt',
  events: {
    created: 'skrev texten',
    changed: 'ändrade texten',
    published: 'publicerade',
    replaced: 'publicerade på nytt',
    withdrawn: 'drog tillbaka',
  },
  withdrewWith: (area: string) => `drog tillbaka ${area}, och därför den här summan`,
  unknown: 'någon',
  assessment: 'Slutsatsen kommer med när regionens samlade bedömning är publicerad.',
  sumNothing: 'Publicera områdena först: det strategiska områdets siffror är summan av vad de har publicerat.',
};

/** Words of publishing. */
export const publishingTexts: Bilingual<typeof sv> = {
  sv,
  en: {
    title: 'Publishing',
    lead: 'What the region shows to anyone, area by area. A publication is locked: its figures stand as they were when it was made.',
    of: (area, window) => `Publishing of ${area}, ${window}`,
    states: { draft: 'Not published', published: 'Published', withdrawn: 'Withdrawn' },
    state: 'State',
    none: 'Nothing is written or published yet.',
    start: 'Choose an area in the overview to publish it.',
    overview: 'Overview',
    number: (number, day) => `version ${number}, ${day}`,
    public: 'Show the public page',
    text: 'How the results were used',
    textHint:
      'What the region has done with what came out, in Swedish. At most 5,000 characters. Anyone can read it: name nobody.',
    save: 'Save the text',
    preview: 'What it will be',
    previewNote:
      'Official figures as they are now. What might point somebody out is not shown, also held against what was published before.',
    publish: 'Publish',
    publishAgain: 'Publish again',
    publishNote: 'Anyone can see it. The figures, the conclusion and the saved text are locked as they are now.',
    replaceNote:
      'What is published now is replaced. The figures, the conclusion and the saved text are locked as they are now.',
    withdraw: 'Withdraw',
    withdrawTitle: 'Withdraw the publication',
    withdrawNote: 'Nobody can see it any more. Whoever has saved the figures still has them.',
    sumGoes: (name) =>
      `The sum of ${name} is withdrawn too: from it and the other areas one could otherwise work out what stood here. The sum can be published again without this area.`,
    since: ({ replaced, added, withdrawn }) => {
      const areas = (count: number) => `${word(count, 'en')} ${count === 1 ? 'area' : 'areas'}`;
      const have = (count: number) => (count === 1 ? 'has' : 'have');
      const said = [
        ...(replaced > 0 ? [`${areas(replaced)} ${have(replaced)} been published again since the sum was.`] : []),
        ...(added > 0 ? [`${areas(added)} ${have(added)} been published since and not come along.`] : []),
        ...(withdrawn > 0 ? [`${areas(withdrawn)} in the sum ${have(withdrawn)} been withdrawn.`] : []),
      ];
      return said.length > 0 ? [...said, 'Publish the sum again.'].join(' ') : '';
    },
    reason: 'Why',
    reasonHint: 'Stays within the region.',
    done: {
      sparat: 'The text is saved. Nobody else sees it until you publish.',
      publicerat: 'It is published.',
      draget: 'The publication is withdrawn.',
    },
    history: 'What has happened',
    events: {
      created: 'wrote the text',
      changed: 'changed the text',
      published: 'published',
      replaced: 'published again',
      withdrawn: 'withdrew',
    },
    withdrewWith: (area) => `withdrew ${area}, and so this sum`,
    unknown: 'somebody',
    assessment: 'The conclusion comes along once the region’s assessment is published.',
    sumNothing: 'Publish the areas first: the figures of the strategic area are the sum of what they have published.',
  },
};
