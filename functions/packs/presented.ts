import { zip } from '../exports/zip.ts';
import { openArchive } from '../imports/file/unzip.ts';

/** Finishes a presentation: its language throughout, tables with a row of headings and words for those who do not see them. */
export async function asPresented(
  bytes: Uint8Array,
  locale: string,
  captions: readonly (readonly string[])[],
): Promise<Uint8Array> {
  const archive = openArchive(bytes);
  const changed = (name: string, text: string): string => {
    const spoken = text
      .replaceAll(/(?<= )lang="en-US"/g, `lang="${locale}"`)
      .replaceAll('<c:lang val="en-US"/>', `<c:lang val="${locale}"/>`);
    if (name === 'docProps/core.xml')
      return spoken.replace('</cp:coreProperties>', `<dc:language>${locale}</dc:language></cp:coreProperties>`);
    // The first of the categories is to stand first, which is at the top: the library's own option for it is not in its types.
    if (name.startsWith('ppt/charts/chart'))
      return spoken.replace(/(<c:catAx>[\s\S]*?<c:orientation val=")minMax/, '$1maxMin');
    const slide = /^ppt\/slides\/slide(\d+)\.xml$/.exec(name)?.[1];
    return slide === undefined ? spoken : withTables(spoken, captions[Number(slide) - 1] ?? []);
  };
  const parts: Uint8Array[] = [];
  const entries = [...archive.names]
    .filter((name) => !name.endsWith('/'))
    .map((name) => ({
      name,
      text: (async function* () {
        const plain = await archive.bytes(name);
        if (plain) yield /\.(?:xml|rels)$/.test(name) ? changed(name, plain.toString('utf8')) : plain;
      })(),
    }));
  for await (const part of zip(entries)) parts.push(part);
  return Buffer.concat(parts);
}

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

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
