import { OutlookSchema } from '@insatskollen/shared/strategy/outlook.ts';
import { error } from '@sveltejs/kit';
import { callApi, orRefuse, type ApiEvent } from '#lib/server/api.ts';
import { readLibrary } from '#lib/server/register.ts';

/** Where a focus area's outlook is read and written. */
export const outlookPath = (id: string): string => `/focus-areas/${encodeURIComponent(id)}/outlook`;

/** A focus area with its outlook, or the page that says that there is none such. */
export async function readArea(event: ApiEvent, id: string) {
  const { strategy } = await readLibrary(event);
  const strategic = strategy.strategicAreas.find(({ focusAreas }) => focusAreas.some((area) => area.id === id));
  const area = strategic?.focusAreas.find((one) => one.id === id);
  if (!strategic || !area) error(404);
  const outlook = orRefuse(event, await callApi(event, `/api/v1${outlookPath(id)}`, { schema: OutlookSchema }));
  return { area: { id, name: area.name, order: strategic.order }, outlook };
}
