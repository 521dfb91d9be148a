/** A browser without JavaScript: keeps cookies for each host, follows redirects, and sends forms. */
export class Browser {
  readonly #jars = new Map<string, Map<string, string>>();
  /** Where it is. */
  address = '';

  get(address: string): Promise<string> {
    return this.#go(address);
  }

  post(address: string, form: Record<string, string>): Promise<string> {
    return this.#go(address, new URLSearchParams(form));
  }

  /** Asks without leaving the page. */
  async read(address: string): Promise<{ status: number; body: unknown }> {
    const answer = await fetch(address, { headers: { cookie: this.#cookiesFor(new URL(address)) } });
    return { status: answer.status, body: await answer.json() };
  }

  async #go(address: string, form?: URLSearchParams): Promise<string> {
    let [next, body] = [new URL(address), form];
    for (let hops = 0; hops < 15; hops++) {
      const answer = await fetch(next, {
        method: body ? 'POST' : 'GET',
        headers: { cookie: this.#cookiesFor(next), 'accept-language': 'sv', ...(body ? { origin: next.origin } : {}) },
        redirect: 'manual',
        ...(body ? { body } : {}),
      });
      this.#keep(next, answer);
      this.address = next.href;
      const location = answer.headers.get('location');
      if (!location) return answer.text();
      await answer.body?.cancel();
      [next, body] = [new URL(location, next), undefined];
    }
    throw new Error('it never arrives');
  }

  #cookiesFor(url: URL): string {
    return [...this.#jar(url)].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** Cookies ignore ports. */
  #jar(url: URL): Map<string, string> {
    const jar = this.#jars.get(url.hostname) ?? new Map<string, string>();
    this.#jars.set(url.hostname, jar);
    return jar;
  }

  #keep(url: URL, answer: Response): void {
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) this.#jar(url).delete(name);
      else this.#jar(url).set(name, value);
    }
  }
}
