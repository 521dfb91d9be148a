import { expect, test } from 'vitest';
import { fieldName, valueText } from '@insatskollen/web/src/lib/edit/valueText.ts';

const names = new Map([
  ['almi', 'Almi'],
  ['ongoing', 'Pågående'],
]);
const said = (value: unknown) => valueText(value, (id) => names.get(id), 'sv');

test.each([
  [null, 'inget'],
  ['', 'inget'],
  [true, 'ja'],
  [1234, '1\u00a0234'],
  ['almi', 'Almi'],
  ['2026-12-31', '31\u00a0december 2026'],
  ['annat', 'annat'],
  [['almi', 'ongoing'], 'Almi, Pågående'],
  [{ sv: 'Mått', en: null }, 'Mått'],
  [[{ text: 'Möten', min: '4' }, { text: 'Utskick' }], 'Möten, 4; Utskick'],
  [{ min: null }, 'inget'],
])('%j is %s', (value, expected) => {
  expect(said(value)).toBe(expected);
});

test('a field is called by its own name, or by that of what it is a part of', () => {
  const fields = { timeline: 'Tid', 'timeline.end': 'Slutar' };
  expect(fieldName(fields, 'timeline.end')).toBe('Slutar');
  expect(fieldName(fields, 'timeline.components')).toBe('Tid');
  expect(fieldName(fields, 'okänt.fält')).toBe('okänt.fält');
});
