import { resolve } from 'node:path';
import { z } from 'zod';
import { Hindrance } from './hindrance.ts';

/** What one can say when starting on one machine. */
export interface LocalSettings {
  port: number;
  /** Absolute path of the folder that holds everything that is kept. */
  dataDir: string;
  /** With or without the demo's data; unsaid, as the folder already is, or with. */
  demo: boolean | undefined;
  clock: 'demo' | 'system';
  /** Another engine than the embedded one. */
  endpoint: string | undefined;
  /** Where society's statistics are asked for; nowhere unless somebody says where. */
  statistics: { kolada: string | undefined; scb: string | undefined };
}

const portOf = z.string().regex(/^\d+$/).transform(Number).pipe(z.number().int().min(1).max(65_535));
const endpointOf = z.url({ protocol: /^https?$/ });

/** Reads the environment; what cannot be understood is a clear sentence, never a guess. */
export function readLocalSettings(environment: Record<string, string | undefined>): LocalSettings {
  const said = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const port = portOf.safeParse(said('PORT') ?? '3000');
  if (!port.success) throw new Hindrance(`PORT ska vara ett tal från 1 till 65535, men är ”${said('PORT')}”.`);
  const endpoint = endpointOf.optional().safeParse(said('DYNAMODB_ENDPOINT'));
  if (!endpoint.success)
    throw new Hindrance('DYNAMODB_ENDPOINT ska vara en adress, till exempel http://localhost:8000.');
  const addressIn = (name: string): string | undefined => {
    const address = endpointOf.optional().safeParse(said(name));
    if (!address.success) throw new Hindrance(`${name} ska vara en adress, till exempel https://api.kolada.se/v3.`);
    return address.data;
  };
  return {
    port: port.data,
    dataDir: resolve(said('DATA_DIR') ?? 'data'),
    demo: oneOf('DEMO', said('DEMO'), { '0': false, '1': true }),
    clock: oneOf('CLOCK', said('CLOCK'), { demo: 'demo', system: 'system' }) ?? 'demo',
    endpoint: endpoint.data,
    statistics: { kolada: addressIn('KOLADA_URL'), scb: addressIn('SCB_URL') },
  };
}

function oneOf<T>(name: string, value: string | undefined, allowed: Record<string, T>): T | undefined {
  if (value === undefined) return undefined;
  const found = Object.entries(allowed).find(([word]) => word === value);
  if (!found) throw new Hindrance(`${name} ska vara ${Object.keys(allowed).join(' eller ')}, men är ”${value}”.`);
  return found[1];
}
