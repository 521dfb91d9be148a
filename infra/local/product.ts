import { randomBytes } from 'node:crypto';
import { createApp } from '@insatskollen/functions/app.ts';
import type { Deps } from '@insatskollen/functions/deps.ts';
import { z } from 'zod';
import { newId } from '../server/ids.ts';
import { loadPages } from '../server/pages.ts';
import { announcement } from './announcement.ts';
import { startDemoClock } from './clock.ts';
import { demoBeginsAt } from './data/read.ts';
import { openDataFolder } from './dataFolder.ts';
import { hasData, placeFirstData, prepareFirstData } from './firstData.ts';
import { openFrontDoor } from './frontDoor.ts';
import { lockForServer } from './houseLock.ts';
import { bindToNewIssuer } from './identities.ts';
import { loadAll } from './load.ts';
import { buildPages } from './pagesBuild.ts';
import { startPart } from './part.ts';
import { forgetRunning, waitForEngineToEnd, writeRunning } from './running.ts';
import type { LocalSettings } from './settings.ts';
import { openOrBeginStore, writeStore, type Store } from './store.ts';
import { fetchRegularly } from './society.ts';
import { sweepRegularly } from './sweep.ts';
import { openTableService, type TableService } from './tableService.ts';

const OpenIdSchema = z.object({ issuer: z.url() });
const MailSchema = z.object({ smtp: z.string(), page: z.url() });
const CLIENT_ID = 'insatskollen';

/**
 * Starts everything on one machine. `onStop` is given, as things begin, how each is ended again; the answer comes when all is ready.
 * `broken` is fulfilled, with a sentence, when a piece that it cannot be without ends by itself.
 */
export async function startProduct(
  settings: LocalSettings,
  onStop: (undo: () => Promise<void> | void) => void,
): Promise<{ announcement: string; broken: Promise<string> }> {
  const { dataDir, port } = settings;
  const origin = `http://localhost:${port}`;
  openDataFolder(dataDir);
  const lock = await lockForServer(dataDir);
  onStop(() => lock.release());

  const door = await openFrontDoor(origin, port);
  onStop(() => door.stop());

  const store = openOrBeginStore(settings);
  await waitForEngineToEnd(dataDir);
  const client = { clientId: CLIENT_ID, clientSecret: randomBytes(32).toString('base64url') };
  const kept = async <T extends { stop(): Promise<void> }>(starting: Promise<T>): Promise<T> => {
    const piece = await starting;
    onStop(() => piece.stop());
    return piece;
  };
  const [handler, service, openId] = await Promise.all([
    buildPages((text) => console.log(text)),
    kept(openTable(settings, store)),
    kept(startPart('openid/main.ts', { ...client, origin, demo: store.demo, port: portIn(store.issuer) })),
  ]);
  const { issuer } = OpenIdSchema.parse(openId.said);
  const clock = store.demo && settings.clock === 'demo' ? startDemoClock(dataDir, demoBeginsAt()) : undefined;
  if (clock) onStop(() => clock.stop());
  const systemNow = () => new Date();
  const deps: Deps = {
    table: service.table,
    businessNow: clock?.now ?? systemNow,
    systemNow,
    newId,
    settings: {
      stage: 'local',
      origin,
      demo: store.demo,
      demoClock: clock !== undefined,
      openId: { issuer, ...client },
    },
  };
  if (store.issuer !== undefined && store.issuer !== issuer) await bindToNewIssuer(deps, store.issuer);
  writeStore(dataDir, { ...store, issuer });
  await loadAll(deps);
  onStop(sweepRegularly(deps.table));
  const { kolada, scb } = settings.statistics;
  onStop(fetchRegularly(deps, { kolada, pxweb: scb === undefined ? undefined : { SCB: scb } }));
  writeRunning(dataDir, { pid: process.pid, origin, issuer, endpoint: service.endpoint, embedded: service.embedded });
  onStop(() => forgetRunning(dataDir));

  const app = createApp(deps);
  door.lead((request, beside) => app.fetch(request, beside), await loadPages(handler));
  // Nobody waits for this one, so it does not get in the way of the others.
  const mail = await kept(startPart('mail/main.ts', {}));
  const caught = MailSchema.parse(mail.said);
  onStop(await sendNotices(deps, caught.smtp, dataDir));
  // First of all when stopping: what is under way needs everything else.
  onStop(() => door.stop());
  return {
    announcement: announcement({
      origin,
      dataDir,
      mailPage: caught.page,
      demo: store.demo,
      demoTime: clock?.now(),
    }),
    broken: Promise.race([
      service.ended.then(() => 'Tabellmotorn avslutades av sig själv. Starta om med npm start; alla data finns kvar.'),
      openId.ended.then(() => 'Inloggningstjänsten avslutades av sig själv. Starta om med npm start.'),
      mail.ended.then(() => 'E-postfångaren avslutades av sig själv. Starta om med npm start.'),
    ]),
  };
}

/** Lets people be told of things, and answers how to end that. */
async function sendNotices(deps: Deps, smtp: string, dataDir: string): Promise<() => Promise<void>> {
  // Loaded now that people can come in: nobody waits for it.
  const [{ driveNotices }, { smtpMailer }] = await Promise.all([import('./notices.ts'), import('./mail/mailer.ts')]);
  const mailer = smtpMailer(smtp);
  const rounds = await driveNotices(deps, mailer, dataDir);
  return async () => {
    await rounds.stop();
    mailer.close();
  };
}

/** The folder's table; a demo that is new begins with what others have begun with before. */
async function openTable(settings: LocalSettings, store: Store): Promise<TableService> {
  const { dataDir, endpoint } = settings;
  if (store.demo && endpoint === undefined && !hasData(dataDir)) placeFirstData(await prepareFirstData(), dataDir);
  return openTableService(settings, store.tableName);
}

const portIn = (address: string | undefined): number | undefined =>
  address === undefined ? undefined : Number(new URL(address).port);
