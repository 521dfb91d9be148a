import type { Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import { answerFields, maskable } from '@insatskollen/shared/agreements/confidential.ts';
import { canSpread } from '@insatskollen/shared/agreements/spreadTarget.ts';
import { isDay } from '@insatskollen/shared/calendar/days.ts';
import { frequencies, periodsOfTerm, type Period } from '@insatskollen/shared/calendar/periods.ts';
import type { Initiative } from '@insatskollen/shared/initiatives/initiative.ts';
import { commitmentTexts } from '#lib/commitments/texts.ts';
import type { Thing } from '#lib/edit/merge.ts';
import type { Telling } from '#lib/edit/history.server.ts';
import { date } from '#lib/format/date.ts';
import { capital, periodName, periodShort } from '#lib/format/period.ts';
import type { Language } from '#lib/i18n/language.ts';
import { readAgreements, readInitiatives, readLibrary, type Library } from '#lib/server/register.ts';
import type { ApiEvent } from '#lib/server/api.ts';
import { unitWord } from '@insatskollen/shared/summary/figureWords.ts';
import { questionsFor } from '../fragor/questionForm.server.ts';
import { namesIn } from '../names.ts';
import { readAgreement, showAgreement, type ShownAgreement } from './agreementForm.server.ts';
import { agreementFormTexts } from './formTexts.ts';
import { agreementTexts } from './texts.ts';

/** Everything that the form for an agreement names and chooses from. */
export interface Registers {
  library: Library;
  initiatives: readonly Initiative[];
  agreements: readonly Agreement[];
}

export async function readRegisters(event: ApiEvent): Promise<Registers> {
  const [library, initiatives, agreements] = await Promise.all([
    readLibrary(event),
    readInitiatives(event),
    readAgreements(event),
  ]);
  return { library, initiatives, agreements };
}

const MOST_YEARS = 24;

/** The periods of a term as it is typed; none where it cannot be read. */
export function periodsFor({
  frequency,
  termStart,
  termEnd,
}: Pick<ShownAgreement, 'frequency' | 'termStart' | 'termEnd'>): Period[] {
  const known = frequencies.find((one) => one === frequency);
  if (!known || !isDay(termStart) || !isDay(termEnd) || termEnd < termStart) return [];
  const years = Number(termEnd.slice(0, 4)) - Number(termStart.slice(0, 4));
  return years > MOST_YEARS ? [] : periodsOfTerm(known, termStart, termEnd);
}

/** What the form's lists choose from. What has ended or been retired is there only where it was chosen before. */
function choicesFor({ library, initiatives, agreements }: Registers, shown: ShownAgreement, language: Language) {
  const names = namesIn(library, language);
  const { actors, indicators, dimensions, strategy } = library;
  const known = new Set(shown.indicators.map(({ indicatorId }) => indicatorId));
  const decided = initiatives.filter(
    ({ id, lifecycle }) => lifecycle === 'ongoing' || lifecycle === 'ended' || id === shown.initiativeId,
  );
  const titleOf = (id: string) => initiatives.find((one) => one.id === id)?.title ?? id;
  const chosen = initiatives.find(({ id }) => id === shown.initiativeId);
  const periods = periodsFor(shown).map(({ id }) => id);
  const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, 'sv');
  return {
    actors: actors
      .filter(({ id, endedAt }) => endedAt == null || id === shown.actorId)
      .map(({ id, name }) => ({ value: id, name }))
      .toSorted(byName),
    areas: strategy.strategicAreas
      .flatMap(({ focusAreas }) => focusAreas)
      .map(({ id, name }) => ({
        id,
        name,
        initiatives: decided
          .filter(({ primaryFocusArea }) => primaryFocusArea === id)
          .map((one) => ({ value: one.id, name: one.title }))
          .toSorted(byName),
      }))
      .filter((area) => area.initiatives.length > 0),
    countsIn: chosen ? names.focusArea(chosen.primaryFocusArea) : null,
    actor: names.actor(shown.actorId),
    initiative: chosen?.title ?? shown.initiativeId,
    predecessors: agreements
      .filter(({ id }) => id === shown.succeeds || !agreements.some(({ succeeds }) => succeeds === id))
      .map(({ id, actorId, initiativeId, termEnd }) => ({
        value: id,
        name: `${names.actor(actorId)}, ${titleOf(initiativeId)} (–${date(termEnd, language)})`,
      }))
      .toSorted(byName),
    rusPriorities: strategy.rusPriorities.map(({ id, name }) => ({ value: id, name })),
    /** For each row of the form, in order. */
    rows: shown.indicators.map(({ indicatorId, breakdowns, targets }) => {
      const indicator = indicators.find(({ id }) => id === indicatorId);
      const mayBreakDown = indicator && indicator.kind !== 'ratio' ? indicator.dimensions : [];
      const strays = Object.keys(targets.periods).filter((period) => !periods.includes(period));
      return {
        name: names.indicator(indicatorId),
        unit: indicator ? unitWord(indicator, language) : '',
        hasTargets: indicator?.kind !== 'text' || targets.year !== '' || Object.keys(targets.periods).length > 0,
        spread:
          indicator && canSpread(indicator)
            ? indicator.kind === 'flow'
              ? ('flow' as const)
              : ('level' as const)
            : null,
        dimensions: dimensions
          .filter(({ id }) => mayBreakDown.includes(id) || breakdowns.includes(id))
          .map(({ id, name }) => ({ value: id, name: name[language] })),
        periods: [...periods, ...strays].map((id) => ({ id, name: capital(periodShort(id, language)) })),
      };
    }),
    moreIndicators: indicators
      .filter(({ id, retiredAt }) => retiredAt == null && !known.has(id))
      .map((one) => ({ value: one.id, name: one.name[language] }))
      .toSorted(byName),
    periods: periods.map((id) => ({ value: id, name: capital(periodName(id, language)) })),
    questions: questionsFor(library, shown.questions),
    /** What a promise can be followed by: what the agreement asks for. */
    followed: {
      indicators: shown.indicators.map(({ indicatorId }) => ({
        value: indicatorId,
        name: names.indicator(indicatorId),
      })),
      dimensions: dimensions
        .filter(({ id }) => shown.indicators.some(({ breakdowns }) => breakdowns.includes(id)))
        .map(({ id, name }) => ({ value: id, name: name[language] })),
    },
    answers: answersOf({ library }, shown, language),
    questionSets: library.questionSets
      .filter(({ retiredAt }) => retiredAt == null)
      .map(({ id, name }) => ({ value: id, name })),
  };
}
/** What of the reports' answers can be confidential, each with what it is called. */
export const answersOf = (
  { library }: Pick<Registers, 'library'>,
  shown: ShownAgreement,
  language: Language,
): { field: string; name: string }[] => {
  const names = namesIn(library, language);
  return [
    ...shown.questions.map((id) => ({
      field: answerFields.text(id),
      name: library.questions.find((one) => one.id === id)?.name ?? id,
    })),
    ...shown.indicators.map(({ indicatorId: id }) => ({
      field: answerFields.comment(id),
      name: agreementFormTexts[language].commentOn(names.indicator(id)),
    })),
  ];
};
export type AgreementChoices = ReturnType<typeof choicesFor>;

