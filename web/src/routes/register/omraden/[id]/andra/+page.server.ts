import { fieldsOf } from '#lib/edit/formFields.ts';
import { coordinatorOrBack } from '#lib/edit/coordinator.server.ts';
import { aText } from '#lib/edit/lenient.server.ts';
import type { Thing } from '#lib/edit/merge.ts';
import { send } from '#lib/edit/send.server.ts';
import { outlookPath, readArea } from '../../area.server.ts';
import { outlookTexts } from '../../texts.ts';
import type { Actions, PageServerLoad } from './$types';

const show = (thing: Thing) => ({ text: aText.parse(thing['text']) });

/** A form for where a focus area is heading. */
export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  coordinatorOrBack(event, `/register/omraden/${id}`);
  const { area, outlook } = await readArea(event, id);
  const { text, version } = outlook;
  return {
    area,
    start: { version: String(version), base: JSON.stringify({ text }) },
    key: crypto.randomUUID(),
    shown: show({ text }),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { id } = event.params;
    const form = await event.request.formData();
    return send(event, form, {
      path: outlookPath(id),
      method: 'PUT',
      thing: { text: fieldsOf(form).text('text') },
      show,
      to: () => `/register/omraden/${id}`,
      fields: outlookTexts[event.locals.language].fields,
      nameOf: () => undefined,
    });
  },
};
