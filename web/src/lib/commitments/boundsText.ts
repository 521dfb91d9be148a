import { number } from '#lib/format/number.ts';
import type { Language } from '#lib/i18n/language.ts';
import { commitmentTexts } from './texts.ts';

/** What is promised of an amount, in words: at least 4, 50–100. */
export function boundsText({ min, max }: { min: string | null; max: string | null }, language: Language): string {
  const t = commitmentTexts[language];
  const [least, most] = [min, max].map((bound) => (bound === null ? null : number(bound, language)));
  if (least !== null && most !== null) return least === most ? `${least}` : `${least}–${most}`;
  return least === null ? `${t.atMost} ${most}` : `${t.atLeast} ${least}`;
}
