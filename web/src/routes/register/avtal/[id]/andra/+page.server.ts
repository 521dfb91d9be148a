import { AgreementSchema } from '@insatskollen/shared/agreements/agreement.ts';
import { coordinatorOrBack } from '#lib/edit/coordinator.server.ts';
import { startOf } from '#lib/edit/send.server.ts';
import { readOne } from '#lib/server/register.ts';
import { agreementAction } from '../../agreementAction.server.ts';
import { readRegisters, showForm } from '../../agreementChoices.server.ts';
import { lessonsFor } from '../../lessons.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A form for an agreement as it is now. */
export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  coordinatorOrBack(event, `/register/avtal/${id}`);
  const { language } = event.locals;
  const [agreement, registers] = await Promise.all([
    readOne(event, 'agreements', id, AgreementSchema),
    readRegisters(event),
  ]);
  return {
    id: agreement.id,
    reference: agreement.reference,
    start: startOf(agreement),
    key: crypto.randomUUID(),
    lessons: await lessonsFor(event, registers, agreement.initiativeId),
    shown: showForm(registers, language)(agreement),
  };
};

export const actions: Actions = {
  default: (event) =>
    agreementAction(event, { path: `/agreements/${encodeURIComponent(event.params.id)}`, method: 'PUT' }),
};
