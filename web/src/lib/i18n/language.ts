import { getContext, setContext } from 'svelte';

/** Languages of the interface, the default first. */
export const languages = ['sv', 'en'] as const;
export type Language = (typeof languages)[number];

/** The cookie that remembers which language someone chose. */
export const LANGUAGE_COOKIE = 'sprak';

/** The language a cookie asks for, or Swedish. */
export const languageFrom = (cookie: string | undefined): Language => (cookie === 'en' ? 'en' : 'sv');

const KEY = 'language';

/** Makes the language known to every part below. Called once, by the outermost layout. */
export const setLanguage = (language: Language): void => {
  setContext(KEY, language);
};

/** The language of the page. Call while a component starts. */
export function currentLanguage(): Language {
  return languageFrom(getContext(KEY));
}

/** One feature's texts in both languages, of the same shape. */
export type Bilingual<Texts> = Readonly<Record<Language, Texts>>;

/** A feature's texts in the page's language: `const t = texts(report)`. Call while a component starts. */
export const texts = <Texts>(feature: Bilingual<Texts>): Texts => feature[currentLanguage()];
