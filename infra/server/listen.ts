import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { CompressingResponse } from './compression.ts';

/** The port is someone else's. */
export class PortTaken extends Error {}

/** Listens on every one of the addresses that this machine has, on the same port; 0 takes a free one. */
export async function listen(
  hosts: readonly string[],
  port: number,
  listener: (incoming: IncomingMessage, outgoing: ServerResponse) => void,
): Promise<Server[]> {
  const servers: Server[] = [];
  for (const host of hosts) {
    const server: Server = createServer(
      {
        ServerResponse: CompressingResponse,
        headersTimeout: 20_000,
        requestTimeout: 60_000,
        keepAliveTimeout: 65_000,
        maxHeaderSize: 16_384,
      },
      listener,
    );
    const outcome = await listenOn(server, host, servers[0] ? portOf(servers[0]) : port);
    if (outcome === 'listening') servers.push(server);
    else if (outcome !== 'EADDRNOTAVAIL' && outcome !== 'EAFNOSUPPORT') {
      await Promise.all(servers.map(close));
      throw outcome === 'EADDRINUSE'
        ? new PortTaken(`port ${port} is taken`)
        : new Error(`cannot listen on ${host}: ${outcome}`);
    }
  }
  if (servers.length === 0) throw new Error(`this machine has none of the addresses ${hosts.join(', ')}`);
  return servers;
}

function listenOn(server: Server, host: string, port: number): Promise<string> {
  return new Promise((done) => {
    server.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? error.message));
    server.listen({ host, port }, () => {
      server.removeAllListeners('error');
      done('listening');
    });
  });
}

export const close = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.close(() => done());
    server.closeIdleConnections();
  });

export function portOf(server: Server | undefined): number {
  const address = server?.address();
  if (typeof address !== 'object' || !address) throw new Error('the server does not listen');
  return address.port;
}
