import { escaped, inLanguage, rewritten } from './archive.ts';

/** Finishes a presentation: its language throughout, tables with a row of headings and words for those who do not see them. */
export const asPresented = (
  bytes: Uint8Array,
  locale: string,
  captions: readonly (readonly string[])[],
): Promise<Uint8Array> =>
  rewritten(bytes, (name, xml) => {
    const spoken = xml
      .replaceAll(/(?<= )lang="en-US"/g, `lang="${locale}"`)
      .replaceAll('<c:lang val="en-US"/>', `<c:lang val="${locale}"/>`);
    if (name === 'docProps/core.xml') return inLanguage(spoken, locale);
    // The first of the categories is to stand first, which is at the top: the library's own option for it is not in its types.
    if (name.startsWith('ppt/charts/chart'))
      return spoken
        .replace(/(<c:catAx>[\s\S]*?<c:orientation val=")minMax/, '$1maxMin')
        .replaceAll(
          /(<c:dLbls>\s*<c:numFmt [^>]*\/>)\s*(?=<c:txPr>|<c:spPr>)(?:<c:spPr>[\s\S]*?<\/c:spPr>)?/g,
          `$1${onWhite}`,
        );
    const slide = /^ppt\/slides\/slide(\d+)\.xml$/.exec(name)?.[1];
    return slide === undefined ? spoken : withTables(spoken, captions[Number(slide) - 1] ?? []);
  });

/** What a bar comes to stays readable where the line of the target goes by. */
const onWhite = '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></c:spPr>';

/** Says of each table of a slide that its first row names the columns, and what it is of. */
function withTables(slide: string, captions: readonly string[]): string {
  let n = 0;
  return slide.replaceAll(/<p:graphicFrame>[\s\S]*?<\/p:graphicFrame>/g, (frame) => {
    if (!frame.includes('<a:tbl>')) return frame;
    const caption = captions[n++] ?? '';
    return frame
      .replace(/<a:tblPr\s*\/?>/, (found) =>
        found.endsWith('/>') ? '<a:tblPr firstRow="1"/>' : '<a:tblPr firstRow="1">',
      )
      .replace(/<p:cNvPr (?![^>]*descr=)/, `<p:cNvPr descr="${escaped(caption)}" `);
  });
}
