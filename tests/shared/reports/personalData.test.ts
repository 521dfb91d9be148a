import { describe, expect, test } from 'vitest';
import { personalDataIn } from '@insatskollen/shared/reports/personalData.ts';

describe('personal data in a text is pointed out', () => {
  test.each([
    ['811228-9874', 'with a hyphen'],
    ['8112289874', 'without one'],
    ['19811228-9874', 'with the century'],
    ['198112289874', 'with the century and no hyphen'],
    ['811228+9874', 'over a hundred years old'],
    ['811228 9874', 'with a blank'],
    ['811228–9874', 'with the dash that a word processor makes of a hyphen'],
    ['Kim (811228-9874) kom.', 'in a sentence'],
    ['701063-2391', 'a samordningsnummer, whose day is 60 more'],
    ['000229-0005', 'on a leap day'],
  ])('%s: a personnummer %s', (text) => {
    expect(personalDataIn(text)).toEqual(['personalNumber']);
  });

  test.each([
    ['811228-9873', 'a wrong check digit'],
    ['811328-9872', 'a month that is none'],
    ['811200-9877', 'a day that is none'],
    ['556036-0793', 'an organisation’s number'],
    ['1234 567 890', 'a sum'],
    ['0155-24 00 00', 'a telephone number'],
    ['18112289874123', 'digits inside a longer number'],
    ['Vi nådde 1 234,5 på 12 kurser 2026-03-31.', 'numbers and dates'],
    ['', 'nothing'],
  ])('%s is none: %s', (text) => {
    expect(personalDataIn(text)).toEqual([]);
  });

  test.each([
    'kim.berg@region.example',
    'kim@example.co.uk',
    'Skriv till kim+rapport@sörmland.example!',
    'åsa@example.org',
    '<kim@example.org>',
  ])('%s: an e-mail address', (text) => {
    expect(personalDataIn(text)).toEqual(['email']);
  });

  test.each(['kim@', '@region', 'kim @ region.example', 'kl. 10@plats', 'a@b', 'pris@100.50'])('%s is none', (text) => {
    expect(personalDataIn(text)).toEqual([]);
  });

  test('both, once each however often they stand there', () => {
    expect(personalDataIn('811228-9874, 811228-9874, a@example.org, b@example.org')).toEqual([
      'personalNumber',
      'email',
    ]);
  });

  test('a long text without blanks is read in time that grows with its length, not with its square', () => {
    const seconds = (text: string) => {
      const since = performance.now();
      expect(personalDataIn(text)).toEqual([]);
      return (performance.now() - since) / 1000;
    };
    // Read once from each letter, the longest would take minutes.
    for (const unit of ['a', 'a.', 'a@', '1', '-']) expect(seconds(unit.repeat(300_000))).toBeLessThan(20);
  });
});
