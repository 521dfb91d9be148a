import type { Language } from '#lib/i18n/language.ts';
import type { AskedOf } from './asked.ts';

/** What a path into a report is called: `Rådgivningstillfällen, fördelning på kön`, `Analys`. */
export function nameOfPath(path: string, asked: AskedOf, language: Language): string {
  const [room, id, , dimensionId] = path.split('.');
  if (room === 'texts') return asked.questions.find((question) => question.id === id)?.name ?? path;
  const of = asked.indicators.find(({ indicator }) => indicator.id === id);
  if (!of) return path;
  const name = of.indicator.name[language];
  const dimension = of.dimensions.find((one) => one.id === dimensionId)?.name[language].toLocaleLowerCase(language);
  if (dimension === undefined) return name;
  return language === 'sv' ? `${name}, fördelning på ${dimension}` : `${name}, by ${dimension}`;
}
