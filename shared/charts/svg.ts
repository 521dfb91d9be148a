/** The colours of the pages' light look, for pictures that stand by themselves on paper or in a slide. */
export const colours = {
  paper: '#fcfbf8',
  ink: '#18211d',
  soft: '#4a554f',
  line: '#dcdbd2',
  strong: '#6f7a74',
  attention: '#fdf4d7',
  areas: ['#33587f', '#74456c', '#7d5429'],
} as const;

const FONTS = "'Source Sans 3', 'Source Sans 3 Variable', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
/** How wide a letter is at most on average, in parts of the size of the type, so that lines fit in other faces too. */
const LETTER = 0.5;

/** Text inside of XML, without what XML cannot hold. */
export const xml = (text: string): string =>
  text
    .replaceAll(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]|\p{Cs}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** Words in lines of about a width, at a size of type, both in pixels. */
export function linesOf(text: string, width: number, size: number): string[] {
  const most = Math.floor(width / (size * LETTER));
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > most) {
      lines.push(line);
      line = '';
    }
    line += line === '' ? word : ` ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}

interface TextStyle {
  size: number;
  fill?: string;
  strong?: boolean;
  anchor?: 'end' | 'middle';
}

/** One line of text with its foot at `y`. */
export const textAt = (x: number, y: number, words: string, style: TextStyle): string =>
  `<text x="${x}" y="${y}" font-size="${style.size}"${style.strong ? ' font-weight="600"' : ''}` +
  `${style.anchor ? ` text-anchor="${style.anchor}"` : ''} fill="${style.fill ?? colours.ink}">${xml(words)}</text>`;

/** A picture of a size in pixels, with its name and what it shows for those who do not see it. */
export const picture = (
  {
    width,
    height,
    language,
    paper = colours.paper,
  }: { width: number; height: number; language: 'sv' | 'en'; paper?: string },
  { title, description }: { title: string; description: string },
  parts: readonly string[],
): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
  `lang="${language}" xml:lang="${language}" role="img" aria-labelledby="title desc" font-family="${FONTS}">` +
  `<title id="title">${xml(title)}</title><desc id="desc">${xml(description)}</desc>` +
  `<rect width="${width}" height="${height}" fill="${paper}"/>${parts.join('')}</svg>\n`;
