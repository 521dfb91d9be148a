import type { Geography, Series } from '@insatskollen/shared/societal/indicator.ts';
import { jsonStatValues, pxWebQuestion } from '@insatskollen/shared/societal/jsonStat.ts';
import { koladaPage, type FetchedValue } from '@insatskollen/shared/societal/kolada.ts';
import { askJson, SourceAway, type Asking } from './ask.ts';

/** Where the open sources are, as `https://api.kolada.se/v3`; one that is left out is not asked. */
export interface Places {
  kolada?: string | undefined;
  /** Providers of PxWeb by name: `SCB`. */
  pxweb?: Readonly<Record<string, string>> | undefined;
}

const MOST_PAGES = 50;
/** Sources ask their users to be gentle. */
const BETWEEN_MS = 250;

/** What a series says of these places; `undefined` where its source is not asked. Throws as `askJson`, and zod on another shape. */
export async function askSeries(
  asking: Asking,
  at: Places,
  { id, source }: Pick<Series, 'id' | 'source'>,
  geographies: readonly Geography[],
): Promise<{ values: FetchedValue[]; name: string } | undefined> {
  if (source.type === 'kolada' && at.kolada !== undefined) {
    const values = await koladaValues(asking, at.kolada, source.kpi, geographies);
    return {
      values: values.filter(({ series }) => series === source.kpi).map((one) => ({ ...one, series: id })),
      name: `Kolada ${source.kpi}`,
    };
  }
  const base = source.type === 'pxweb' ? at.pxweb?.[source.provider] : undefined;
  if (source.type !== 'pxweb' || base === undefined || source.query === null || source.path === null) return undefined;
  const answer = await askJson(asking, new URL(`${base}/${source.path}`), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(pxWebQuestion(source.query, geographies)),
  });
  await asking.pause(BETWEEN_MS);
  const values = jsonStatValues(answer, source.query, { series: id, geographies });
  return { values, name: `${source.provider} ${source.table ?? source.path}` };
}

/** Every page of a key figure. */
async function koladaValues(
  asking: Asking,
  base: string,
  kpi: string,
  geographies: readonly Geography[],
): Promise<FetchedValue[]> {
  const places = geographies.map(({ koladaId }) => koladaId).join(',');
  const first = new URL(`${base}/data/kpi/${encodeURIComponent(kpi)}/municipality/${places}`);
  const values: FetchedValue[] = [];
  let next: URL | undefined = first;
  for (let page = 0; next; page++) {
    if (page === MOST_PAGES) throw new SourceAway('its pages do not end');
    const read = koladaPage(await askJson(asking, next), geographies);
    values.push(...read.values);
    next = read.next === undefined ? undefined : new URL(read.next, next);
    // The next page lies where the first did: nobody is followed elsewhere.
    if (next && next.origin !== first.origin) throw new SourceAway('its next page is somewhere else');
    await asking.pause(BETWEEN_MS);
  }
  return values;
}
