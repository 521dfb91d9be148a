import type { Agreement } from '../agreements/agreement.ts';
import type { Day } from '../calendar/days.ts';
import type { Initiative } from '../initiatives/initiative.ts';
import type { Fault } from '../refusals.ts';
import type { ReportState } from '../reports/head.ts';
import type { ActorContent } from './actorContent.ts';

const words = {
  sv: {
    unknownMunicipality: 'Kommunen finns inte i registret.',
    twice: 'Det här står redan i listan.',
    usedUnit: (which: string) => `En verksamhet som försvinner ansvarar för insatser: ${which}. Ändra dem först.`,
    future: 'Aktören kan avslutas från och med i dag, inte i förväg.',
    agreementsRunning: (which: string) => `Aktören har avtal som löper längre: ${which}. Avsluta dem först.`,
    reportsOpen: (which: string) =>
      `Aktören har rapporter som inte är godkända: ${which}. Bara aktören kan skriva dem.`,
    initiativesGoOn: (which: string) =>
      `Aktören ansvarar för insatser som pågår: ${which}. Ge dem en annan ansvarig först.`,
  },
  en: {
    unknownMunicipality: 'The municipality is not in the register.',
    twice: 'This is in the list already.',
    usedUnit: (which: string) =>
      `A department that would go is responsible for initiatives: ${which}. Change them first.`,
    future: 'The actor can be ended from today on, not in advance.',
    agreementsRunning: (which: string) => `The actor has agreements that run longer: ${which}. End them first.`,
    reportsOpen: (which: string) =>
      `The actor has reports that are not approved: ${which}. Only the actor can write them.`,
    initiativesGoOn: (which: string) =>
      `The actor is responsible for initiatives that go on: ${which}. Make somebody else responsible first.`,
  },
};

/** What an actor is checked against. */
export interface ActorContext {
  language: 'sv' | 'en';
  /** The id that it has or will have. */
  id: string;
  today: Day;
  /** Official codes. */
  municipalities: ReadonlySet<string>;
  /** Agreements with the actor, its reports, and the initiatives that it is responsible for. */
  agreements: readonly Pick<Agreement, 'reference' | 'termEnd'>[];
  reports: readonly { agreementId: string; period: string; state: ReportState }[];
  responsibleFor: readonly (Pick<Initiative, 'title' | 'lifecycle'> & { responsibleUnits: readonly string[] })[];
}

/**
 * What is wrong with an actor. One that reports for nothing any more can be ended: its agreements are over, every report is
 * approved (only the actor could write it), and no initiative that goes on has it as responsible.
 */
export function actorFaults(actor: ActorContent, before: ActorContent | undefined, context: ActorContext): Fault[] {
  const text = words[context.language];
  const faults: Fault[] = [];
  if (actor.municipality !== undefined && !context.municipalities.has(actor.municipality))
    faults.push({ path: 'municipality', code: 'unknownMunicipality', message: text.unknownMunicipality });
  const units = actor.units ?? [];
  for (const [n, unit] of units.entries())
    if (units.findIndex(({ id }) => id === unit.id) < n)
      faults.push({ path: `units.${n}.id`, code: 'twice', message: text.twice });
  const named = context.responsibleFor.filter(({ responsibleUnits }) =>
    responsibleUnits.some((unit) => {
      const [actorId, unitId] = unit.split('/');
      return actorId === context.id && !units.some(({ id }) => id === unitId);
    }),
  );
  if (named.length > 0)
    faults.push({ path: 'units', code: 'usedUnit', message: text.usedUnit(some(named.map(({ title }) => title))) });
  if (actor.endedAt != null && actor.endedAt !== before?.endedAt) faults.push(...endFaults(actor.endedAt, context));
  return faults;
}

function endFaults(endedAt: Day, context: ActorContext): Fault[] {
  const text = words[context.language];
  if (endedAt > context.today) return [{ path: 'endedAt', code: 'future', message: text.future }];
  const blocking = {
    agreementsRunning: context.agreements.filter(({ termEnd }) => termEnd > endedAt).map(({ reference }) => reference),
    reportsOpen: context.reports
      .filter(({ state }) => state !== 'approved')
      .map(({ agreementId, period }) => `${agreementId} ${period}`),
    initiativesGoOn: context.responsibleFor
      .filter(({ lifecycle }) => lifecycle === 'ongoing' || lifecycle === 'coming')
      .map(({ title }) => title),
  };
  return (['agreementsRunning', 'reportsOpen', 'initiativesGoOn'] as const).flatMap((code) =>
    blocking[code].length > 0 ? [{ path: 'endedAt', code, message: text[code](some(blocking[code])) }] : [],
  );
}

const NAMED = 5;
/** The first few of many, and that there are more. */
const some = (all: readonly string[]): string =>
  [...all.slice(0, NAMED), ...(all.length > NAMED ? ['…'] : [])].join(', ');
