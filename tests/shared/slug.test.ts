import { freeId, slugOf, slugPattern } from '@insatskollen/shared/slug.ts';
import { expect, test } from 'vitest';

test.each([
  ['Stärka nyföretagande (2027)', 'starka-nyforetagande-2027'],
  ['Åtgärd för Ö-området', 'atgard-for-o-omradet'],
  ['  --UF & MDU: "Framtid"  ', 'uf-mdu-framtid'],
  ['Café Ærø Straße', 'cafe-aero-strasse'],
  ['東京', 'insats'],
  ['', 'insats'],
])('%s becomes %s', (name, expected) => {
  expect(slugOf(name, 'insats')).toBe(expected);
});

test('a long name is cut between words, and one long word anywhere', () => {
  const long = slugOf('Kompetensförsörjning för industrin i Sörmland under den gröna omställningen', 'insats');
  expect(long).toBe('kompetensforsorjning-for-industrin-i-sormland-under-den');
  expect(slugOf('a'.repeat(10_000), 'insats')).toBe('a'.repeat(60));
  expect(long).toMatch(slugPattern);
});

test('a taken id gets the first number that is free', () => {
  const taken = new Set(['almi', 'almi-2']);
  expect(freeId('almi', (id) => taken.has(id))).toBe('almi-3');
  expect(freeId('uf', (id) => taken.has(id))).toBe('uf');
});
