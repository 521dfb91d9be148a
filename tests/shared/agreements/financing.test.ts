import { financed } from '@insatskollen/shared/agreements/financing.ts';
import { expect, test } from 'vitest';

test('leverage is what others bring for each krona of the region’s own', () => {
  expect(financed({ own: '2600000', state11: '1400000', eu: '0', private: '0.5' })).toEqual({
    sources: [
      { source: 'own', amount: '2600000' },
      { source: 'state11', amount: '1400000' },
      { source: 'private', amount: '0.5' },
    ],
    total: '4000000.5',
    own: '2600000',
    external: '1400000.5',
    leverage: '0.54',
  });
});

test.each([
  ['the region alone pays', { own: '100' }],
  ['the region pays nothing', { eu: '100' }],
  ['nobody pays', {}],
])('there is no leverage where %s', (_, financing) => {
  expect(financed(financing).leverage).toBeNull();
});
