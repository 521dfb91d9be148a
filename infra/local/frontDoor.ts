import type { Api } from '../server/apiAdapter.ts';
import { PortTaken } from '../server/listen.ts';
import type { Pages } from '../server/pages.ts';
import { startServer } from '../server/server.ts';
import { Hindrance } from './hindrance.ts';
import { apiStartingUp, pagesStartingUp } from './startingUp.ts';

const STOP_WITHIN_MS = 3_000;

/** The port, taken at once; what is behind it comes later. */
export interface FrontDoor {
  lead(api: Api, pages: Pages): void;
  /** Finishes what is under way and takes no more; a second time does nothing. */
  stop(): Promise<void>;
}

/** Takes the port on loopback, in both of its forms, or says that someone else has it. */
export async function openFrontDoor(origin: string, port: number): Promise<FrontDoor> {
  let behind: { api: Api; pages: Pages } = { api: apiStartingUp, pages: pagesStartingUp };
  try {
    const server = await startServer(
      (request, beside) => behind.api(request, beside),
      (incoming, outgoing, next) => behind.pages(incoming, outgoing, next),
      { origin, port, hosts: ['127.0.0.1', '::1'], onlyThisHost: true },
    );
    return {
      lead: (api, pages) => void (behind = { api, pages }),
      stop: () => server.stop(STOP_WITHIN_MS),
    };
  } catch (error) {
    if (error instanceof PortTaken)
      throw new Hindrance(
        `Port ${port} används redan av något annat. Ange en annan i PORT, till exempel PORT=${port + 1} npm start.`,
      );
    if (error instanceof Error && /EACCES/.test(error.message))
      throw new Hindrance(`Port ${port} får bara användas av systemet. Ange en annan i PORT.`);
    throw error;
  }
}
