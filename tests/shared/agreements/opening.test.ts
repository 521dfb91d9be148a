import { describe, expect, test } from 'vitest';
import { expectedReports, stockTargets } from '@insatskollen/shared/agreements/opening.ts';
import { HeadSchema } from '@insatskollen/shared/reports/head.ts';
import { byId, head, indicators, terms } from '../samples.ts';

const agreed = terms({
  id: 'almi-2027',
  version: 3,
  termStart: '2027-01-01',
  termEnd: '2027-08-15',
  dueDays: 20,
  indicators: [
    {
      indicatorId: 'started',
      required: true,
      breakdowns: ['gender'],
      targets: { year: '100', periods: { '2027-Q1': '40' } },
    },
    {
      indicatorId: 'tenants',
      required: true,
      breakdowns: [],
      targets: { periods: { '2027-Q1': '30', '2027-Q3': '35' } },
    },
  ],
});
const place = { chain: 'almi-2026', order: 1 };

describe('the reports that an agreement asks for', () => {
  const reports = expectedReports(agreed, place);

  test('are one for each period that its term touches, due after the agreed days', () => {
    expect(reports.map(({ period, dueAt }) => `${period} ${dueAt.slice(0, 10)}`)).toEqual([
      '2027-Q1 2027-04-20',
      '2027-Q2 2027-07-20',
      '2027-Q3 2027-10-20',
    ]);
  });

  test('are not started, and carry what is asked of each number in that very period', () => {
    expect(reports[0]).toEqual(
      head({
        agreementId: 'almi-2027',
        period: '2027-Q1',
        periodStart: '2027-01-01',
        periodEnd: '2027-03-31',
        termEnd: '2027-08-15',
        chain: 'almi-2026',
        chainOrder: 1,
        agreementVersion: 3,
        dueAt: '2027-04-20T23:59:59+02:00',
        asked: {
          started: { breakdowns: ['gender'], periodTarget: '40', yearTarget: '100' },
          tenants: { breakdowns: [], periodTarget: '30', yearTarget: null },
        },
      }),
    );
    expect(reports[1]?.asked).toEqual({
      started: { breakdowns: ['gender'], periodTarget: null, yearTarget: '100' },
      tenants: { breakdowns: [], periodTarget: null, yearTarget: null },
    });
  });

  test('can be stored and read back', () => {
    for (const report of reports) expect(HeadSchema.parse(report)).toEqual(report);
  });
});

describe('an agreement’s targets of stock', () => {
  test('stand on the last day of each period that has one, and of stock only', () => {
    expect(stockTargets(expectedReports(agreed, place), byId(indicators))).toEqual([
      { periodEnd: '2027-03-31', order: 1, focusArea: 'starka-nyforetagande', targets: { tenants: '30' } },
      { periodEnd: '2027-09-30', order: 1, focusArea: 'starka-nyforetagande', targets: { tenants: '35' } },
    ]);
  });

  test('are none where nothing of it is agreed', () => {
    expect(stockTargets(expectedReports(terms(), place), byId(indicators))).toEqual([]);
  });
});
