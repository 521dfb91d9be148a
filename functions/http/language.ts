/** The language to answer in by `Accept-Language`: Swedish, unless English is wanted more. */
export function languageOf(header: string | undefined): 'sv' | 'en' {
  const wanted = (header ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().split(';');
      const quality = Number(/q=([\d.]+)/.exec(rest.join(';'))?.[1] ?? 1);
      return { language: tag.split('-')[0] ?? '', quality };
    });
  const weightOf = (language: string) =>
    Math.max(0, ...wanted.filter((one) => one.language === language).map((one) => one.quality));
  return weightOf('en') > weightOf('sv') ? 'en' : 'sv';
}
