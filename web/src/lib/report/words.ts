import type { Language } from '#lib/i18n/language.ts';

const small = {
  sv: ['noll', 'en', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'],
  en: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
} as const;

/** A small count as a word, for the middle of a sentence: `två tal`, `ett tal`. Larger ones as digits. */
function countWord(count: number, [one, many]: readonly [string, string], language: Language, neuter = false): string {
  const word = language === 'sv' && count === 1 && neuter ? 'ett' : (small[language][count] ?? String(count));
  return `${word} ${count === 1 ? one : many}`;
}

/** What moved in a submitted report, as the queue says it: `två tal avviker, inget ändrat sedan förra versionen`. */
export function briefText(
  brief: { deviations: number; changed: number | null; openRemarks: number } | null,
  language: Language,
): string {
  if (!brief) return language === 'sv' ? 'väntar på granskning' : 'waits for review';
  const { deviations, changed, openRemarks } = brief;
  const parts =
    language === 'sv' ? swedish(deviations, changed, openRemarks) : english(deviations, changed, openRemarks);
  return parts.filter((part) => part !== '').join(', ');
}

function swedish(deviations: number, changed: number | null, openRemarks: number): string[] {
  return [
    deviations === 0 ? 'inget tal avviker' : `${countWord(deviations, ['tal', 'tal'], 'sv', true)} avviker`,
    changed === null ? 'första versionen' : changedSwedish(changed),
    openRemarks === 0 ? '' : countWord(openRemarks, ['anmärkning lämnad öppen', 'anmärkningar lämnade öppna'], 'sv'),
  ];
}

const changedSwedish = (changed: number): string =>
  changed === 0
    ? 'inget ändrat sedan förra versionen'
    : `${countWord(changed, ['svar ändrat', 'svar ändrade'], 'sv', true)} sedan förra versionen`;

function english(deviations: number, changed: number | null, openRemarks: number): string[] {
  const answers = (count: number) => countWord(count, ['answer', 'answers'], 'en');
  return [
    `${countWord(deviations, ['number deviates', 'numbers deviate'], 'en')}`,
    changed === null
      ? 'first version'
      : changed === 0
        ? 'nothing changed since the last version'
        : `${answers(changed)} changed since the last version`,
    openRemarks === 0 ? '' : `${countWord(openRemarks, ['remark', 'remarks'], 'en')} left open`,
  ];
}
