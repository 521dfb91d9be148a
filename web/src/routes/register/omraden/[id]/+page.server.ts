import { mayChangeRegister } from '#lib/edit/coordinator.server.ts';
import { readHistory } from '#lib/edit/history.server.ts';
import { readInitiatives } from '#lib/server/register.ts';
import { outlookPath, readArea } from '../area.server.ts';
import { outlookTexts } from '../texts.ts';
import type { PageServerLoad } from './$types';

/** Where a focus area is heading, with every version of it. */
export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  const [{ area, outlook }, initiatives] = await Promise.all([
    readArea(event, id),
    readInitiatives(event, { focusArea: id }),
  ]);
  const telling = { fields: outlookTexts[event.locals.language].fields, nameOf: () => undefined };
  return {
    area,
    outlook,
    initiatives: initiatives.length,
    mayChange: mayChangeRegister(event),
    saved: event.url.searchParams.has('sparat'),
    history: await readHistory(event, outlookPath(id), telling),
  };
};
