import type { ServerResponse } from 'node:http';

/** Answers with one sentence, for what neither the API nor the pages are asked about; a problem document where a program listens. */
export function refuse(outgoing: ServerResponse, status: number, text: string, forApi = false): void {
  outgoing.statusCode = status;
  outgoing.setHeader('content-type', forApi ? 'application/problem+json; charset=utf-8' : 'text/plain; charset=utf-8');
  outgoing.setHeader('cache-control', 'no-store');
  // What was sent is read and forgotten, so that the client gets the answer before it finds the connection closed.
  outgoing.once('finish', () => outgoing.req.resume());
  outgoing.end(
    forApi
      ? JSON.stringify({
          type: 'about:blank',
          title: text.replace(/\.$/, ''),
          status,
          detail: text,
          code: codes[status] ?? 'refused',
        })
      : `${text}\n`,
  );
}

const codes: Partial<Record<number, string>> = {
  400: 'malformed',
  405: 'methodNotAllowed',
  413: 'tooLarge',
  500: 'unforeseen',
};
