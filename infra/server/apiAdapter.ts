import type { IncomingMessage, ServerResponse } from 'node:http';

/** What this server tells the API beside the request. Nothing that a client sends lands here by itself. */
export interface Beside {
  /** Where the request came from. */
  address: string | undefined;
}
export type Api = (request: Request, beside: Beside) => Response | Promise<Response>;

/** Headers of the connection and of its way here, which are not the API's to see. */
const ofTheConnection = new Set([
  'connection',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'expect',
]);

/** Gives one request to the API and sends its answer, in pieces as they come. */
export async function answerWithApi(
  api: Api,
  origin: string,
  beside: Beside,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const gone = new AbortController();
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) gone.abort();
  });
  // What the API did not read of the body is read and forgotten, so that the client gets its answer and can go on.
  outgoing.once('finish', () => incoming.resume());
  const response = await api(requestOf(incoming, origin, gone.signal), beside);
  await send(response, outgoing);
}

function requestOf(incoming: IncomingMessage, origin: string, signal: AbortSignal): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value === undefined || ofTheConnection.has(name)) continue;
    headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const method = incoming.method ?? 'GET';
  const hasBody = method !== 'GET' && method !== 'HEAD';
  return new Request(origin + (incoming.url ?? '/'), {
    method,
    headers,
    signal,
    ...(hasBody ? { body: bodyOf(incoming), duplex: 'half' } : {}),
  });
}

/** The body as it is asked for: nothing is read ahead, so an answer that needs no body does not wait for it. */
function bodyOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  const parts: AsyncIterator<unknown, undefined> = incoming.iterator({ destroyOnReturn: false });
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await parts.next();
        if (done) controller.close();
        else if (value instanceof Uint8Array) controller.enqueue(value);
      },
      async cancel() {
        await parts.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.statusCode = response.status;
  for (const [name, value] of response.headers) if (name !== 'set-cookie') outgoing.setHeader(name, value);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) outgoing.setHeader('set-cookie', cookies);
  if (!response.body || outgoing.destroyed) {
    await response.body?.cancel();
    outgoing.end();
    return;
  }
  const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader();
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) reader.cancel().catch(() => {});
  });
  const first = await reader.read();
  if (first.done) {
    outgoing.end();
    return;
  }
  // Nearly every answer is one piece: then its length is known, and it goes out as one.
  const second = reader.read();
  const whole = await Promise.race([
    second.then(({ done }) => done),
    new Promise<false>((done) => setImmediate(done, false)),
  ]);
  if (whole) {
    outgoing.end(first.value);
    return;
  }
  await write(outgoing, first.value);
  for (let part = await second; !part.done; part = await reader.read()) await write(outgoing, part.value);
  outgoing.end();
}

/** Writes, and waits while the client is slower than we are. */
async function write(outgoing: ServerResponse, part: Uint8Array): Promise<void> {
  if (outgoing.write(part) || outgoing.destroyed) return;
  await new Promise<void>((goOn) => {
    const settle = () => {
      outgoing.off('drain', settle);
      outgoing.off('close', settle);
      goOn();
    };
    outgoing.on('drain', settle);
    outgoing.on('close', settle);
  });
}
