import { isZero, subtract, sum } from '@insatskollen/shared/decimal.ts';
import type { Entry } from '@insatskollen/shared/reports/answers.ts';
import { number } from '#lib/format/number.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { AskedIndicator } from './asked.ts';

/** The parts of a number, one line for each way to break it down: `Kön: kvinnor 31, män 29, uppgift saknas 2`. */
export function breakdownLines(
  entry: Entry | null | undefined,
  { dimensions }: Pick<AskedIndicator, 'dimensions'>,
  language: Language,
): { id: string; name: string; text: string }[] {
  if (entry?.kind !== 'value') return [];
  return dimensions.flatMap(({ id, name, parts }) => {
    const given = entry.breakdowns?.[id] ?? {};
    const words = parts.flatMap((part) => {
      const value = given[part.id];
      return value === undefined ? [] : [`${partName(part.name[language], language)} ${number(value, language)}`];
    });
    if (words.length === 0) return [];
    const missing = subtract(entry.value, sum(Object.values(given)));
    if (!isZero(missing)) {
      const left = number(missing, language);
      words.push(language === 'sv' ? `uppgift saknas ${left}` : `${left} not stated`);
    }
    return [{ id, name: name[language], text: words.join(', ') }];
  });
}

/** Names of places keep their capital; what is a word in Swedish or English begins small inside a sentence. */
const common = new Set(['Kvinnor', 'Män', 'Women', 'Men', 'Inga anställda', 'No employees']);
const partName = (name: string, language: Language): string =>
  common.has(name) ? name.toLocaleLowerCase(language) : name;
