import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { coordinatorOrBack } from '#lib/edit/coordinator.server.ts';
import { fieldErrors } from '#lib/edit/fieldErrors.ts';
import { fieldsOf } from '#lib/edit/formFields.ts';
import { number } from '#lib/format/number.ts';
import { callApi } from '#lib/server/api.ts';
import { refuseForm } from '#lib/server/form.ts';
import { readSocietal, societalPath } from '../../read.server.ts';
import { enterTexts } from './texts.ts';
import type { Actions, PageServerLoad } from './$types';

const genders = ['total', 'women', 'men'] as const;

/** A form for one year of a series: every place with what is known of it. */
export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  coordinatorOrBack(event, `/samhallet/${id}`);
  const societal = await readSocietal(event, id);
  const query = event.url.searchParams;
  const series = societal.series.filter(({ source }) => source.type !== 'quotient');
  const chosen = series.find((one) => one.id === query.get('serie')) ?? series[0];
  const asked = query.get('ar') ?? '';
  const period = /^\d{4}$/.test(asked) ? asked : String(Number(event.locals.now.slice(0, 4)) - 1);
  const gender = genders.find((one) => societal.dividedByGender && one === query.get('kon')) ?? 'total';
  const { language } = event.locals;
  return {
    ...{ id, name: societal.name, version: String(societal.version), period, gender, key: crypto.randomUUID() },
    ...{ dividedByGender: societal.dividedByGender, unit: chosen?.unit ?? societal.unit },
    series: series.map((one) => ({ id: one.id, name: one.name[language] })),
    chosen: chosen?.id ?? '',
    places: societal.geographies.map((place) => {
      const known = societal.values.find(
        (one) =>
          one.series === chosen?.id && one.geography === place.id && one.period === period && one.gender === gender,
      );
      const stored = known?.value ?? null;
      return { id: place.id, name: place.name, stored: stored === null ? '' : number(stored, language) };
    }),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { id } = event.params;
    const form = await event.request.formData();
    const fields = fieldsOf(form);
    const cell = { series: fields.text('serie'), period: fields.text('ar'), gender: fields.text('kon') };
    const places = fields.chosen('plats');
    // What is left as it was is not entered again; what is emptied is taken back.
    const values = places.flatMap((geography) => {
      const [typed, stored] = [fields.text(`varde-${geography}`), fields.text(`fanns-${geography}`)];
      return typed === stored ? [] : [{ ...cell, geography, value: fields.decimalOrNull(`varde-${geography}`) }];
    });
    const language = event.locals.language;
    const answer = await callApi(event, `/api/v1${societalPath(id)}/values`, {
      method: 'PUT',
      ifMatch: `"${fields.text('version')}"`,
      idempotencyKey: fields.text('key'),
      body: {
        values,
        source: fields.text('source'),
        sourceDate: fields.textOrNull('sourceDate'),
        reason: fields.text('reason'),
      },
      schema: z.looseObject({ version: z.number() }),
    });
    const here = new URLSearchParams({ serie: cell.series, kon: cell.gender });
    if (answer.ok) redirect(303, `/samhallet/${id}?${here.toString()}&sparat`);
    const { status, data } = refuseForm(event, form, answer);
    // A fault of the third value that was sent stands at its place.
    const errors = data.errors.map((fault) => {
      const [, n] = /^values\.(\d+)/.exec(fault.path) ?? [];
      const place = values[Number(n)]?.geography;
      return {
        ...fault,
        path: place === undefined ? (fault.path === 'values' ? `varde-${places[0]}` : fault.path) : `varde-${place}`,
      };
    });
    const none = values.length === 0 ? enterTexts[language].nothing : undefined;
    const said =
      none === undefined
        ? errors
        : errors.map((fault) => (fault.path.startsWith('varde-') ? { ...fault, message: none } : fault));
    return fail(status, { ...data, errors: said, summary: fieldErrors({ ...data, errors: said }, String).summary });
  },
};
