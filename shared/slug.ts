const LONGEST = 60;

/** What every id of the registers looks like. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** An id made from a name: `Stärka nyföretagande (2027)` is `starka-nyforetagande-2027`. `otherwise` where no letter is left. */
export function slugOf(name: string, otherwise: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return cutBetweenWords(plain) || otherwise;
}

function cutBetweenWords(slug: string): string {
  if (slug.length <= LONGEST) return slug;
  const cut = slug.slice(0, LONGEST + 1);
  const end = cut.lastIndexOf('-');
  return end > 0 ? cut.slice(0, end) : slug.slice(0, LONGEST);
}

/** The id, or the first of `id-2`, `id-3`, … that nobody has. */
export function freeId(wanted: string, isTaken: (id: string) => boolean): string {
  if (!isTaken(wanted)) return wanted;
  for (let n = 2; ; n++) if (!isTaken(`${wanted}-${n}`)) return `${wanted}-${n}`;
}
