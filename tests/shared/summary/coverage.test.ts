import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportStates } from '@insatskollen/shared/reports/head.ts';
import { coverageIn } from '@insatskollen/shared/summary/coverage.ts';
import { always } from '../always.ts';
import { plainCoverage } from './oracle.ts';
import { areaGroups, areas, gatheringFor, windows, worlds } from './world.ts';

const instants = fc.date({
  min: new Date('2024-01-01T00:00:00Z'),
  max: new Date('2028-12-31T00:00:00Z'),
  noInvalidDate: true,
});

describe('coverage', () => {
  test('is what counting the reports one by one gives, at any moment', () => {
    always(
      fc.property(worlds, areaGroups, windows, instants, (world, group, window, at) => {
        expect(coverageIn(gatheringFor(world, window), group, window, at)).toEqual(
          plainCoverage(world, group, window, at),
        );
      }),
      400,
    );
  });

  test('divides every expected report among the states', () => {
    always(
      fc.property(worlds, areaGroups, windows, instants, (world, group, window, at) => {
        const coverage = coverageIn(gatheringFor(world, window), group, window, at);
        expect(reportStates.reduce((sum, state) => sum + coverage[state], 0)).toBe(coverage.expected);
        for (const part of [coverage.due, coverage.late, coverage.submittedLate])
          expect(part).toBeLessThanOrEqual(coverage.expected);
      }),
    );
  });

  test('of both areas is that of the one and the other', () => {
    always(
      fc.property(worlds, windows, instants, (world, window, at) => {
        const gathering = gatheringFor(world, window);
        const countsOf = (group: readonly string[]): Record<string, number> => ({
          ...coverageIn(gathering, group, window, at),
        });
        const parts = areas.map((area) => countsOf([area]));
        for (const [name, count] of Object.entries(countsOf(areas))) {
          expect([name, count]).toEqual([name, parts.reduce((sum, part) => sum + (part[name] ?? 0), 0)]);
        }
      }),
      100,
    );
  });
});
