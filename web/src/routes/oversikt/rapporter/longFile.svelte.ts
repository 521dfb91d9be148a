import { fetchFile, keep } from './fetchFile.ts';

/** How the fetching of a file stands: under way with so many bytes, or how it ended. */
export class LongFile {
  going = $state(false);
  bytes = $state(0);
  ended = $state<{ how: 'come'; name: string } | { how: 'stopped' | 'failed' }>();
  #own: AbortController | undefined;

  /** Fetches a file in place of the one that is under way, and gives it to the visitor once it is whole. */
  async fetch(href: string): Promise<void> {
    this.stop();
    const own = new AbortController();
    this.#own = own;
    [this.going, this.bytes, this.ended] = [true, 0, undefined];
    const ended = await fetchFile(href, { signal: own.signal, come: (bytes) => this.#come(own, bytes) }).then(
      (file) => {
        keep(file);
        return { how: 'come' as const, name: file.name };
      },
      () => ({ how: own.signal.aborted ? ('stopped' as const) : ('failed' as const) }),
    );
    // Another may have begun meanwhile, and is then what is told of.
    if (this.#own === own) [this.going, this.ended] = [false, ended];
  }

  stop(): void {
    this.#own?.abort();
  }

  #come(own: AbortController, bytes: number): void {
    if (this.#own === own) this.bytes = bytes;
  }
}
