import type { Activity } from '@insatskollen/shared/calendar/activity.ts';
import type { Bilingual } from '#lib/i18n/language.ts';

const kinds: Record<Activity['kind'], string> = {
  run: 'Regionala utvecklingsnämnden',
  board: 'Styrgrupp eller ledning',
  statutory: 'Lagstyrd uppgift',
  conference: 'Konferens eller nätverk',
  other: 'Annat',
};

const sv = {
  newTitle: 'Lägg till aktivitet',
  changeTitle: (name: string) => `Ändra ${name}`,
  calendar: 'Kalender',
  kinds,
  audiences: { all: 'Alla som loggar in', region: 'Bara regionen' },
  cancelled: 'Aktiviteten är inställd.',
  recurs: (years: number) => (years === 1 ? 'Varje år' : `Vart ${years}:e år`),
  third: 'Vart tredje år',
  untilDay: (day: string) => `till och med ${day}`,
  optional: 'Valfritt.',
  timeHint: 'Till exempel 13.00. Valfritt.',
  yearsHint: '0 är en gång, 1 är varje år, 3 är vart tredje år.',
  untilHint: 'Sista dagen som den kan börja igen. Tomt betyder tills vidare.',
  endsHint: 'Bara om den tar flera dagar.',
  fields: {
    title: 'Namn',
    kind: 'Sort',
    starts: 'Dag',
    ends: 'Sista dag',
    time: 'Börjar',
    endTime: 'Slutar',
    place: 'Plats',
    description: 'Beskrivning',
    everyYears: 'Återkommer med så många års mellanrum',
    until: 'Återkommer till och med',
    audience: 'Vem ser den',
    cancelled: 'Inställd',
  },
};

/** Words of activities. */
export const activityTexts: Bilingual<typeof sv> = {
  sv,
  en: {
    newTitle: 'Add an activity',
    changeTitle: (name) => `Change ${name}`,
    calendar: 'Calendar',
    kinds: {
      run: 'Regional development committee',
      board: 'Steering group or management',
      statutory: 'Task set by law',
      conference: 'Conference or network',
      other: 'Other',
    },
    audiences: { all: 'Everyone who signs in', region: 'Only the region' },
    cancelled: 'The activity is called off.',
    recurs: (years) => (years === 1 ? 'Every year' : `Every ${years} years`),
    third: 'Every third year',
    untilDay: (day) => `until ${day}`,
    optional: 'Optional.',
    timeHint: 'Such as 13:00. Optional.',
    yearsHint: '0 is once, 1 is every year, 3 is every third year.',
    untilHint: 'The last day it may begin again. Blank means until further notice.',
    endsHint: 'Only if it takes several days.',
    fields: {
      title: 'Name',
      kind: 'Kind',
      starts: 'Day',
      ends: 'Last day',
      time: 'Begins',
      endTime: 'Ends',
      place: 'Place',
      description: 'Description',
      everyYears: 'Recurs after so many years',
      until: 'Recurs until',
      audience: 'Who sees it',
      cancelled: 'Called off',
    },
  },
};
