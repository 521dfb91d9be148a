import { IndicatorSchema } from '@insatskollen/shared/indicators/indicator.ts';
import { coordinatorOrBack } from '#lib/edit/coordinator.server.ts';
import { moreRows, send, startOf } from '#lib/edit/send.server.ts';
import { readAgreements, readLibrary, readOne } from '#lib/server/register.ts';
import { choicesFor, indicatorFrom, indicatorTelling, showIndicator } from '../../indicatorForm.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A form for an indicator as it is now. */
export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  const { language } = event.locals;
  coordinatorOrBack(event, `/register/matt/${id}`);
  const [indicator, library, agreements] = await Promise.all([
    readOne(event, 'indicators', id, IndicatorSchema),
    readLibrary(event),
    readAgreements(event),
  ]);
  const used = agreements.some(({ indicators }) => indicators.some(({ indicatorId }) => indicatorId === id));
  return {
    id: indicator.id,
    name: indicator.name[language],
    used,
    start: startOf(indicator),
    key: crypto.randomUUID(),
    shown: showIndicator(indicator),
    choices: choicesFor(library, id, language),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const thing = indicatorFrom(form);
    return (
      moreRows(form, showIndicator(thing)) ??
      send(event, form, {
        path: `/indicators/${encodeURIComponent(event.params.id)}`,
        method: 'PUT',
        thing,
        show: showIndicator,
        to: (id) => `/register/matt/${id}`,
        ...indicatorTelling(await readLibrary(event), event.locals.language),
      })
    );
  },
};
