import { FileFault } from './fault.ts';

/** A tag and the text until the next one. */
export interface Tag {
  /** Without its prefix: `row` for `<x:row>`. */
  name: string;
  opens: boolean;
  closes: boolean;
  attribute(name: string): string | undefined;
  /** What follows it, until the next tag, as it is to be read. */
  text: string;
}

const tag = /<([^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*)>/g;
const named = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" } as const;

/**
 * The tags of an XML document, one after the other. A document that defines entities of its own is refused: spreadsheets have none,
 * and they can be made to grow without end.
 */
export function* tagsOf(xml: string): Generator<Tag> {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new FileFault('broken');
  const plain = xml
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text: string) =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
    );
  for (const match of plain.matchAll(tag)) {
    const inner = match[1] ?? '';
    if (inner.startsWith('?')) continue;
    const end = match.index + match[0].length;
    const next = plain.indexOf('<', end);
    const isEnd = inner.startsWith('/');
    const name = /^\/?(?:[^\s/:]*:)?([^\s/>]+)/.exec(inner)?.[1] ?? '';
    yield {
      name,
      opens: !isEnd,
      closes: isEnd || inner.endsWith('/'),
      attribute: (wanted) => {
        const found = new RegExp(`(?:^|[\\s:])${wanted}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(inner);
        return found ? readable(found[1] ?? found[2] ?? '') : undefined;
      },
      text: readable(plain.slice(end, next < 0 ? undefined : next)),
    };
  }
}

function readable(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(lt|gt|amp|quot|apos));/gi, (whole, ...groups: unknown[]) => {
    const [decimal, hex, name] = groups.map((group) => (typeof group === 'string' ? group : undefined));
    const known = Object.entries(named).find(([one]) => one === name?.toLowerCase());
    if (known) return known[1];
    const point = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
