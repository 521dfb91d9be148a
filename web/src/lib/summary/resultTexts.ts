import type { Bilingual } from '#lib/i18n/language.ts';

const sv = {
  overview: 'Översikt',
  results: 'Resultat',
  actor: (name: string) => `Resultat: ${name}`,
  actorLead: 'Det här har aktörens godkända rapporter gett i varje insatsområde. Siffrorna ingår i områdets.',
  initiativeLead: 'Det här har godkända rapporter om insatsen gett. Siffrorna ingår i områdets.',
  priorityLead:
    'Det här har avtal som bidrar till prioriteringen gett i varje insatsområde. Siffrorna ingår i områdets.',
  register: 'Visa i registret',
  seeResults: 'Resultat i siffror',
  nothing: 'Inga avtal med rapporter under tiden.',
};

/** Words of the pages of an actor's and an initiative's results, and of the links to them. */
export const resultTexts: Bilingual<typeof sv> = {
  sv,
  en: {
    overview: 'Overview',
    results: 'Results',
    actor: (name) => `Results: ${name}`,
    actorLead:
      'This is what the actor’s approved reports gave in each focus area. The figures are a part of the area’s.',
    initiativeLead: 'This is what approved reports about the initiative gave. The figures are a part of the area’s.',
    priorityLead:
      'This is what agreements that contribute to the priority gave in each focus area. The figures are a part of the area’s.',
    register: 'Show in the register',
    seeResults: 'Results in figures',
    nothing: 'No agreements with reports during the time.',
  },
};
