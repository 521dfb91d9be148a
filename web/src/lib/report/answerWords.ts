/* Answers are said by one set of rules on pages and in packs. */
export { answerText, bareText, blankNames, headingOf, valueText } from '@insatskollen/shared/reports/answerWords.ts';
