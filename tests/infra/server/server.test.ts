import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { Api } from '@insatskollen/infra/server/apiAdapter.ts';
import type { Pages } from '@insatskollen/infra/server/pages.ts';
import { PortTaken } from '@insatskollen/infra/server/listen.ts';
import { startServer, type RunningServer, type ServerSettings } from '@insatskollen/infra/server/server.ts';

const running: RunningServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop(0)));
});

const noPages: Pages = (_, outgoing) => void outgoing.end('a page');

async function serve(api: Api, pages: Pages = noPages, settings: Partial<ServerSettings> = {}) {
  const server = await startServer(api, pages, {
    origin: 'https://insatskollen.example',
    port: 0,
    hosts: ['127.0.0.1'],
    ...settings,
  });
  running.push(server);
  return { server, address: `http://127.0.0.1:${server.port}` };
}

interface Raw {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}
/** Asks without decompressing or following anything, as it is on the wire. */
function ask(
  address: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Raw> {
  return new Promise((done, failed) => {
    const request = httpRequest(
      address,
      { method: options.method ?? 'GET', headers: options.headers ?? {} },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () =>
          done({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
        );
        answer.on('error', failed);
      },
    );
    request.on('error', failed);
    request.end(options.body);
  });
}

describe('the API behind the front door', () => {
  it('gets method, address, headers and body, and its whole answer comes back', async () => {
    const { address } = await serve(async (request) => {
      const headers = new Headers({ 'x-seen': `${request.method} ${request.url} ${request.headers.get('x-mine')}` });
      headers.append('set-cookie', 'a=1; Path=/');
      headers.append('set-cookie', 'b=2; Path=/');
      return new Response(await request.text(), { status: 201, headers });
    });
    const answer = await ask(`${address}/api/v1/things?q=å%20ä`.replace('å', '%C3%A5').replace('ä', '%C3%A4'), {
      method: 'POST',
      headers: { 'x-mine': 'yes' },
      body: 'Något att spara',
    });
    expect(answer.status).toBe(201);
    expect(answer.body.toString()).toBe('Något att spara');
    expect(answer.headers['x-seen']).toBe('POST https://insatskollen.example/api/v1/things?q=%C3%A5%20%C3%A4 yes');
    expect(answer.headers['set-cookie']).toEqual(['a=1; Path=/', 'b=2; Path=/']);
  });

  it('never learns its own address from the request, nor who calls from a header', async () => {
    const { address } = await serve((request, beside) =>
      Response.json({
        url: request.url,
        beside,
        forwarded: request.headers.get('x-forwarded-for'),
        host: request.headers.get('x-forwarded-host'),
      }),
    );
    const answer = await ask(`${address}/api/v1/me`, {
      headers: {
        host: 'evil.example',
        'x-forwarded-for': '10.0.0.1',
        'x-forwarded-host': 'evil.example',
        'x-amzn-request-context': '{"identity":{"sourceIp":"10.0.0.1"}}',
      },
    });
    expect(JSON.parse(answer.body.toString())).toEqual({
      url: 'https://insatskollen.example/api/v1/me',
      beside: { address: '127.0.0.1' },
      forwarded: null,
      host: 'insatskollen.example',
    });
  });

  it('answers HEAD without a body', async () => {
    const { address } = await serve(
      (request) => new Response(request.method === 'HEAD' ? null : 'text', { headers: { etag: '"1"' } }),
    );
    const answer = await ask(`${address}/api/v1/thing`, { method: 'HEAD' });
    expect(answer.status).toBe(200);
    expect(answer.headers.etag).toBe('"1"');
    expect(answer.body).toHaveLength(0);
  });

  it('can refuse a large body without reading it, and the connection can be used again', async () => {
    const { address } = await serve(() => new Response('no', { status: 401 }));
    const socket = connect(Number(new URL(address).port), '127.0.0.1');
    const body = 'x'.repeat(2_000_000);
    socket.write(
      `POST /api/v1/a HTTP/1.1\r\nHost: a\r\nContent-Length: ${body.length}\r\n\r\n${body}GET /api/v1/b HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`,
    );
    let said = '';
    for await (const part of socket) said += String(part);
    expect(said.match(/HTTP\/1\.1 401/g)).toHaveLength(2);
  });

  it('stops reading a body that is too large for the reader, who can still answer', async () => {
    const { address } = await serve(async (request) => {
      let size = 0;
      const body: AsyncIterable<Uint8Array> | null = request.body;
      for await (const part of body ?? [])
        if ((size += part.length) > 100_000) return new Response('too large', { status: 413 });
      return new Response('read');
    });
    const answer = await ask(`${address}/api/v1/a`, {
      method: 'POST',
      headers: { 'transfer-encoding': 'chunked' },
      body: 'x'.repeat(3_000_000),
    });
    expect(answer.status).toBe(413);
  });

  it('sends a stream as it comes, and hears when the reader leaves', async () => {
    const left = Promise.withResolvers<void>();
    const { address } = await serve((request) => {
      request.signal.addEventListener('abort', () => left.resolve());
      return new Response(
        new ReadableStream({
          start: (controller) => controller.enqueue(new TextEncoder().encode('rad 1\n')),
          pull: () => new Promise<void>(() => {}), // nothing more ever comes
        }),
      );
    });
    const reading = new AbortController();
    const answer = await fetch(`${address}/api/v1/export`, {
      signal: reading.signal,
      headers: { 'accept-encoding': 'identity' },
    });
    const body: ReadableStream<Uint8Array> | null = answer.body;
    const first = await body?.getReader().read();
    expect(new TextDecoder().decode(first?.value)).toBe('rad 1\n');
    reading.abort();
    await left.promise;
  });

  it('sends a long stream whole, compressed or not', async () => {
    const line = new TextEncoder().encode(`${'1234;åäö;'.repeat(2_000)}\n`);
    let lines = 0;
    const { address } = await serve(
      () =>
        new Response(new ReadableStream({ pull: (c) => (lines++ < 300 ? c.enqueue(line) : c.close()) }), {
          headers: { 'content-type': 'text/csv' },
        }),
    );
    for (const coding of ['identity', 'br', 'gzip']) {
      lines = 0;
      const answer = await ask(`${address}/api/v1/export`, { headers: { 'accept-encoding': coding } });
      expect(decompressed(answer)).toHaveLength(300 * line.length);
    }
  });

  it('answers with a fault of its own, and goes on, when the API throws', async () => {
    const { address } = await serve(() => Promise.reject(new Error('personligt')));
    const answer = await ask(`${address}/api/v1/a`);
    expect(answer.status).toBe(500);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body.toString()).not.toContain('personligt');
    expect((await ask(`${address}/page`)).status).toBe(200);
  });
});

