import { moreRows, send } from '#lib/edit/send.server.ts';
import { dayOf } from '#lib/format/date.ts';
import { typedText } from '#lib/server/form.ts';
import type { ApiEvent } from '#lib/server/api.ts';
import { agreementTelling, periodsFor, readRegisters, showForm } from './agreementChoices.server.ts';
import { agreementFrom, readAgreement } from './agreementForm.server.ts';
import { press } from './agreementPress.server.ts';
import { previewOf } from './preview.server.ts';

/** What the form for an agreement does: saves it, shows what the actor would meet, or asks for more of itself. */
export async function agreementAction(event: ApiEvent, { path, method }: { path: string; method: 'POST' | 'PUT' }) {
  const { language, now } = event.locals;
  const form = await event.request.formData();
  const registers = await readRegisters(event);
  const thing = press(form, agreementFrom(form), registers.library);
  const show = showForm(registers, language);
  const again = moreRows(form, show(thing));
  if (again) {
    if (typedText(form, 'more') !== 'preview') return again;
    return {
      ...again,
      preview: previewOf(readAgreement(thing), registers, dayOf(now), language) ?? ('tooLittle' as const),
    };
  }
  const periods = periodsFor(readAgreement(thing)).map(({ id }) => id);
  return send(event, form, {
    path,
    method,
    thing,
    show,
    to: (id) => `/register/avtal/${id}`,
    ...agreementTelling(registers, periods, language),
  });
}
