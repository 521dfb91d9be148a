import type { Language } from '#lib/i18n/language.ts';
import type { Report } from './schemas.server.ts';

/** Why an answer is not shown, by its field: the legal ground in words. */
export const withheldWords = (withheld: Report['withheld'], language: Language): Record<string, string> =>
  Object.fromEntries(
    withheld.map(({ field, chapter, section }) => {
      const isComment = field.startsWith('comments.');
      if (language === 'sv')
        return [
          field,
          `${isComment ? 'Kommentarer visas inte' : 'Svaret visas inte'}: sekretess enligt ${chapter} kap. ${section} § offentlighets- och sekretesslagen.`,
        ];
      return [
        field,
        `${isComment ? 'Comments are not shown' : 'The answer is not shown'}: confidential under chapter ${chapter}, section ${section} of the Public Access to Information and Secrecy Act.`,
      ];
    }),
  );
