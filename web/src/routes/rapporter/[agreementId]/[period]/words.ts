import { getContext, setContext } from 'svelte';
import type { ReportWords } from './texts.sv.ts';

const KEY = 'report-words';

/** Gives the form's parts their words. Called once, by the page. */
export const setReportWords = (words: ReportWords): ReportWords => setContext(KEY, words);

/** The form's words in the page's language. Call while a component starts. */
export const reportWords = (): ReportWords => getContext<ReportWords>(KEY);
