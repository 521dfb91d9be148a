import type { Table } from './table/client.ts';

/** What the product is told about where it runs. Read once from the environment by whoever starts it. */
export interface Settings {
  stage: 'local' | 'dev' | 'test' | 'prod';
  /** Address that people use, without a trailing slash. */
  origin: string;
  /** True where made-up demo data is loaded: pages then say so. */
  demo: boolean;
  /** True where `businessNow` is the demo's clock and not the real one. */
  demoClock: boolean;
  openId: { issuer: string; clientId: string; clientSecret: string };
}

/** Everything that a feature needs from outside, passed in so that tests can pass their own. */
export interface Deps {
  table: Table;
  /** The clock of periods, events and figures (the demo's own, in a demo). */
  businessNow: () => Date;
  /** The clock of sessions, tokens, idempotency and expiry: always the real one. */
  systemNow: () => Date;
  /** A new opaque id, 26 characters or fewer, unguessable. */
  newId: () => string;
  settings: Settings;
}
