import type { Language } from './words.ts';

const sv = {
  title: (actor: string) => `Dialog med ${actor}`,
  foot: (when: string) => `Det som är inskickat ${when}.`,
  people: 'Deltagare',
  fromLast: 'Sedan sist',
  nothingFromLast: 'Inget är kvar från tidigare dialoger.',
  columns: {
    what: 'Vad',
    who: 'Vem',
    due: 'Senast',
    state: 'Läge',
    figure: 'Mått',
    value: 'Resultat',
    target: 'Mål',
    deviation: 'Avvikelse och förklaring',
  },
  sides: { actor: 'aktören', region: 'regionen' },
  open: 'Kvar att göra.',
  done: (day: string) => `Gjort ${day}.`,
  notIn: 'Rapporten är inte inskickad än.',
  states: {
    notStarted: 'Inte påbörjad.',
    draft: 'Inskickad tidigare, ändras nu.',
    submitted: 'Inskickad, väntar på granskning.',
    returned: 'Tillbaka för komplettering.',
    approved: 'Godkänd.',
  },
  figuresOf: (initiative: string) => `Resultat mot mål, ${initiative}`,
  deviates: 'Avviker, utan förklaring.',
  remarks: 'Anmärkningar som inte är avbockade',
  agreed: 'Överenskommet i dag',
  agreedHint: 'Vad, vem och senast när. Skriv in det i Insatskollen efter mötet.',
};

const en: typeof sv = {
  title: (actor) => `Dialogue with ${actor}`,
  foot: (when) => `What is submitted as of ${when}.`,
  people: 'Participants',
  fromLast: 'Since last time',
  nothingFromLast: 'Nothing is left from earlier dialogues.',
  columns: {
    what: 'What',
    who: 'Who',
    due: 'By',
    state: 'State',
    figure: 'Indicator',
    value: 'Result',
    target: 'Target',
    deviation: 'Deviation and why',
  },
  sides: { actor: 'the actor', region: 'the region' },
  open: 'Left to do.',
  done: (day) => `Done on ${day}.`,
  notIn: 'The report is not submitted yet.',
  states: {
    notStarted: 'Not started.',
    draft: 'Submitted before, being changed now.',
    submitted: 'Submitted, awaits review.',
    returned: 'Sent back to be completed.',
    approved: 'Approved.',
  },
  figuresOf: (initiative) => `Results against targets, ${initiative}`,
  deviates: 'Deviates, without an explanation.',
  remarks: 'Remarks that are not ticked off',
  agreed: 'Agreed today',
  agreedHint: 'What, who and by when. Write it into Insatskollen after the meeting.',
};

/** Words of the sheet for a dialogue. */
export const dialogueWords: Readonly<Record<Language, typeof sv>> = { sv, en };
