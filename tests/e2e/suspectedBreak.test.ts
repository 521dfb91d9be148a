import { ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { fetchSociety } from '@insatskollen/functions/societal/fetching.ts';
import { connectTable } from '@insatskollen/functions/table/client.ts';
import { startEngine, type Engine } from '@insatskollen/infra/local/engine.ts';
import { afterAll, expect, test } from 'vitest';
import { openSource, says, type Source } from '../functions/societal/source.ts';
import { axeFindings, tooWide, unfold } from './look.ts';
import { LONG, setStage } from './stage.ts';

let engine: Engine;
let source: Source;
const stage = setStage(async () => {
  engine = await startEngine();
  engine.unref();
  source = await openSource();
  return { DYNAMODB_ENDPOINT: engine.endpoint };
});
afterAll(() => source.close());

/** What the schedule does on a day when Kolada describes its measures so. */
async function fetchOn(day: string, descriptions: string): Promise<void> {
  const place = { region: 'eu-north-1', endpoint: engine.endpoint };
  const { client } = connectTable({ tableName: '', ...place });
  const [tableName = ''] = (await client.send(new ListTablesCommand({}))).TableNames ?? [];
  source.forget();
  source.answer('/data/kpi/N03941', source.saysHere('koladaRevised'));
  source.answer('/data/kpi/', says('koladaEmpty'));
  source.answer('/kpi/', says(descriptions));
  const now = () => new Date(`${day}T07:00:00.000Z`);
  await fetchSociety({
    ...{ table: connectTable({ tableName, ...place }), businessNow: now, systemNow: now },
    ...{ fetch: globalThis.fetch, pause: async () => {}, sources: { kolada: source.base } },
  });
}

test(
  'a source that describes a measure in a new way is said to everybody, and a coordinator draws the break, without a script',
  async () => {
    await fetchOn('2026-10-27', 'koladaDescriptions');
    await fetchOn('2026-11-03', 'koladaRedescribed');
    const leader = (await stage.as('ledning', { script: false })).page;
    await leader.goto('/samhallet');
    await leader.getByText('Måttet kan ha ändrats.').waitFor();
    await leader.getByRole('link', { name: 'Arbetslöshet' }).click();
    await leader.getByText('Källan beskriver måttet på ett nytt sätt sedan 3 november 2026.').waitFor();
    await leader.locator('summary', { hasText: 'Vad källan säger' }).click();
    await leader.getByText('Arbetslöshet 20–65 år, andel (%)').waitFor();
    expect(await leader.getByRole('link', { name: /Avgör om måttet är detsamma/ }).count()).toBe(0);

    const narrow = (await stage.as('samordnare', { width: 360, language: 'en' })).page;
    for (const path of ['/samhallet/arbetsloshet', '/samhallet/arbetsloshet/andra']) {
      await narrow.goto(path);
      await unfold(narrow);
      await narrow.getByText('The source describes the measure in a new way since 3 November 2026.').waitFor();
      expect(await axeFindings(narrow)).toEqual([]);
      expect(await tooWide(narrow)).toEqual([]);
    }

    const { page, expects } = await stage.as('samordnare', { script: false });
    expects(/422/);
    await page.goto('/samhallet/arbetsloshet');
    await page.getByRole('link', { name: /Avgör om måttet är detsamma/ }).click();
    await page.getByLabel('Nej, måttet är ett annat').check();
    await page.getByLabel('från vilket år').fill('24');
    await page.getByLabel('Vad som har ändrats').fill('Gäller åldrarna 20–65 år.');
    await page.getByRole('button', { name: 'Spara' }).click();
    await page.getByRole('link', { name: 'Skriv ett år som har varit' }).waitFor();
    expect(await page.getByLabel('Nej, måttet är ett annat').isChecked()).toBe(true);
    await page.getByLabel('från vilket år').fill('2024');
    await page.getByRole('button', { name: 'Spara' }).click();

    await page.getByText('Sparat.').waitFor();
    await page.getByText('Ändrat sätt att mäta från 2024. Gäller åldrarna 20–65 år.').waitFor();
    await page.getByRole('columnheader', { name: /2024.*nytt sätt att mäta/ }).waitFor();
    expect(await page.getByText('Källan beskriver måttet på ett nytt sätt').count()).toBe(0);
    await leader.goto('/samhallet');
    await leader.getByRole('link', { name: 'Arbetslöshet' }).waitFor();
    expect(await leader.getByText('Måttet kan ha ändrats.').count()).toBe(0);
  },
  LONG,
);
