import { isDay } from '../calendar/days.ts';
import { periodsOfTerm } from '../calendar/periods.ts';
import { decimalFault, parseDecimal } from '../decimal.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { Initiative } from '../initiatives/initiative.ts';
import type { Agreement } from './agreement.ts';
import { checkClosing, closingReports } from './closing.ts';
import { checkCommitments } from './checkCommitments.ts';
import { answerFields } from './confidential.ts';
import { checkPlace } from './checkPlace.ts';
import { checkAgreedIndicator } from './checkTargets.ts';
import type { AgreementFault, AgreementFaultCode } from './faults.ts';
import { financingSources } from './financing.ts';

/** More reports than this do not fit in the one transaction that writes an agreement with all that follows from it. */
const MOST_PERIODS = 24;

/** What an agreement is held against. */
export interface AgreementSurroundings {
  actorIds: ReadonlySet<string>;
  initiatives: ReadonlyMap<string, Initiative>;
  indicators: ReadonlyMap<string, Indicator>;
  questionIds: ReadonlySet<string>;
  rusPriorityIds: ReadonlySet<string>;
  /** Every agreement as it is now, this one's earlier version included. */
  agreements: readonly Agreement[];
}

const limits = { id: 100, reference: 100, goal: 10_000, criterion: 2_000, criteria: 50, indicators: 60, questions: 40 };

/** Everything that is wrong with an agreement, new or changed, each with its path into it. Empty when it can be written. */
export function checkAgreement(agreement: Agreement, around: AgreementSurroundings): AgreementFault[] {
  const faults: AgreementFault[] = [];
  const say = (path: string, code: AgreementFaultCode) => faults.push({ path, code });
  const text = (path: string, value: string, most: number) => {
    if (value.trim() === '') say(path, 'blank');
    else if ([...value].length > most) say(path, 'tooLong');
  };
  text('reference', agreement.reference, limits.reference);
  text('goal', agreement.goal, limits.goal);
  for (const [n, criterion] of agreement.criteria.entries()) text(`criteria.${n}`, criterion, limits.criterion);
  if (agreement.criteria.length > limits.criteria) say('criteria', 'tooLong');
  if (agreement.indicators.length > limits.indicators) say('indicators', 'tooLong');
  if (agreement.questions.length > limits.questions) say('questions', 'tooLong');

  if (!around.actorIds.has(agreement.actorId)) say('actorId', 'unknownActor');
  const initiative = around.initiatives.get(agreement.initiativeId);
  if (!initiative) say('initiativeId', 'unknownInitiative');
  // Only decided ones have agreements: ongoing, and ended within their follow-up.
  else if (initiative.lifecycle === 'potential' || initiative.lifecycle === 'coming') say('initiativeId', 'notDecided');

  const { dueDays } = agreement;
  if (!Number.isInteger(dueDays) || dueDays < 0 || dueDays > 365) say('dueDays', 'outOfRange');
  const wrongDays = (['termStart', 'termEnd'] as const).filter((field) => !isDay(agreement[field]));
  for (const field of wrongDays) say(field, 'notADay');
  const reversed = wrongDays.length === 0 && agreement.termEnd < agreement.termStart;
  if (reversed) say('termEnd', 'reversed');
  const hasTerm = wrongDays.length === 0 && !reversed;
  const periods =
    hasTerm && termIsShort(agreement) ? periodsOfTerm(agreement.frequency, agreement.termStart, agreement.termEnd) : [];
  const reports = periods.length + (hasTerm ? closingReports(agreement).length : 0);
  if (hasTerm && (periods.length === 0 || reports > MOST_PERIODS)) say('termEnd', 'tooManyPeriods');
  if (hasTerm) faults.push(...checkClosing(agreement));

  for (const [n, agreed] of agreement.indicators.entries()) {
    const path = `indicators.${n}`;
    const indicator = around.indicators.get(agreed.indicatorId);
    if (!indicator) say(`${path}.indicatorId`, 'unknownIndicator');
    else if (agreement.indicators.findIndex((one) => one.indicatorId === agreed.indicatorId) < n)
      say(`${path}.indicatorId`, 'twice');
    else if (hasTerm) faults.push(...checkAgreedIndicator(agreed, indicator, periods, path));
  }
  for (const [n, id] of agreement.questions.entries()) {
    if (!around.questionIds.has(id)) say(`questions.${n}`, 'unknownQuestion');
    else if (agreement.questions.indexOf(id) < n) say(`questions.${n}`, 'twice');
  }
  faults.push(...checkCommitments(agreement, around.indicators));
  const answered = new Set([
    ...agreement.questions.map(answerFields.text),
    ...agreement.indicators.map(({ indicatorId }) => answerFields.comment(indicatorId)),
  ]);
  for (const [n, { field }] of (agreement.confidential ?? []).entries()) {
    if (agreement.confidential?.findIndex((one) => one.field === field) !== n) say(`confidential.${n}.field`, 'twice');
    else if (field.includes('.') && !answered.has(field)) say(`confidential.${n}.field`, 'notAsked');
  }
  for (const [n, id] of agreement.rusPriorities.entries())
    if (!around.rusPriorityIds.has(id)) say(`rusPriorities.${n}`, 'unknownRusPriority');
  for (const [source, amount] of Object.entries(agreement.financing)) {
    const path = `financing.${source}`;
    if (!financingSources.some((known) => known === source)) say(path, 'unknownSource');
    else {
      const wrong = amountFault(amount);
      if (wrong) say(path, wrong);
    }
  }
  if (hasTerm) faults.push(...checkPlace(agreement, around.agreements));
  return faults;
}

/** Amounts are in SEK with at most öre, and never negative. */
function amountFault(amount: string): AgreementFaultCode | undefined {
  const value = parseDecimal(amount);
  return value === undefined ? 'notANumber' : decimalFault(value, { decimals: 2 });
}

/** Whether the periods of a term are few enough to be counted at all. */
const termIsShort = ({ termStart, termEnd }: Agreement): boolean =>
  Number(termEnd.slice(0, 4)) - Number(termStart.slice(0, 4)) <= MOST_PERIODS;
