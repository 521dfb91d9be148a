const segmenter = new Intl.Segmenter('sv', { granularity: 'grapheme' });

/** Length of a text as people count it: an emoji with a skin tone is one. Line ends count as one whatever the browser sends. */
export function charactersIn(text: string): number {
  const unix = text.replaceAll(/\r\n?/g, '\n');
  let count = 0;
  for (const { segment } of segmenter.segment(unix)) count += segment === '' ? 0 : 1;
  return count;
}
