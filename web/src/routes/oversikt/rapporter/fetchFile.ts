/** A file that has come, and what it is called. */
export interface Fetched {
  name: string;
  blob: Blob;
}

/**
 * Fetches a file of which nobody knows how long it gets, and says after each piece how many bytes have come.
 * @throws when it is refused, stopped, or breaks off half way: then there is no file, and not half of one.
 */
export async function fetchFile(
  href: string,
  { signal, come }: { signal: AbortSignal; come: (bytes: number) => void },
): Promise<Fetched> {
  const answer = await fetch(href, { signal });
  if (!answer.ok || !answer.body) throw new Error(`answered ${answer.status}`);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const reader = answer.body.getReader();
  for (let bytes = 0; ;) {
    const { done, value } = await reader.read();
    if (done) break;
    pieces.push(value);
    come((bytes += value.length));
  }
  const name = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? '';
  return { name, blob: new Blob(pieces, { type: answer.headers.get('content-type') ?? '' }) };
}

/** Gives a file to the visitor, as a link to it would have. */
export function keep({ name, blob }: Fetched): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser needs the address until it has begun; it is told when that is by nothing.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
