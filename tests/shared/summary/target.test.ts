import type { Terms } from '@insatskollen/shared/agreements/agreement.ts';
import type { Window } from '@insatskollen/shared/calendar/periods.ts';
import { describe, expect, test } from 'vitest';
import { agreement, asking, figure, window } from './shown.ts';
import { told } from './world.ts';

describe('the target of a window', () => {
  const target = (agreed: Terms[], id: string, of: Window) => figure(told(agreed, {}), id, of)?.target;
  const quarters = { '2025-Q1': '10', '2025-Q2': '20.5' };

  test('of a flow is the sum of the periods’ targets, a zero among them too', () => {
    expect(
      target(
        [
          agreement('almi', asking('started', { periods: quarters })),
          agreement('nfc', asking('started', { periods: quarters })),
        ],
        'started',
        window('2025'),
      ),
    ).toBe('61');
    expect(
      target([agreement('almi', asking('started', { periods: { '2025-Q1': '0' } }))], 'started', window('2025')),
    ).toBe('0');
    expect(target([agreement('almi', asking('started', { year: '100' }))], 'started', window('2025'))).toBeNull();
  });

  test('of a stock is each chain’s last, summed', () => {
    const agreed = [
      agreement('almi', asking('tenants', { periods: quarters })),
      agreement('nfc', asking('tenants', { periods: { '2025-Q1': '5' } })),
    ];
    expect(target(agreed, 'tenants', window('2025'))).toBe('25.5');
    expect(target(agreed, 'tenants', window('2025-Q1'))).toBe('15');
  });

  test('of a ratio is the one that all agreements share, however it is written', () => {
    const every = (percent: string) =>
      asking('share', { periods: Object.fromEntries([1, 2, 3, 4].map((n) => [`2025-Q${n}`, percent])) });
    expect(target([agreement('almi', every('85.0')), agreement('nfc', every('85'))], 'share', window('2025'))).toBe(
      '85',
    );
    expect(
      target([agreement('almi', every('85.0')), agreement('nfc', every('80'))], 'share', window('2025')),
    ).toBeNull();
    expect(
      target([agreement('almi', every('85.0')), agreement('nfc', asking('share', {}))], 'share', window('2025')),
    ).toBeNull();
  });

  test('of people is that of the one agreement for the very period, or for the year', () => {
    const people = asking('advised', { year: '200', periods: { '2025-Q1': '60', '2025-Q4': '70' } });
    expect(target([agreement('almi', people)], 'advised', window('2025-Q1'))).toBe('60');
    expect(target([agreement('almi', people)], 'advised', window('2025-Q2'))).toBeNull();
    expect(target([agreement('almi', people)], 'advised', window('2025-H1'))).toBeNull();
    expect(target([agreement('almi', people)], 'advised', window('2025'))).toBe('200');
    expect(target([agreement('almi', people)], 'advised', window('2025-Q1', '2025-Q4'))).toBe('200');
    expect(target([agreement('almi', { ...people, termStart: '2025-10-01' })], 'advised', window('2025'))).toBe('200');
    expect(
      target([agreement('almi', { ...people, termStart: '2025-10-01' })], 'advised', window('2025-H2')),
    ).toBeNull();
    expect(
      target(
        [agreement('almi', { ...asking('advised', { year: '200' }), frequency: 'yearly' })],
        'advised',
        window('2025'),
      ),
    ).toBe('200');
    expect(target([agreement('almi', people), agreement('nfc', people)], 'advised', window('2025-Q1'))).toBeNull();
  });
});
