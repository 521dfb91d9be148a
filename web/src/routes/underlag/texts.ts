import type { PackFormat, PackKind } from '@insatskollen/shared/packs/pack.ts';
import { number } from '#lib/format/number.ts';
import type { Bilingual } from '#lib/i18n/language.ts';

const kinds: Record<PackKind, string> = {
  board: 'Lägesbild för ett möte',
  yearly: 'Uppföljningsrapport',
};
const formats: Record<PackFormat, string> = { pptx: 'PowerPoint', pdf: 'PDF', docx: 'Word' };

const sv = {
  title: 'Mina underlag',
  overview: 'Översikt',
  lead: 'Ett underlag har siffror, bedömningar och definitioner färdiga att visa eller skicka. Siffrorna är officiella, och underlaget säger per vilken dag.',
  make: 'Gör ett underlag',
  kind: 'Underlag',
  kinds,
  formats,
  language: 'Språk',
  languages: { sv: 'Svenska', en: 'Engelska' },
  period: 'Tid',
  asOf: 'Läget den',
  asOfHint: 'Tomt är nu.',
  more: 'Välj vad som ska vara med',
  areas: 'Insatsområden',
  areasHint: 'Inget kryss ger alla områden som har något att följa upp.',
  figures: 'Mått',
  figureChoices: { main: 'De viktigaste för varje område', all: 'Alla' },
  contents: 'Också med',
  assessments: 'Regionens publicerade bedömningar',
  appendix: 'Bilaga med definitioner och vad siffrorna bygger på',
  list: 'Underlag som finns',
  none: 'Du har inte gjort några underlag än.',
  asOfDay: (when: string) => `Läget ${when}.`,
  until: (day: string) => `Finns till ${day}.`,
  states: { queued: 'Väntar', running: 'Görs', done: 'Klart', failed: 'Gick inte att göra' },
  progress: (done: number, total: number) => `${number(done, 'sv')} av ${number(total, 'sv')} delar är klara.`,
  reload: 'Ladda om sidan för att se hur långt det har kommit.',
  failures: {
    gone: 'Det som underlaget skulle handla om finns inte längre.',
    fault: 'Något gick fel i tjänsten. Det är inget fel på det du valde.',
  },
  retry: 'Försök igen',
  fetch: (format: string) => `Hämta ${format}`,
  done: 'Underlaget är klart.',
};

/** Words of the page where packs are made and fetched. */
export const packTexts: Bilingual<typeof sv> = {
  sv,
  en: {
    title: 'My packs',
    overview: 'Overview',
    lead: 'A pack has figures, assessments and definitions ready to show or send. The figures are official, and the pack says as of which day.',
    make: 'Make a pack',
    kind: 'Pack',
    kinds: { board: 'Slides for a meeting', yearly: 'Follow-up report' },
    formats,
    language: 'Language',
    languages: { sv: 'Swedish', en: 'English' },
    period: 'Time',
    asOf: 'As of',
    asOfHint: 'Empty is now.',
    more: 'Choose what goes into it',
    areas: 'Focus areas',
    areasHint: 'None ticked gives all areas that have anything to follow up.',
    figures: 'Indicators',
    figureChoices: { main: 'Those that say most of each area', all: 'All' },
    contents: 'Also',
    assessments: 'The region’s published assessments',
    appendix: 'Appendix with definitions and what the figures rest on',
    list: 'Packs that there are',
    none: 'You have not made any packs yet.',
    asOfDay: (when) => `As of ${when}.`,
    until: (day) => `Kept until ${day}.`,
    states: { queued: 'Waiting', running: 'Being made', done: 'Ready', failed: 'Could not be made' },
    progress: (done, total) => `${number(done, 'en')} of ${number(total, 'en')} parts are ready.`,
    reload: 'Reload the page to see how far it has come.',
    failures: {
      gone: 'What the pack was about is not there any more.',
      fault: 'Something went wrong in the service. Nothing is wrong with what you chose.',
    },
    retry: 'Try again',
    fetch: (format) => `Fetch ${format}`,
    done: 'The pack is ready.',
  },
};
