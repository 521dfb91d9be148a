import { coordinatorOrBack } from '#lib/edit/coordinator.server.ts';
import { fieldsOf } from '#lib/edit/formFields.ts';
import { aText } from '#lib/edit/lenient.server.ts';
import type { Thing } from '#lib/edit/merge.ts';
import { send, startOf } from '#lib/edit/send.server.ts';
import { readSocietal, readSociety, societalPath } from '../../read.server.ts';
import { societalTexts } from '../texts.ts';
import type { Actions, PageServerLoad } from './$types';

const show = (thing: Thing) => ({ until: aText.parse(thing['until']), replacedBy: aText.parse(thing['replacedBy']) });

/** A form for how long an indicator is followed, and what follows it. */
export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  coordinatorOrBack(event, `/samhallet/${id}`);
  const [{ name, until, replacedBy, version }, { items }] = await Promise.all([
    readSocietal(event, id),
    readSociety(event, { from: '9999' }),
  ]);
  return {
    ...{
      id,
      name,
      start: startOf({ version, until, replacedBy }),
      key: crypto.randomUUID(),
      shown: show({ until, replacedBy }),
    },
    others: items
      .filter((one) => one.id !== id)
      .map((one) => ({ value: String(one.id), name: one.name[event.locals.language] })),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { id } = event.params;
    const form = await event.request.formData();
    const fields = fieldsOf(form);
    return send(event, form, {
      path: societalPath(id),
      method: 'PUT',
      thing: { until: fields.textOrNull('until'), replacedBy: fields.textOrNull('replacedBy') },
      show,
      to: () => `/samhallet/${id}`,
      fields: societalTexts[event.locals.language].fields,
      nameOf: () => undefined,
    });
  },
};