const decompressed = ({ headers, body }: Raw): Buffer =>
  headers['content-encoding'] === 'br'
    ? brotliDecompressSync(body)
    : headers['content-encoding'] === 'gzip'
      ? gunzipSync(body)
      : body;

describe('compression', () => {
  const text = 'Insatsområde, aktör, period. '.repeat(200);
  const json: Api = () => Response.json({ text });

  it.each([
    ['gzip, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0.1, gzip;q=0.9', 'gzip'],
    ['*', 'br'],
    ['br;q=0, gzip;q=0', undefined],
    ['identity', undefined],
  ])('takes %s and is given %s', async (accepted, given) => {
    const { address } = await serve(json);
    const answer = await ask(`${address}/api/v1/a`, { headers: { 'accept-encoding': accepted } });
    expect(answer.headers['content-encoding']).toBe(given);
    expect(answer.headers.vary).toBe('accept-encoding');
    expect(JSON.parse(decompressed(answer).toString())).toEqual({ text });
  });

  it('leaves alone what is small, what is no text, and what is compressed already', async () => {
    const answers: Record<string, () => Response> = {
      '/api/small': () => Response.json({ ok: true }),
      '/api/picture': () => new Response(text, { headers: { 'content-type': 'image/png' } }),
      '/api/done': () => new Response(text, { headers: { 'content-type': 'text/css', 'content-encoding': 'zstd' } }),
      '/api/stream': () => new Response(text, { headers: { 'content-type': 'text/event-stream' } }),
    };
    const { address } = await serve(
      (request) => answers[new URL(request.url).pathname]?.() ?? new Response(null, { status: 404 }),
    );
    for (const path of Object.keys(answers)) {
      const answer = await ask(address + path, { headers: { 'accept-encoding': 'br' } });
      expect(answer.status).toBe(200);
      expect(answer.headers['content-encoding'] ?? 'none').toBe(path === '/api/done' ? 'zstd' : 'none');
      expect(answer.body.length).toBe(Number(answer.headers['content-length']));
    }
  });

  it('compresses pages too, however they write their headers', async () => {
    const { address } = await serve(json, (_, outgoing) => {
      outgoing.writeHead(203, { 'content-type': 'text/html', 'content-length': Buffer.byteLength(text) });
      outgoing.write(text.slice(0, 50));
      outgoing.end(text.slice(50));
    });
    const answer = await ask(`${address}/oversikt`, { headers: { 'accept-encoding': 'gzip' } });
    expect(answer.status).toBe(203);
    expect(answer.headers['content-length']).toBeUndefined();
    expect(gunzipSync(answer.body).toString()).toBe(text);
  });
});

