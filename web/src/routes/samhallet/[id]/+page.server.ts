import type { Series } from '@insatskollen/shared/societal/indicator.ts';
import { breaksOf, latestOf, type Point } from '@insatskollen/shared/societal/lines.ts';
import { lastSign } from '@insatskollen/shared/societal/suspectedBreak.ts';
import type { SocietalValue } from '@insatskollen/shared/societal/value.ts';
import { mayChangeRegister } from '#lib/edit/coordinator.server.ts';
import { readHistory } from '#lib/edit/history.server.ts';
import { number } from '#lib/format/number.ts';
import type { ApiEvent } from '#lib/server/api.ts';
import { COUNTY, readSocietal, readSociety, societalPath, type SocietalDetail } from '../read.server.ts';
import { societalTexts } from './texts.ts';
import { panelsOf } from './panels.server.ts';
import type { PageServerLoad } from './$types';

const genders = ['total', 'women', 'men'] as const;

/** One indicator of society: a series of it in all its places side by side, with what one has to know to read it. */
export const load: PageServerLoad = async (event) => {
  const societal = await readSocietal(event, event.params.id);
  const query = event.url.searchParams;
  const known = societal.values.filter(({ value }) => value !== null);
  const withValues = societal.series.filter(({ id }) => known.some((value) => value.series === id));
  const series = withValues.find(({ id }) => id === query.get('serie')) ?? withValues[0] ?? societal.series[0];
  const ofSeries = known.filter((value) => value.series === series?.id);
  const byGender = genders.filter((one) => ofSeries.some(({ gender }) => gender === one));
  const gender = byGender.find((one) => one === query.get('kon')) ?? byGender[0] ?? 'total';
  const shown = ofSeries.filter((value) => value.gender === gender);
  const breaks = series ? breaksOf(series.id, societal.seriesBreaks) : [];
  return {
    ...placesOf(societal, shown, breaks),
    id: String(societal.id),
    about: aboutOf(societal),
    series: withValues.map(({ id, name }) => ({ id, name })),
    chosen: series && { id: series.id, name: series.name, unit: series.unit ?? societal.unit, gender },
    genders: byGender,
    breaks,
    suspected: series !== undefined && isSuspected(societal, series),
    saved: query.has('sparat'),
    madeUp: shown.some(({ synthetic }) => synthetic),
    publications: [
      ...new Set(shown.map(({ source, sourceDate }) => `${source}${sourceDate === null ? '' : `, ${sourceDate}`}`)),
    ],
    mayChange: mayChangeRegister(event),
    replacedBy: await nameOf(event, societal),
    history: await historyOf(event, societal),
  };
};

/** Each place with its values by year, its panel, and its latest value. */
function placesOf(societal: SocietalDetail, shown: readonly SocietalValue[], breaks: readonly string[]) {
  const places = societal.geographies
    .map(({ id, name, level }) => ({ id, name, level, points: pointsIn(shown, id) }))
    .filter(({ points }) => points.length > 0);
  const { panels, scale } = panelsOf(
    places.map(({ points }) => points),
    breaks,
  );
  const years = [...new Set(places.flatMap(({ points }) => points.map(({ period }) => period)))].toSorted();
  return {
    scale,
    years,
    county: panels[places.findIndex(({ id }) => id === COUNTY)],
    places: places.map(({ id, name, level, points }, n) => ({
      ...{ id, name, level, isCounty: id === COUNTY, latest: latestOf(points, breaks) },
      panel: panels[n],
      values: years.map((year) => points.find(({ period }) => period === year)?.value ?? null),
    })),
  };
}

const pointsIn = (values: readonly SocietalValue[], geography: string): Point[] =>
  values.filter((value) => value.geography === geography).map(({ period, value }) => ({ period, value }));

/** Each break once, also where several series have it. */
const breaksTold = ({ seriesBreaks }: SocietalDetail) =>
  [...Map.groupBy(seriesBreaks, ({ text, from }) => `${from} ${text.sv}`).values()].flatMap(([one]) =>
    one ? [{ text: one.text, from: one.from }] : [],
  );

/** Whether a series, or one of those that it is worked out of, may have broken. */
const isSuspected = ({ fetches }: SocietalDetail, { id, source }: Series): boolean => {
  const its = source.type === 'quotient' ? [source.numerator, source.denominator] : [id];
  return fetches.some((one) => its.includes(one.series) && lastSign(one) !== undefined);
};

/** What the indicator is, and where each of its series comes from. */
const aboutOf = (societal: SocietalDetail) => ({
  ...{ name: societal.name, number: societal.sourceId, group: societal.group, direction: societal.direction },
  ...{ decimals: societal.decimals, sourceVerified: societal.sourceVerified, until: societal.until },
  ...{ caveats: societal.caveats, seriesBreaks: breaksTold(societal) },
  sources: societal.series.map(({ id, name, source, until, replacedBy }) => ({
    ...{ id, name, until },
    replacedBy: societal.series.find((one) => one.id === replacedBy)?.name ?? null,
    source,
    fetched: societal.fetches.find((one) => one.series === id) ?? null,
  })),
});

async function nameOf(event: ApiEvent, { replacedBy }: SocietalDetail) {
  if (replacedBy === null) return null;
  const { items } = await readSociety(event, { from: '9999' });
  return { id: String(replacedBy), name: items.find(({ id }) => id === replacedBy)?.name };
}

/** The history with each value told by its series, place, year and gender. */
async function historyOf(event: ApiEvent, { id, series, geographies }: SocietalDetail) {
  const { language } = event.locals;
  const t = societalTexts[language];
  const { changes, more } = await readHistory(event, societalPath(id), {
    fields: { until: t.fields.until, replacedBy: t.fields.replacedBy },
    nameOf: (name) => new Map(Object.entries(t.verdicts)).get(name),
  });
  const inWords = (path: string) => {
    const [values, of, place, year, gender] = path.split('.');
    const named = series.find((one) => one.id === of)?.name[language] ?? of;
    if (values === 'breaks') return `${t.fields.breaks}, ${named} ${place}`;
    if (values === 'verdicts') return `${t.fields.verdicts}, ${named}`;
    if (values !== 'values' || gender === undefined) return path;
    const words = genders.find((one) => one === gender);
    return [
      named,
      `${geographies.find((one) => one.id === place)?.name[language] ?? place} ${year}`,
      ...(words === undefined || words === 'total' ? [] : [t.genders[words].toLocaleLowerCase('sv')]),
    ].join(', ');
  };
  const asNumber = (text: string) => (/^-?\d+(?:\.\d+)?$/.test(text) ? number(text, language) : text);
  return {
    more,
    changes: changes.map((change) => ({
      ...change,
      fields: change.fields.map(({ name, before, after }) => ({
        ...{ name: inWords(name), before: asNumber(before), after: asNumber(after) },
      })),
    })),
  };
}
