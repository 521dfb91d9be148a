/* Numbers are written by one set of rules on pages and in files. */
export { counted, HARD_SPACE, listed, number, percent, withUnit } from '@insatskollen/shared/format/number.ts';