describe('the pages behind the front door', () => {
  it('get the API in process, and the configured address', async () => {
    const { address } = await serve(
      (request, beside) => new Response(`${new URL(request.url).pathname} ${beside.address}`),
      async (incoming, outgoing) => {
        const answer = await incoming.api?.(new Request('https://insatskollen.example/api/v1/me'));
        const { 'x-forwarded-proto': protocol, 'x-forwarded-host': host } = incoming.headers;
        outgoing.end([await answer?.text(), protocol, host].join(' '));
      },
    );
    const answer = await ask(`${address}/`, { headers: { 'x-forwarded-proto': 'gopher', host: 'evil.example' } });
    expect(answer.body.toString()).toBe('/api/v1/me 127.0.0.1 https insatskollen.example');
  });

  it('are safe to show: headers say so, and the API is never taken for a page', async () => {
    const { address } = await serve(() => new Response('x'));
    const page = await ask(`${address}/apina`);
    expect(page.body.toString()).toBe('a page');
    expect(page.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'strict-transport-security': 'max-age=63072000; includeSubDomains',
    });
    const api = await ask(`${address}/api`);
    expect(api.headers).toMatchObject({
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cache-control': 'no-store',
    });
  });

  it('get no form that is too large, nor one whose length nobody knows', async () => {
    const { address } = await serve(() => new Response('x'));
    const large = 'x'.repeat(3 * 1024 * 1024 + 1);
    expect(
      (
        await ask(`${address}/form`, {
          method: 'POST',
          headers: { 'content-length': String(large.length) },
          body: large,
        })
      ).status,
    ).toBe(413);
    expect(
      (await ask(`${address}/form`, { method: 'POST', headers: { 'transfer-encoding': 'chunked' }, body: 'x' })).status,
    ).toBe(411);
  });

  it('are found under one name only, where it is asked for; the API under any', async () => {
    const { address } = await serve(() => new Response('api'), noPages, {
      origin: 'http://localhost:3000',
      onlyThisHost: true,
    });
    const elsewhere = await ask(`${address}/oversikt?fran=2025`);
    expect([elsewhere.status, elsewhere.headers.location]).toEqual([307, 'http://localhost:3000/oversikt?fran=2025']);
    expect((await ask(`${address}/oversikt`, { headers: { host: 'localhost:3000' } })).status).toBe(200);
    expect((await ask(`${address}/api/auth/sign-in`)).status).toBe(307);
    expect((await ask(`${address}/api/v1/me`)).body.toString()).toBe('api');
  });

  it('get no request for an address that cannot be one', async () => {
    const { server } = await serve(() => new Response('x'));
    const socket = connect(server.port, '127.0.0.1');
    socket.write('GET http://evil.example/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
    let said = '';
    for await (const part of socket) said += String(part);
    expect(said).toContain('HTTP/1.1 400');
  });
});

describe('starting and stopping', () => {
  it('finishes what is under way before it stops, and takes nothing new', async () => {
    const begun = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const { server, address } = await serve(async () => {
      begun.resolve();
      await goOn.promise;
      return new Response('saved');
    });
    const saving = ask(`${address}/api/v1/save`, { method: 'POST', headers: { connection: 'keep-alive' } });
    await begun.promise;
    const stopped = server.stop(60_000);
    await expect(ask(`${address}/api/v1/late`)).rejects.toThrow();
    goOn.resolve();
    expect((await saving).body.toString()).toBe('saved');
    await stopped;
  });

  it('cuts off what never finishes', async () => {
    const begun = Promise.withResolvers<void>();
    const { server, address } = await serve(() => {
      begun.resolve();
      return new Promise<Response>(() => {});
    });
    const hanging = ask(`${address}/api/v1/hangs`).catch(() => 'cut off');
    await begun.promise;
    await server.stop(10);
    expect(await hanging).toBe('cut off');
  });

  it('says that a port is taken', async () => {
    const { server } = await serve(() => new Response('x'));
    await expect(serve(() => new Response('x'), noPages, { port: server.port })).rejects.toThrow(PortTaken);
  });
});
