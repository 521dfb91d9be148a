import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';

const FileSchema = z.object({ synthetic: z.literal(true), note: z.string() }).loose();
const answersFolder = new URL('answers/', import.meta.url);

/** An answer in the form that its source gives it, with made-up numbers, as it was written: numbers are not read on the way. */
export function answerNamed(name: string): string {
  const text = readFileSync(new URL(`${name}.json`, answersFolder), 'utf8');
  FileSchema.parse(JSON.parse(text));
  return text.slice(text.indexOf('"answer":') + '"answer":'.length, text.lastIndexOf('}')).trim();
}

/** What a source was asked. */
export interface Asked {
  method: string;
  url: string;
  body: string;
}
type Reply = (response: ServerResponse) => void;
export const reply =
  (status: number, body: string, headers: Record<string, string> = {}): Reply =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers }).end(body);
  };
export const says = (name: string): Reply => reply(200, answerNamed(name));
/** Ends in the middle of the answer. */
export const cutOff: Reply = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '5000' });
  response.write('{"values": [', () => response.destroy());
};
/** Never answers. */
export const silent: Reply = () => {};

/** A statistics service on loopback, which answers each path with the next of its replies, and the last one over and over. */
export async function openSource() {
  const asked: Asked[] = [];
  const replies = new Map<string, Reply[]>();
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const url = request.url ?? '';
      asked.push({ method: request.method ?? '', url, body });
      const its = [...replies].find(([part]) => url.includes(part))?.[1] ?? [];
      const next = its.length > 1 ? its.shift() : its[0];
      (next ?? reply(404, '{"detail":"Not Found"}'))(response);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = z.object({ port: z.number() }).parse(server.address());
  const base = `http://127.0.0.1:${address.port}`;
  return {
    base,
    asked,
    /** Answers paths that hold `part`; `{BASE}` in an answer is where this service is. */
    answer: (part: string, ...its: Reply[]) => void replies.set(part, its),
    saysHere: (name: string): Reply => reply(200, answerNamed(name).replaceAll('{BASE}', base)),
    forget: () => {
      asked.length = 0;
      replies.clear();
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}
export type Source = Awaited<ReturnType<typeof openSource>>;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(z.instanceof(Buffer).parse(part));
  return Buffer.concat(parts).toString('utf8');
}
