import type { Role } from '@insatskollen/shared/people/person.ts';
import type { Bilingual, Language } from '#lib/i18n/language.ts';
import { placesFor, type Place } from '#lib/roles.ts';

const names: Bilingual<Record<Place['key'], string>> = {
  sv: {
    overview: 'Översikt',
    myReports: 'Mina rapporter',
    review: 'Granskning',
    calendar: 'Kalender',
    dialogues: 'Dialoger',
    decisions: 'Beslut',
    register: 'Register',
    people: 'Personer',
    search: 'Sök',
    help: 'Hjälp',
  },
  en: {
    overview: 'Overview',
    myReports: 'My reports',
    review: 'Review',
    calendar: 'Calendar',
    dialogues: 'Dialogues',
    decisions: 'Decisions',
    register: 'Register',
    people: 'People',
    search: 'Search',
    help: 'Help',
  },
};

/** The main navigation of someone with these roles, in words. Made here, so that the browser needs no list of all places. */
export const navigationFor = (roles: readonly Role[], language: Language): { path: string; name: string }[] =>
  placesFor(roles).map(({ key, path }) => ({ path, name: names[language][key] }));
