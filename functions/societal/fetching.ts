import { kindAndPlace } from '@insatskollen/shared/failure.ts';
import { foundOf } from '@insatskollen/shared/societal/ended.ts';
import type { Geography, Series } from '@insatskollen/shared/societal/indicator.ts';
import { quotientsOf } from '@insatskollen/shared/societal/quotients.ts';
import { noSigns, signsAfter, type Revision, type Signs } from '@insatskollen/shared/societal/suspectedBreak.ts';
import type { Deps } from '../deps.ts';
import { NotThere, type Asking } from './ask.ts';
import type { Fetched } from './schemas.ts';
import type { StoredSocietal } from './stored.ts';
import { askDescriptions, askSeries, type Places } from './sources.ts';
import { keepFetches, societyOf, valuesOf } from './store.ts';
import { takeIn } from './takingIn.ts';
import { openFetches } from './verdicts.ts';

/** What fetching needs beside the rest. */
export interface Fetching extends Pick<Deps, 'table' | 'businessNow'>, Asking {
  sources: Places;
}

/** What a run did: how many values are new or revised, and how many series went how. */
export interface FetchRun {
  news: number;
  series: Record<Fetched['found'], number>;
}

/**
 * Asks the open sources for every series that has one and goes on, and takes in what is new. What says the same as before changes
 * nothing; a value that its source has revised replaces the earlier one, which the history keeps. A series that cannot be asked
 * keeps what it has and holds up no other. What a source says of how it measures is kept too: where that changes, or many earlier
 * values change at once, the series may have broken.
 */
export async function fetchSociety(fetching: Fetching): Promise<FetchRun> {
  const { indicators, geographies, fetches: earlier } = await societyOf(fetching.table);
  const descriptions = await describe(
    fetching,
    indicators.flatMap(({ content }) => (content.until === null ? content.series : [])),
  );
  const run: FetchRun = { news: 0, series: { current: 0, late: 0, gone: 0, failed: 0 } };
  for (const stored of indicators) {
    const { content } = stored;
    if (content.until !== null) continue;
    const places = geographies.filter(({ level }) => content.geographyLevels.includes(level));
    const opened = openFetches(earlier.get(content.id) ?? [], stored);
    const fetches: Fetched[] = [];
    for (const series of content.series) {
      const before = opened.find((one) => one.series === series.id);
      const fetched = await fetchOne({ ...fetching, descriptions }, stored, series, { places, before });
      if (!fetched) continue;
      fetches.push(fetched.fetched);
      run.series[fetched.fetched.found] += 1;
      run.news += fetched.news;
    }
    if (fetches.length === 0) continue;
    for (const series of content.series) run.news += await workOut(fetching, stored, series);
    const others = (earlier.get(content.id) ?? []).filter(
      (one) => !fetches.some(({ series }) => series === one.series),
    );
    await keepFetches(fetching.table, content.id, [...others, ...fetches]);
  }
  return run;
}

/** What Kolada says of how it measures, by key figure. */
type Descriptions = ReadonlyMap<string, string>;

/** Asks for that; without it a run goes on, and what was said before stands. */
async function describe(fetching: Fetching, series: readonly Series[]): Promise<Descriptions> {
  try {
    return await askDescriptions(
      fetching,
      fetching.sources,
      series.filter(({ until }) => until === null),
    );
  } catch (error) {
    const { name, place } = kindAndPlace(error);
    console.error(JSON.stringify({ level: 'error', event: 'societalDescriptionsFailed', name, place }));
    return new Map();
  }
}

/** What an answer told of a series. */
interface Found {
  latest?: string | undefined;
  text?: string | undefined;
  revised?: Revision | undefined;
}

/** Asks for one series; nothing where it has no source to ask. */
async function fetchOne(
  fetching: Fetching & { descriptions: Descriptions },
  stored: StoredSocietal,
  series: Series,
  { places, before = noSigns }: { places: readonly Geography[]; before?: Signs | undefined },
): Promise<{ fetched: Fetched; news: number } | undefined> {
  if (series.until !== null) return undefined;
  const at = fetching.businessNow();
  const described = series.source.type === 'kolada' ? fetching.descriptions.get(series.source.kpi) : undefined;
  const said = (found: Fetched['found'], more: Found = {}) => ({
    ...{ series: series.id, at: at.toISOString(), found, latest: more.latest ?? null },
    ...signsAfter(before, { at: at.toISOString(), text: more.text ?? described, revised: more.revised }),
  });
  try {
    const answer = await askSeries(fetching, fetching.sources, series, places);
    if (!answer) return undefined;
    const known = answer.values.filter(({ value }) => value !== null).map(({ period }) => period);
    const latest = known.toSorted().at(-1);
    const { news, revised } = await takeIn(fetching, stored, series, answer);
    const found = foundOf(latest, at.getUTCFullYear());
    return { fetched: said(found, { latest, text: answer.description, revised }), news };
  } catch (error) {
    if (error instanceof NotThere) return { fetched: said('gone'), news: 0 };
    const { name, place } = kindAndPlace(error);
    console.error(JSON.stringify({ level: 'error', event: 'societalSeriesFailed', series: series.id, name, place }));
    return { fetched: said('failed'), news: 0 };
  }
}

/** A series that is worked out of two others follows them. */
async function workOut(fetching: Fetching, stored: StoredSocietal, series: Series): Promise<number> {
  if (series.source.type !== 'quotient') return 0;
  const values = quotientsOf(series, await valuesOf(fetching.table, stored.content.id));
  const name = `${series.source.numerator} / ${series.source.denominator}`;
  return (await takeIn(fetching, stored, series, { values, name })).news;
}
