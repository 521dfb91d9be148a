import type { Agreement } from '../agreements/agreement.ts';
import type { Day } from '../calendar/days.ts';
import { isCircular } from '../circle.ts';
import { commitmentFaults } from '../commitments/commitment.ts';
import type { Fault } from '../refusals.ts';
import { initiativeFaultText, type InitiativeFaultCode } from './faultText.ts';
import type { InitiativeContent } from './initiativeContent.ts';
import { moveBetween } from './lifecycle.ts';
import { reversedSpans } from './timeline.ts';

type Links = Pick<InitiativeContent, 'continuedIn' | 'partOf'>;

/** What an initiative is checked against. */
export interface InitiativeContext {
  language: 'sv' | 'en';
  today: Day;
  /** The id that it has or will have. */
  id: string;
  focusAreas: ReadonlySet<string>;
  actors: ReadonlyMap<string, { endedAt?: string | null | undefined; units: readonly string[] }>;
  dimensionsOf: (indicatorId: string) => readonly string[] | undefined;
  /** All the others, by id. */
  initiatives: ReadonlyMap<string, Links>;
  /** Agreements about it. */
  agreements: readonly Pick<Agreement, 'reference' | 'termEnd'>[];
  /** Why it is changed, where somebody said so. */
  reason: string | null | undefined;
}

type Found = { path: string; code: InitiativeFaultCode; which?: string };

/** Everything that is wrong with an initiative, as it is about to be saved after `before`. */
export function initiativeFaults(
  initiative: InitiativeContent,
  before: InitiativeContent | undefined,
  context: InitiativeContext,
): Fault[] {
  const found: Found[] = [
    ...areaFaults(initiative, context),
    ...responsibleFaults(initiative, before, context),
    ...reversedSpans(initiative.timeline).map((path): Found => ({ path, code: 'reversed' })),
    ...lifecycleFaults(initiative, before, context),
    ...linkFaults(initiative, context),
    ...initiative.quantifiedCommitments.flatMap((commitment, n) =>
      commitmentFaults(commitment, context.dimensionsOf).map(({ path, code }): Found => ({
        path: `quantifiedCommitments.${n}.${path}`,
        code,
      })),
    ),
  ];
  const text = initiativeFaultText[context.language];
  return found.map(({ path, code, which }) => ({ path, code, message: text[code](which ?? '') }));
}

/** It counts in one area, and only contributes to others. */
function areaFaults(
  { primaryFocusArea, alsoContributesTo }: InitiativeContent,
  { focusAreas }: InitiativeContext,
): Found[] {
  return [
    ...(focusAreas.has(primaryFocusArea) ? [] : [{ path: 'primaryFocusArea', code: 'unknownFocusArea' as const }]),
    ...alsoContributesTo.flatMap((area, n): Found[] => {
      const path = `alsoContributesTo.${n}`;
      if (!focusAreas.has(area)) return [{ path, code: 'unknownFocusArea' }];
      if (area === primaryFocusArea) return [{ path, code: 'alsoPrimary' }];
      return alsoContributesTo.indexOf(area) < n ? [{ path, code: 'twice' }] : [];
    }),
  ];
}

function responsibleFaults(
  { responsible, responsibleUnits }: InitiativeContent,
  before: InitiativeContent | undefined,
  { actors }: InitiativeContext,
): Found[] {
  return [
    ...responsible.flatMap((id, n): Found[] => {
      const path = `responsible.${n}`;
      const actor = actors.get(id);
      if (!actor) return [{ path, code: 'unknownActor' }];
      if (actor.endedAt != null && !before?.responsible.includes(id)) return [{ path, code: 'actorEnded' }];
      return responsible.indexOf(id) < n ? [{ path, code: 'twice' }] : [];
    }),
    ...responsibleUnits.flatMap((unit, n): Found[] => {
      const path = `responsibleUnits.${n}`;
      const [actorId = '', unitId = ''] = unit.split('/');
      if (!responsible.includes(actorId) || !actors.get(actorId)?.units.includes(unitId))
        return [{ path, code: 'unknownUnit' }];
      return responsibleUnits.indexOf(unit) < n ? [{ path, code: 'twice' }] : [];
    }),
  ];
}

/** An initiative can end when its agreements are over; what is still to be reported of them is written afterwards too. */
function lifecycleFaults(
  { lifecycle }: InitiativeContent,
  before: InitiativeContent | undefined,
  { agreements, today, reason }: InitiativeContext,
): Found[] {
  if (!before) return [];
  const move = moveBetween(before.lifecycle, lifecycle);
  if (move === undefined) return [{ path: 'lifecycle', code: 'noSuchMove' }];
  if (move === 'same') return [];
  const running = agreements.filter(({ termEnd }) => termEnd >= today);
  const named = (some: InitiativeContext['agreements']) => some.map(({ reference }) => reference).join(', ');
  return [
    ...(move === 'back' && !reason ? [{ path: 'reason', code: 'reasonNeeded' as const }] : []),
    ...(lifecycle === 'ended' && running.length > 0
      ? [{ path: 'lifecycle', code: 'agreementsRunning' as const, which: named(running) }]
      : []),
    ...(lifecycle === 'coming' && before.lifecycle === 'ongoing' && agreements.length > 0
      ? [{ path: 'lifecycle', code: 'hasAgreements' as const, which: named(agreements) }]
      : []),
  ];
}

function linkFaults(initiative: InitiativeContent, { id, initiatives }: InitiativeContext): Found[] {
  return (['continuedIn', 'partOf'] as const).flatMap((path): Found[] => {
    const to = initiative[path];
    if (to == null) return [];
    if (to !== id && !initiatives.has(to)) return [{ path, code: 'unknownInitiative' }];
    const next = (one: string) => (one === id ? to : initiatives.get(one)?.[path]);
    return isCircular(id, next) ? [{ path, code: 'circular' }] : [];
  });
}
