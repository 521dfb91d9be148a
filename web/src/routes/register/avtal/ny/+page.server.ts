import { agreementFaultText } from '@insatskollen/shared/agreements/faults.ts';
import { renewalOf } from '@insatskollen/shared/agreements/renew.ts';
import { coordinatorOrBack } from '#lib/edit/coordinator.server.ts';
import type { Thing } from '#lib/edit/merge.ts';
import { newStart } from '#lib/edit/send.server.ts';
import { dayOf } from '#lib/format/date.ts';
import { agreementAction } from '../agreementAction.server.ts';
import { readRegisters, showForm, type Registers } from '../agreementChoices.server.ts';
import { lessonsFor } from '../lessons.server.ts';
import type { Actions, PageServerLoad } from './$types';

/**
 * A form for an agreement that is not made yet: next year's (`?aktor=…`, `?insats=…`), or the one that follows another with its terms
 * (`?fornya=…`).
 */
export const load: PageServerLoad = async (event) => {
  coordinatorOrBack(event, '/register/avtal');
  const { language, now } = event.locals;
  const registers = await readRegisters(event);
  const asked = event.url.searchParams;
  const before = registers.agreements.find(({ id }) => id === asked.get('fornya'));
  const renewal = before && renewalOf(before, registers.agreements);
  const begun = renewal?.draft ?? nextYears(registers, dayOf(now), asked);
  const shown = showForm(registers, language)(begun);
  return {
    start: newStart,
    key: crypto.randomUUID(),
    shown,
    lessons: await lessonsFor(event, registers, shown.agreement.initiativeId),
    renews: before ? { id: before.id, reference: before.reference } : null,
    hindrances: (renewal?.faults ?? []).map(({ code }) => agreementFaultText[language][code]),
  };
};

const nextYears = ({ library }: Registers, today: string, asked: URLSearchParams): Thing => {
  const year = Number(today.slice(0, 4)) + 1;
  return {
    actorId: asked.get('aktor'),
    initiativeId: asked.get('insats'),
    termStart: `${year}-01-01`,
    termEnd: `${year}-12-31`,
    frequency: 'quarterly',
    dueDays: 30,
    questions: library.questionSets.find(({ retiredAt }) => retiredAt == null)?.questions,
  };
};

export const actions: Actions = {
  default: (event) => agreementAction(event, { path: '/agreements', method: 'POST' }),
};
