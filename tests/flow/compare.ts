import { ContributionsSchema, CoverageAnswerSchema, SummarySchema } from '@insatskollen/functions/summary/schemas.ts';
import type { Agreement } from '@insatskollen/shared/agreements/agreement.ts';
import { expect } from 'vitest';
import { coverage } from './coverage.ts';
import { endsIn, liesIn, type Window } from './days.ts';
import { read, readList, type House } from './house.ts';
import { areaOf, counted, figures } from './oracle.ts';
import type { ReadReport } from './readAll.ts';
import { indicators, strategy } from './registers.ts';
import { windows } from './windows.ts';

const groupings = {
  focusArea: Object.values(strategy).flatMap((areas) => areas.map((id) => ({ id, areas: [id] }))),
  strategicArea: Object.entries(strategy).map(([id, areas]) => ({ id, areas })),
};

/** Holds everything that the API adds up against the same counted from the versions, one by one. */
export async function compareWithVersions(
  house: House,
  agreements: readonly Agreement[],
  reports: readonly ReadReport[],
): Promise<void> {
  for (const window of windows) {
    for (const book of ['official', 'preview'] as const) {
      await compareSummary(house, { agreements, reports, book }, window, 'focusArea');
    }
    await compareSummary(house, { agreements, reports, book: 'official' }, window, 'strategicArea');
    await compareContributions(house, reports, window);
  }
  await compareCoverage(house, agreements, reports);
}

type World = Parameters<typeof figures>[0];

async function compareSummary(house: House, world: World, window: Window, groupBy: keyof typeof groupings) {
  const path = `/summary?from=${window.from}&to=${window.to}&groupBy=${groupBy}&include=${world.book}`;
  const { groups } = await read(house.door, SummarySchema, 'kim', path);
  expect(
    groups.map((group) => ({ ...group, name: undefined, indicators: group.indicators.map(withoutWords) })),
    path,
  ).toEqual(
    groupings[groupBy].map(({ id, areas }) => ({
      id,
      coverage: coverage(world, areas, window, house.clock.now),
      indicators: figures(world, areas, window),
    })),
  );
  for (const { coverage: c } of groups)
    expect(c.notStarted + c.draft + c.submitted + c.returned + c.approved).toBe(c.expected);
}

const withoutWords = (figure: object) => ({
  ...figure,
  name: undefined,
  unit: undefined,
  trend: undefined,
  yearBefore: undefined,
});

/** What a figure opens is every approved version that answered, and nothing else. */
async function compareContributions(house: House, reports: readonly ReadReport[], window: Window): Promise<void> {
  for (const { id, kind } of indicators) {
    const rows = await readList(
      house.door,
      ContributionsSchema,
      'lea',
      `/summary/contributions?from=${window.from}&to=${window.to}&indicator=${id}&limit=3`,
    );
    const lies = kind === 'stock' ? endsIn : liesIn;
    const approved = counted(
      { book: 'official' },
      reports.filter(({ period }) => lies(period, window)),
    );
    expect(
      rows
        .map(({ agreementId, period, version, answer, approvedAt }) => ({
          agreementId,
          period,
          version,
          answer,
          approvedAt,
        }))
        .sort(byReport),
      `contributions to ${id}, ${window.from} to ${window.to}`,
    ).toEqual(
      approved
        .flatMap(({ report, values }) => {
          const { agreementId, period, officialVersion: version } = report;
          const approval = report.events.findLast((event) => event.type === 'approved' && event.version === version);
          const answer = values[id];
          return answer ? [{ agreementId, period, version, answer, approvedAt: approval?.at }] : [];
        })
        .sort(byReport),
    );
  }
}

const byReport = (a: { agreementId: string; period: string }, b: { agreementId: string; period: string }) =>
  `${a.agreementId} ${a.period}`.localeCompare(`${b.agreementId} ${b.period}`);

/** Coverage by actor adds up to coverage counted report by report. */
async function compareCoverage(house: House, agreements: readonly Agreement[], reports: readonly ReadReport[]) {
  for (const window of windows.filter(({ from, to }) => from === to)) {
    const { items } = await read(house.door, CoverageAnswerSchema, 'lea', `/coverage?period=${window.from}`);
    for (const { actorId, focusArea, coverage: given } of items) {
      const theirs = (one: { actorId: string }) => one.actorId === actorId;
      const world = { agreements: agreements.filter(theirs), reports: reports.filter(theirs) };
      expect(given, `coverage of ${actorId} in ${focusArea}, ${window.from}`).toEqual(
        coverage(world, [focusArea], window, house.clock.now),
      );
    }
    const expected = reports.filter(
      ({ agreement, period }) => liesIn(period, window) && areaOf(agreement) !== '',
    ).length;
    expect(items.reduce((sum, item) => sum + item.coverage.expected, 0)).toBe(expected);
  }
}
