import type { IncomingMessage } from 'node:http';
import { z } from 'zod';

const RequestContextSchema = z.object({ identity: z.object({ sourceIp: z.string() }) });

/** Where requests come from: the connection, or the gateway that Lambda's own runtime names in a header it always writes itself. */
export type AddressOf = (incoming: IncomingMessage) => string | undefined;

export const addressOfConnection: AddressOf = (incoming) => incoming.socket.remoteAddress;

export const addressOfGateway: AddressOf = (incoming) => {
  try {
    const context = RequestContextSchema.safeParse(JSON.parse(String(incoming.headers['x-amzn-request-context'])));
    return context.data?.identity.sourceIp ?? addressOfConnection(incoming);
  } catch {
    return addressOfConnection(incoming);
  }
};
