import type { Bilingual } from '#lib/i18n/language.ts';

const sv = {
  title: 'Lärdomar',
  lead: 'Det vi har lärt oss, att hitta igen när nästa avtal skrivs.',
  none: 'Inga lärdomar är inskrivna.',
  noneFound: 'Ingen lärdom hittades. Pröva färre ord eller ett annat område.',
  about: (initiative: string, count: string) => `Lärdomar som rör ${initiative} (${count})`,
  forAgreements: 'Alla lärdomar (öppnas i en ny flik)',
  new: 'Skriv in lärdom',
  newTitle: 'Skriv in en lärdom',
  changeTitle: (name: string) => `Ändra ${name}`,
  search: 'Sök',
  words: 'Ord',
  area: 'Insatsområde',
  all: 'Alla',
  nobody: 'Ingen särskild',
  decisions: 'Beslut',
  fields: {
    title: 'Lärdom',
    text: 'Vad hände, och vad gör vi annorlunda?',
    focusAreas: 'Insatsområden',
    initiativeId: 'Insats',
    actorId: 'Aktör',
  },
  hints: { actorId: 'Aktören kan läsa lärdomen.', focusAreas: 'Lärdomen hittas under dem.' },
};

/** Words of the register of lessons. */
export const lessonTexts: Bilingual<typeof sv> = {
  sv,
  en: {
    title: 'Lessons',
    lead: 'What we have learned, to be found again when the next agreement is written.',
    none: 'No lessons are written down.',
    noneFound: 'No lesson was found. Try fewer words or another area.',
    about: (initiative, count) => `Lessons that concern ${initiative} (${count})`,
    forAgreements: 'All lessons (opens in a new tab)',
    new: 'Write down a lesson',
    newTitle: 'Write down a lesson',
    changeTitle: (name) => `Change ${name}`,
    search: 'Search',
    words: 'Words',
    area: 'Focus area',
    all: 'All',
    nobody: 'None in particular',
    decisions: 'Decisions',
    fields: {
      title: 'Lesson',
      text: 'What happened, and what do we do differently?',
      focusAreas: 'Focus areas',
      initiativeId: 'Initiative',
      actorId: 'Actor',
    },
    hints: { actorId: 'The actor can read the lesson.', focusAreas: 'The lesson is found under them.' },
  },
};
