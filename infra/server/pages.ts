import type { IncomingMessage, ServerResponse } from 'node:http';
import { pathToFileURL } from 'node:url';

/** The built pages: answers every request that is not the API's, static files included. */
export type Pages = (incoming: IncomingMessage, outgoing: ServerResponse, next: () => void) => void | Promise<void>;

/** A form with a whole report in it, each letter written as up to six. */
export const LARGEST_FORM_BYTES = 3 * 1024 * 1024;

/**
 * Loads the built SvelteKit handler. It reads where it finds its address from the environment as it loads, so that is said first:
 * from the two headers that this server writes itself, from its configuration, on every request.
 */
export async function loadPages(handlerPath: string): Promise<Pages> {
  process.env['PROTOCOL_HEADER'] = 'x-forwarded-proto';
  process.env['HOST_HEADER'] = 'x-forwarded-host';
  process.env['BODY_SIZE_LIMIT'] = String(LARGEST_FORM_BYTES);
  for (const name of ['PORT_HEADER', 'ADDRESS_HEADER', 'XFF_DEPTH']) delete process.env[name];
  const built: unknown = await import(pathToFileURL(handlerPath).href);
  if (typeof built === 'object' && built !== null && 'handler' in built && isPages(built.handler)) return built.handler;
  throw new Error(`${handlerPath} is not a built SvelteKit handler`);
}

const isPages = (value: unknown): value is Pages => typeof value === 'function';