/** An agreement as the form shows it, with what its lists choose from. */
export interface ShownForm {
  agreement: ShownAgreement;
  choices: AgreementChoices;
}
export const showForm =
  (registers: Registers, language: Language) =>
  (thing: Thing): ShownForm => ({
    agreement: showAgreement(language)(thing),
    choices: choicesFor(registers, readAgreement(thing), language),
  });

/** How changes of an agreement are told; `periods` are those whose targets have names of their own. */
export function agreementTelling(
  { library, initiatives, agreements }: Registers,
  periods: readonly string[],
  language: Language,
): Telling {
  const t = agreementFormTexts[language];
  const fields = new Map<string, string>(Object.entries(t.fields));
  for (const one of library.indicators) {
    const at = `indicators.${one.id}`;
    const name = one.name[language];
    fields.set(at, name);
    fields.set(`${at}.required`, `${name}: ${t.told.required}`);
    fields.set(`${at}.breakdowns`, `${name}: ${t.told.breakdowns}`);
    fields.set(`${at}.targets.year`, `${name}: ${t.told.year}`);
    for (const period of periods)
      fields.set(`${at}.targets.periods.${period}`, `${name}: ${t.told.period(periodShort(period, language))}`);
  }
  const names = new Map<string, string>([
    ...Object.entries(agreementTexts[language].frequencies),
    ...Object.entries(commitmentTexts[language].per),
    ...maskable.map((field) => [field, t.fields[field]] as const),
    ...library.questions.map(({ id, name }) => [answerFields.text(id), name] as const),
    ...library.indicators.map(({ id, name }) => [answerFields.comment(id), t.commentOn(name[language])] as const),
    ...library.actors.map(({ id, name }) => [id, name] as const),
    ...library.indicators.map(({ id, name }) => [id, name[language]] as const),
    ...library.dimensions.map(({ id, name }) => [id, name[language]] as const),
    ...library.questions.map(({ id, name }) => [id, name] as const),
    ...library.strategy.rusPriorities.map(({ id, name }) => [id, name] as const),
    ...initiatives.map(({ id, title }) => [id, title] as const),
    ...agreements.map(({ id, reference }) => [id, reference] as const),
  ]);
  return { fields: Object.fromEntries(fields), nameOf: (id) => names.get(id) };
}
