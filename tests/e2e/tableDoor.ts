import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { startEngine } from '@insatskollen/infra/local/engine.ts';
import { freePort } from '@insatskollen/infra/local/ports.ts';

/** A table's engine behind a door that can be shut: then the table is away for the product, and nothing of it is lost. */
export interface TableDoor {
  endpoint: string;
  shut(): void;
  open(): Promise<void>;
}

export async function openTableDoor(): Promise<TableDoor> {
  const engine = await startEngine();
  engine.unref();
  const { hostname, port: behind } = new URL(engine.endpoint);
  const port = await freePort();
  const through = new Set<Socket>();
  let server: Server | undefined;

  const pass = (coming: Socket): void => {
    const going = createConnection({ host: hostname, port: Number(behind) });
    for (const [one, other] of [
      [coming, going],
      [going, coming],
    ] as const) {
      through.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        through.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  };
  const open = (): Promise<void> =>
    new Promise((done) => {
      server = createServer(pass).listen(port, '127.0.0.1', done);
      server.unref();
    });
  await open();
  return {
    endpoint: `http://127.0.0.1:${port}`,
    shut() {
      server?.close();
      for (const socket of through) socket.destroy();
    },
    open,
  };
}
