export { counted, HARD_SPACE, listed, number, percent, withUnit } from '@insatskollen/shared/format/number.ts';
