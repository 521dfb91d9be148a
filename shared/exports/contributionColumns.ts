import type { Column } from './columns.ts';

const word = (name: string, sv: string, en: string): Column => ({ name, heading: { sv, en }, type: 'text' });
const id = (name: string, sv: string, en: string): Column => ({ name, heading: { sv, en }, type: 'id' });
const number = (name: string, sv: string, en: string): Column => ({ name, heading: { sv, en }, type: 'decimal' });

const kind = {
  value: { sv: 'värde', en: 'value' },
  ratio: { sv: 'andel', en: 'ratio' },
  choice: { sv: 'svar', en: 'answer' },
  notApplicable: { sv: 'ej aktuellt', en: 'not applicable' },
  notYetKnown: { sv: 'vet inte än', en: 'not yet known' },
};
const standing = {
  counts: { sv: 'räknas', en: 'counts' },
  replaced: { sv: 'ersatt av ett senare läge', en: 'replaced by a later state' },
  chainEnded: { sv: 'avtalet har tagit slut', en: 'the agreement has ended' },
};

/**
 * One line for each approved answer behind a figure. Neither the answers' comments nor who approved are in it: comments never leave
 * the region by themselves, and both are on the figure's page.
 */
export const contributionColumns: readonly Column[] = [
  id('indicatorId', 'Mått, id', 'Indicator, id'),
  word('indicatorName', 'Mått', 'Indicator'),
  word('unit', 'Enhet', 'Unit'),
  id('focusArea', 'Insatsområde, id', 'Focus area, id'),
  id('actorId', 'Aktör, id', 'Actor, id'),
  word('actorName', 'Aktör', 'Actor'),
  id('initiativeId', 'Insats, id', 'Initiative, id'),
  word('initiativeTitle', 'Insats', 'Initiative'),
  id('agreementId', 'Avtal, id', 'Agreement, id'),
  id('period', 'Period', 'Period'),
  { name: 'version', heading: { sv: 'Version', en: 'Version' }, type: 'integer' },
  { name: 'answer.kind', heading: { sv: 'Slag av svar', en: 'Kind of answer' }, type: 'choice', choices: kind },
  number('answer.value', 'Värde', 'Value'),
  number('answer.numerator', 'Täljare', 'Numerator'),
  number('answer.denominator', 'Nämnare', 'Denominator'),
  word('choiceName', 'Svar', 'Answer'),
  { name: 'standing', heading: { sv: 'Läge', en: 'Standing' }, type: 'choice', choices: standing },
  { name: 'correcting', heading: { sv: 'Rättas', en: 'Being corrected' }, type: 'yesNo' },
  word('approvedAt', 'Godkänd', 'Approved'),
];
