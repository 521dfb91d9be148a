import type { Account } from './stage.ts';

/** Every kind of page there is, an example of each and somebody who may see it. Nothing is changed by looking. */
export interface PageKind {
  name: string;
  who: Account | 'nobody';
  path: string;
  /** What it answers with, where it is not 200. */
  status?: number;
}

const returned = '/rapporter/nfc-vastra-sormland-2026/2026-Q3';
const unfinished = '/rapporter/nfc-tredje-2026/2026-Q3';
const approved = '/rapporter/nfc-eskilstuna-2026/2026-Q3';

export const pageKinds: readonly PageKind[] = [
  { name: 'sign-in', who: 'nobody', path: '/logga-in' },
  { name: 'no invitation', who: 'nobody', path: '/inbjudan' },
  { name: 'help: how to report', who: 'nobody', path: '/hjalp' },
  { name: 'help: glossary', who: 'nobody', path: '/hjalp/ordlista' },
  { name: 'help: the figures', who: 'nobody', path: '/hjalp/siffrorna' },
  { name: 'help: accessibility', who: 'nobody', path: '/hjalp/tillganglighet' },
  { name: 'not there', who: 'nobody', path: '/finns-inte', status: 404 },
  { name: 'a report that is not there', who: 'rapportor.nfc', path: '/rapporter/finns-inte/2026-Q3', status: 404 },

  { name: 'my reports', who: 'rapportor.nfc', path: '/mina-rapporter' },
  { name: 'a returned report: numbers', who: 'rapportor.nfc', path: returned },
  { name: 'a returned report: texts', who: 'rapportor.nfc', path: `${returned}?steg=texter` },
  { name: 'a returned report: check', who: 'rapportor.nfc', path: `${returned}?steg=granska` },
  { name: 'an unfinished report: what is missing', who: 'rapportor.nfc', path: `${unfinished}?steg=granska` },
  { name: 'a report with choices to make', who: 'rapportor.ovriga', path: '/rapporter/create-2026/2026-Q3' },
  { name: 'an approved report', who: 'rapportor.nfc', path: approved },
  { name: 'an approved report and what the region says of it', who: 'avdelning', path: approved },
  { name: 'receipt', who: 'rapportor.nfc', path: `${approved}/kvitto` },
  { name: 'history', who: 'rapportor.nfc', path: `${returned}/historik` },
  { name: 'version', who: 'rapportor.nfc', path: `${returned}/versioner/1` },

  { name: 'queue', who: 'samordnare', path: '/granskning' },
  { name: 'review', who: 'samordnare', path: '/granskning/stua-turism-2026/2026-Q3' },
  { name: 'reopening', who: 'samordnare', path: '/granskning/nfc-eskilstuna-2026/2026-Q3' },

  { name: 'reminders', who: 'samordnare', path: '/paminnelser' },
  { name: 'reminders of a period', who: 'samordnare', path: '/paminnelser?period=2026-Q4' },
  { name: 'letters that were sent', who: 'admin', path: '/utskick?lage=sent' },
  { name: 'letters that could not be sent', who: 'admin', path: '/utskick' },
  { name: 'reminders to me', who: 'rapportor.nfc', path: '/konto/paminnelser' },

  { name: 'overview', who: 'ledning', path: '/oversikt' },
  { name: 'overview as it was', who: 'ledning', path: '/oversikt?period=2026&dag=2026-08-01' },
  { name: 'strategic area', who: 'ledning', path: '/oversikt/innovation-och-konkurrenskraft' },
  { name: 'area', who: 'ledning', path: '/oversikt/starka-nyforetagande' },
  { name: 'assessment', who: 'ledning', path: '/oversikt/starka-nyforetagande/bedomning?period=2026-H1' },
  {
    name: 'writing an assessment',
    who: 'samordnare',
    path: '/oversikt/starka-nyforetagande/bedomning/andra?period=2026',
  },
  { name: 'figure', who: 'ledning', path: '/oversikt/starka-nyforetagande/radgivningstillfallen?period=2026' },
  { name: 'the money', who: 'ledning', path: '/oversikt/pengar?period=2026' },
  { name: 'an actor in figures', who: 'ledning', path: '/oversikt/aktorer/almi?period=2026' },
  { name: 'an initiative in figures', who: 'avdelning', path: '/oversikt/insatser/almi-basuppdrag?period=2026' },
  { name: 'two times beside each other', who: 'ledning', path: '/oversikt/jamfor?period=2026&mot=2025' },
  {
    name: 'two days beside each other',
    who: 'ledning',
    path: '/oversikt/jamfor?period=2025&mot=2025&motdag=2026-02-10&omrade=starka-nyforetagande',
  },
  { name: 'packs', who: 'ledning', path: '/underlag?period=2026-Q3' },
  { name: 'actors in the overview', who: 'ledning', path: '/oversikt/aktorer' },

  { name: 'calendar', who: 'rapportor.nfc', path: '/kalender' },
  { name: 'calendar of a month', who: 'samordnare', path: '/kalender?vy=manad&ar=2026&manad=10' },
  { name: 'annual cycle', who: 'ledning', path: '/kalender?vy=arshjul&ar=2026' },
  { name: 'activity', who: 'samordnare', path: '/kalender/aktiviteter/underlag-skolverket' },
  { name: 'new activity', who: 'samordnare', path: '/kalender/aktiviteter/ny' },
  { name: 'changing an activity', who: 'samordnare', path: '/kalender/aktiviteter/run-2026-12/andra' },
  { name: 'dialogues', who: 'rapportor.almi', path: '/dialoger' },
  { name: 'dialogue', who: 'samordnare', path: '/dialoger/dialog-almi-2026-12' },
  { name: 'dialogue that was held', who: 'rapportor.almi', path: '/dialoger/dialog-almi-2026-05' },
  { name: 'booking a dialogue', who: 'samordnare', path: '/dialoger/ny?aktor=almi' },
  { name: 'changing a dialogue', who: 'samordnare', path: '/dialoger/dialog-almi-2026-05/andra' },
  { name: 'decisions', who: 'ledning', path: '/beslut' },
  { name: 'decision', who: 'ledning', path: '/beslut/beslut-2026-06-nyforetagande' },
  { name: 'new decision', who: 'samordnare', path: '/beslut/ny' },
  { name: 'changing a decision', who: 'samordnare', path: '/beslut/beslut-2026-06-nyforetagande/andra' },
  { name: 'lessons', who: 'ledning', path: '/lardomar?q=avtal' },
  { name: 'new lesson', who: 'samordnare', path: '/lardomar/ny' },
  { name: 'changing a lesson', who: 'samordnare', path: '/lardomar/lardom-tva-moten/andra' },
  { name: 'giving more time', who: 'samordnare', path: '/granskning/nfc-tredje-2026/2026-Q3' },

  { name: 'my account', who: 'rapportor.nfc', path: '/konto' },
  { name: 'people', who: 'admin', path: '/personer' },
  { name: 'person', who: 'admin', path: '/personer/demo-rapportor-nfc' },
  { name: 'changing a person', who: 'admin', path: '/personer/demo-rapportor-region/andra' },
  { name: 'inviting', who: 'admin', path: '/personer/ny' },
  { name: 'inviting again', who: 'admin', path: '/personer/demo-ledning/inbjudan' },
  { name: 'people, for those who may not', who: 'samordnare', path: '/personer', status: 403 },

  { name: 'register', who: 'ledning', path: '/register' },
  { name: 'initiatives', who: 'ledning', path: '/register/insatser' },
  { name: 'initiative', who: 'ledning', path: '/register/insatser/sormlands-fyra-nfc' },
  { name: 'actors', who: 'ledning', path: '/register/aktorer' },
  { name: 'actor', who: 'ledning', path: '/register/aktorer/almi' },
  { name: 'indicators', who: 'ledning', path: '/register/matt' },
  { name: 'indicator', who: 'ledning', path: '/register/matt/radgivningstillfallen' },
  { name: 'questions', who: 'samordnare', path: '/register/fragor' },
  { name: 'question', who: 'samordnare', path: '/register/fragor/analys' },
  { name: 'question set', who: 'samordnare', path: '/register/fragor/uppsattningar/grundfragor' },
  { name: 'outlook', who: 'samordnare', path: '/register/omraden/starka-nyforetagande' },
  { name: 'new actor', who: 'samordnare', path: '/register/aktorer/ny' },
  { name: 'changing an actor', who: 'samordnare', path: '/register/aktorer/region-sormland/andra' },
  { name: 'new initiative', who: 'samordnare', path: '/register/insatser/ny' },
  { name: 'changing an initiative', who: 'samordnare', path: '/register/insatser/modda-sormland/andra' },
  { name: 'new indicator', who: 'samordnare', path: '/register/matt/ny?ersatter=delmal-uppnatt' },
  { name: 'changing an indicator', who: 'samordnare', path: '/register/matt/nojda-deltagare/andra' },
  { name: 'new question', who: 'samordnare', path: '/register/fragor/ny' },
  { name: 'changing a question', who: 'samordnare', path: '/register/fragor/analys/andra' },
  { name: 'new question set', who: 'samordnare', path: '/register/fragor/uppsattningar/ny' },
  { name: 'changing a question set', who: 'samordnare', path: '/register/fragor/uppsattningar/grundfragor/andra' },
  { name: 'changing an outlook', who: 'samordnare', path: '/register/omraden/starka-nyforetagande/andra' },
  { name: 'files', who: 'samordnare', path: '/register/filer' },
  { name: 'agreements', who: 'samordnare', path: '/register/avtal' },
  { name: 'agreement', who: 'samordnare', path: '/register/avtal/create-2026' },
  { name: 'an agreement with a final report', who: 'ledning', path: '/register/avtal/stua-delade-data-2025' },
  { name: 'new agreement', who: 'samordnare', path: '/register/avtal/ny' },
  { name: 'renewing an agreement', who: 'samordnare', path: '/register/avtal/ny?fornya=create-2026' },
  { name: 'changing an agreement', who: 'samordnare', path: '/register/avtal/almi-basuppdrag-2026/andra' },
  { name: 'a final report', who: 'rapportor.stua', path: '/rapporter/stua-delade-data-2025/final' },
];
