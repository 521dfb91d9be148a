import { lastSign } from '@insatskollen/shared/societal/suspectedBreak.ts';
import { coordinatorOrBack } from '#lib/edit/coordinator.server.ts';
import { fieldsOf, type Fields } from '#lib/edit/formFields.ts';
import { aText } from '#lib/edit/lenient.server.ts';
import type { Thing } from '#lib/edit/merge.ts';
import { send, startOf } from '#lib/edit/send.server.ts';
import { readSocietal, readSociety, societalPath } from '../../read.server.ts';
import { societalTexts } from '../texts.ts';
import type { Actions, PageServerLoad } from './$types';

const show = (thing: Thing) => ({ until: aText.parse(thing['until']), replacedBy: aText.parse(thing['replacedBy']) });

/** A form for how long an indicator is followed, what follows it, and whether its series have broken. */
export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  coordinatorOrBack(event, `/samhallet/${id}`);
  const [{ name, until, replacedBy, version, series, fetches }, { items }] = await Promise.all([
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
    suspected: fetches.flatMap((signs) => {
      const seen = lastSign(signs);
      const named = series.find((one) => one.id === signs.series)?.name;
      return seen === undefined || !named ? [] : [{ series: signs.series, name: named, signs, seen }];
    }),
    others: items
      .filter((one) => one.id !== id)
      .map((one) => ({ value: String(one.id), name: one.name[event.locals.language] })),
  };
};

/** What was chosen for a series; nothing where that is left for later. */
function verdictOf(fields: Fields, series: string): [string, object][] {
  const of = (name: string) => fields.text(`verdicts.${series}.${name}`);
  const [is, seen] = [of('is'), of('seen')];
  if (is === 'same') return [[series, { is, seen }]];
  const text = { sv: of('text.sv'), ...(of('text.en') === '' ? {} : { en: of('text.en') }) };
  return is === 'break' ? [[series, { is, seen, from: of('from'), text }]] : [];
}

export const actions: Actions = {
  default: async (event) => {
    const { id } = event.params;
    const form = await event.request.formData();
    const fields = fieldsOf(form);
    return send(event, form, {
      path: societalPath(id),
      method: 'PUT',
      thing: {
        ...{ until: fields.textOrNull('until'), replacedBy: fields.textOrNull('replacedBy') },
        verdicts: Object.fromEntries(fields.chosen('suspected').flatMap((series) => verdictOf(fields, series))),
      },
      show,
      to: () => `/samhallet/${id}`,
      fields: societalTexts[event.locals.language].fields,
      nameOf: () => undefined,
    });
  },
};
