import type { Geography, Series } from '@insatskollen/shared/societal/indicator.ts';
import { jsonStatValues, pxWebQuestion } from '@insatskollen/shared/societal/jsonStat.ts';
import { koladaDescriptions, koladaPage, type FetchedValue } from '@insatskollen/shared/societal/kolada.ts';
import { tableDescription } from '@insatskollen/shared/societal/tableDescription.ts';
import { askJson, SourceAway, type Asking } from './ask.ts';

/** Where the open sources are, as `https://api.kolada.se/v3`; one that is left out is not asked. */
export interface Places {
  kolada?: string | undefined;
  /** Providers of PxWeb by name: `SCB`. */
  pxweb?: Readonly<Record<string, string>> | undefined;
}

const MOST_PAGES = 50;
/** So many key figures are described in one answer. */
const MOST_AT_ONCE = 100;
/** Sources ask their users to be gentle. */
const BETWEEN_MS = 250;

/** What a source says of a series. */
interface Said {
  values: FetchedValue[];
  name: string;
  /** How it measures, where the same answer says so. */
  description?: string | undefined;
}

/** What a series says of these places; `undefined` where its source is not asked. Throws as `askJson`, and zod on another shape. */
export async function askSeries(
  asking: Asking,
  at: Places,
  { id, source }: Pick<Series, 'id' | 'source'>,
  geographies: readonly Geography[],
): Promise<Said | undefined> {
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
  const description = tableDescription(answer, source.query);
  return { values, name: `${source.provider} ${source.table ?? source.path}`, description };
}

/**
 * What Kolada says of how it measures these series, by key figure: one question for all of them. Throws as `askJson`, and zod on
 * another shape.
 */
export async function askDescriptions(
  asking: Asking,
  { kolada }: Places,
  series: readonly Pick<Series, 'source'>[],
): Promise<Map<string, string>> {
  const kpis = [...new Set(series.flatMap(({ source }) => (source.type === 'kolada' ? [source.kpi] : [])))];
  const found = new Map<string, string>();
  if (kolada === undefined) return found;
  for (let n = 0; n < kpis.length; n += MOST_AT_ONCE) {
    const ids = kpis.slice(n, n + MOST_AT_ONCE).map((kpi) => encodeURIComponent(kpi));
    const pages = await everyPage(asking, new URL(`${kolada}/kpi/${ids.join(',')}`), koladaDescriptions);
    for (const { descriptions } of pages) for (const [kpi, text] of descriptions) found.set(kpi, text);
  }
  return found;
}

/** Every value of a key figure. */
async function koladaValues(
  asking: Asking,
  base: string,
  kpi: string,
  geographies: readonly Geography[],
): Promise<FetchedValue[]> {
  const places = geographies.map(({ koladaId }) => koladaId).join(',');
  const first = new URL(`${base}/data/kpi/${encodeURIComponent(kpi)}/municipality/${places}`);
  const pages = await everyPage(asking, first, (answer) => koladaPage(answer, geographies));
  return pages.flatMap(({ values }) => values);
}

/** Asks for a page and all that follow it. */
async function everyPage<Page extends { next: string | undefined }>(
  asking: Asking,
  first: URL,
  read: (answer: unknown) => Page,
): Promise<Page[]> {
  const pages: Page[] = [];
  let at: URL | undefined = first;
  while (at) {
    if (pages.length === MOST_PAGES) throw new SourceAway('its pages do not end');
    const page: Page = read(await askJson(asking, at));
    pages.push(page);
    at = page.next === undefined ? undefined : new URL(page.next, at);
    // The next page lies where the first did: nobody is followed elsewhere.
    if (at && at.origin !== first.origin) throw new SourceAway('its next page is somewhere else');
    await asking.pause(BETWEEN_MS);
  }
  return pages;
}
