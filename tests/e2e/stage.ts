import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { buildPages } from '@insatskollen/infra/local/pagesBuild.ts';
import { endEverything, start, type House } from '../infra/local/house.ts';
import { launchBrowser, unpackBrowser } from './chromium.ts';
import { openVisit, signIn, type Manner, type Visit } from './visit.ts';

/** Generous: a limit ends a hang and never judges speed. */
export const LONG = 300_000;

/** Accounts of the demo's people: what stands before the `@` of their addresses. */
export type Account =
  | `rapportor.${'almi' | 'nfc' | 'uf' | 'stua' | 'region' | 'ovriga'}`
  | 'samordnare'
  | 'samordnare2'
  | 'ledning'
  | 'avdelning'
  | 'admin';

export interface Stage {
  readonly house: House;
  /** A browser of its own for someone who is signed in; the session is the same each time, unless a new one is asked for. */
  as(account: Account, manner?: Manner & { newSession?: boolean }): Promise<Visit>;
  /** For those who only look: the same browser for the next test that comes in the same manner, which saves half of its time. */
  looking(account: Account, manner: Manner): Promise<Visit>;
  /** A browser of its own for someone who is not signed in. */
  asNobody(manner?: Manner): Promise<Visit>;
}

let browser: Promise<Browser> | undefined;

/** One browser a worker, for the files of tests one after the other; it ends with the worker. */
function browserOfWorker(): Promise<Browser> {
  browser ??= launchBrowser();
  return browser;
}

/**
 * One product, really built and started, for all tests of a file. After each test its pages are closed, and it
 * fails if any of them complained: a script that failed, or something that the content security policy stopped.
 */
export function setStage(settings: () => Promise<Record<string, string>> = () => Promise.resolve({})): Stage {
  let house: House | undefined;
  let open: Visit[] = [];
  const sessions = new Map<Account, Manner['cookies']>();
  const looking = new Map<string, Visit>();
  const need = <T>(thing: T | undefined): T => {
    if (thing === undefined) throw new Error('the stage is not set yet');
    return thing;
  };

  beforeAll(async () => {
    await unpackBrowser();
    await buildPages(() => {});
    const launching = browserOfWorker();
    house = await start(await settings());
    await launching;
  }, LONG);
  afterEach(async ({ task }) => {
    const visits = open;
    open = [];
    for (const { context } of visits) {
      if (task.result?.state === 'fail') for (const page of context.pages()) await tellOf(page);
      await context.close();
    }
    const complaints = [...visits, ...looking.values()].flatMap((one) => one.complaints.splice(0));
    expect(complaints).toEqual([]);
  }, LONG);
  afterAll(async () => {
    for (const { context } of looking.values()) await context.close();
    endEverything();
  }, LONG);

  async function visit(manner: Manner): Promise<Visit> {
    const opened = await openVisit(await browserOfWorker(), need(house).origin, manner);
    open.push(opened);
    return opened;
  }
  const as: Stage['as'] = async (account, { newSession = false, ...manner } = {}) => {
    const kept = newSession ? undefined : sessions.get(account);
    const opened = await visit({ ...manner, ...(kept ? { cookies: kept } : {}) });
    if (kept) return opened;
    await signIn(opened.page, need(house).origin, account);
    if (!newSession) sessions.set(account, await opened.context.cookies(need(house).origin));
    return opened;
  };
  return {
    get house() {
      return need(house);
    },
    asNobody: (manner = {}) => visit(manner),
    as,
    async looking(account, manner) {
      const key = JSON.stringify([account, manner]);
      const known = looking.get(key);
      const opened = known ?? (await as(account, manner));
      looking.set(key, opened);
      open = open.filter((one) => one !== opened);
      const { colours = 'light', width = 1280, height = 800 } = manner;
      await opened.page.emulateMedia({ colorScheme: colours, media: 'screen' });
      await opened.page.setViewportSize({ width, height });
      return opened;
    },
  };
}

/** What somebody saw when a test failed, printed with it. */
async function tellOf(page: Page): Promise<void> {
  console.log(page.url());
  console.log(await page.locator('body').ariaSnapshot({ timeout: 5_000 }).catch(String));
}
