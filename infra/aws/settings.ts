import type { EuRegion } from './region.ts';

export const stages = ['dev', 'test', 'prod'] as const;
export type Stage = (typeof stages)[number];

/** What differs between the stages because of what they are for. */
interface Scale {
  /** Whether data outlives mistakes: deletion protection of table, people and stack, and keys and data kept when a stack goes. */
  protect: boolean;
  logDays: 30 | 90 | 400;
  memoryMb: number;
  /** How many requests the server answers at once, at most. The account's own limit must leave 100 beside it. */
  concurrency: number;
  requestsASecond: number;
  burst: number;
  /** From one address in five minutes. A whole organisation can come from one address, and autosave counts. */
  requestsAnAddress: number;
}

/** What whoever deploys says, in `cdk.json` or with `-c` (see `context.ts`). */
export interface Place {
  stage: Stage;
  region: EuRegion;
  /** The account to deploy to; without it, that of whoever deploys. */
  account?: string;
  /** Host name that people use, as `insatskollen.region.example`. */
  domain: string;
  /** A certificate for the domain, issued in the same region. Without it no domain is attached. */
  certificateArn?: string;
  /** Who is told when an alarm goes off or mail bounces. */
  alarmEmail?: string;
  /** First part of the sign-in pages' address, unique in the region for all of AWS. */
  signInPrefix: string;
  identityProviders: IdentityProvider[];
}

/** An OpenID Connect provider beside the user pool's own accounts: Entra ID, or a broker of e-ID. */
export interface IdentityProvider {
  /** As shown at sign-in. */
  name: string;
  issuer: string;
  clientId: string;
  /** Name of the secret in Secrets Manager, put there by hand, that holds the client secret. */
  secretName: string;
}

export type StageSettings = Place & Scale;

const scales: Record<Stage, Scale> = {
  dev: {
    protect: false,
    logDays: 30,
    memoryMb: 1024,
    concurrency: 5,
    requestsASecond: 20,
    burst: 50,
    requestsAnAddress: 2_000,
  },
  test: {
    protect: true,
    logDays: 90,
    memoryMb: 1024,
    concurrency: 20,
    requestsASecond: 50,
    burst: 200,
    requestsAnAddress: 10_000,
  },
  prod: {
    protect: true,
    logDays: 400,
    memoryMb: 1769, // one whole processor
    concurrency: 100,
    requestsASecond: 200,
    burst: 500,
    requestsAnAddress: 10_000,
  },
};

/** Everything that a stage's stacks are made from. */
export function settingsFor(place: Place): StageSettings {
  return { ...place, ...scales[place.stage] };
}

/** Address that people use, without a trailing slash. */
export const originOf = (settings: Pick<Place, 'domain'>): string => `https://${settings.domain}`;

/** Host name of the user pool's own sign-in pages. A name under the product's domain would need a certificate outside the EU. */
export const signInHost = (settings: Pick<Place, 'signInPrefix' | 'region'>): string =>
  `${settings.signInPrefix}.auth.${settings.region}.amazoncognito.com`;
