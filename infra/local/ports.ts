import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

/** A port on loopback that nobody uses just now. Someone may take it before it is used: whoever uses it tries again. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listenOnLoopback(server, undefined);
  server.close();
  await once(server, 'close');
  return port;
}

/** Listens on loopback only: on the port that is wished for when it can be had, otherwise on a free one. */
export async function listenOnLoopback(server: Server, wished: number | undefined): Promise<number> {
  for (const port of wished === undefined ? [0] : [wished, 0]) {
    if (!(await canListen(server, port))) continue;
    const address = server.address();
    if (typeof address === 'object' && address) return address.port;
  }
  throw new Error('no port can be had');
}

function canListen(server: Server, port: number): Promise<boolean> {
  return new Promise((done) => {
    const refused = () => done(false);
    server.once('error', refused);
    server.listen({ host: '127.0.0.1', port }, () => {
      server.off('error', refused);
      done(true);
    });
  });
}
