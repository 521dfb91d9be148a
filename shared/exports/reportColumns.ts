import type { Column } from './columns.ts';

const word = (name: string, sv: string, en: string): Column => ({ name, heading: { sv, en }, type: 'text' });
const id = (name: string, sv: string, en: string): Column => ({ name, heading: { sv, en }, type: 'id' });
const number = (name: string, sv: string, en: string): Column => ({ name, heading: { sv, en }, type: 'integer' });

const state = {
  notStarted: { sv: 'Ej påbörjad', en: 'Not begun' },
  draft: { sv: 'Påbörjad', en: 'Begun' },
  submitted: { sv: 'Inskickad', en: 'Submitted' },
  returned: { sv: 'Kompletteras', en: 'Sent back' },
  approved: { sv: 'Godkänd', en: 'Approved' },
};

/** One line for each report that is expected or has come: what is known of it, and nothing of what it says. */
export const reportColumns: readonly Column[] = [
  id('agreementId', 'Avtal, id', 'Agreement, id'),
  id('period', 'Period', 'Period'),
  { name: 'periodStart', heading: { sv: 'Från', en: 'From' }, type: 'day' },
  { name: 'periodEnd', heading: { sv: 'Till', en: 'To' }, type: 'day' },
  id('actorId', 'Aktör, id', 'Actor, id'),
  word('actorName', 'Aktör', 'Actor'),
  id('initiativeId', 'Insats, id', 'Initiative, id'),
  word('initiativeTitle', 'Insats', 'Initiative'),
  id('focusArea', 'Insatsområde, id', 'Focus area, id'),
  word('focusAreaName', 'Insatsområde', 'Focus area'),
  { name: 'state', heading: { sv: 'Läge', en: 'State' }, type: 'choice', choices: state },
  number('version', 'Version', 'Version'),
  word('dueAt', 'Ska vara inne', 'Due'),
  word('answerBy', 'Svar på komplettering senast', 'Answer by'),
  { name: 'late', heading: { sv: 'Sen', en: 'Late' }, type: 'yesNo' },
  word('submittedAt', 'Inskickad', 'Submitted'),
  word('approvedAt', 'Godkänd', 'Approved'),
  { name: 'everApproved', heading: { sv: 'Någon gång godkänd', en: 'Ever approved' }, type: 'yesNo' },
  number('officialVersion', 'Version som räknas', 'Version that counts'),
];
