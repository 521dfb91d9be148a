import { describe, expect, it } from 'vitest';
import type { Deps } from '@insatskollen/functions/deps.ts';
import { personByIdentity } from '@insatskollen/functions/people/identities.ts';
import { libraryOf } from '@insatskollen/functions/strategy/library.ts';
import { metaKey } from '@insatskollen/functions/table/keys.ts';
import { readDemo } from '@insatskollen/infra/local/data/read.ts';
import { loadDemoPeople } from '@insatskollen/infra/local/load.ts';
import { loadReference } from '@insatskollen/infra/reference/load.ts';
import { readReference } from '@insatskollen/infra/reference/read.ts';
import { demoPeople } from '@insatskollen/infra/local/people.ts';
import { freshTable } from '../../table-engine.ts';

async function house(): Promise<Deps> {
  const now = () => new Date('2026-11-20T07:00:00Z');
  const openId = { issuer: 'http://127.0.0.1:9', clientId: 'insatskollen', clientSecret: 'none' };
  return {
    table: await freshTable(),
    businessNow: now,
    systemNow: now,
    newId: () => crypto.randomUUID(),
    settings: { stage: 'local', origin: 'http://localhost:3000', demo: true, demoClock: true, openId },
  };
}

describe('the data to start with', () => {
  it('gives the whole strategy and every register, in the order of the plan', async () => {
    const deps = await house();
    await loadReference(deps);
    const library = await libraryOf(deps);
    expect(library.focusAreas).toHaveLength(14);
    expect(library.focusAreas[0]).toBe('attraktivt-foretagsklimat');
    expect([library.actors.size, library.initiatives.size, library.indicators.size]).toEqual([16, 108, 30]);
    expect([...library.questions.keys()][0]).toBe('genomforda-aktiviteter');
    expect(library.dimensions.get('municipality')?.parts.map(({ id }) => id)).toContain('0428');
    expect(await deps.table.get(metaKey('reference'))).toBeDefined();
  });

  it('is loaded once: what a coordinator changed afterwards stays', async () => {
    const deps = await house();
    await loadReference(deps);
    const [strategy] = await deps.table.queryAll({
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': 'LIBRARY#strategy' },
    });
    await deps.table.put({ Item: { ...strategy, version: 2 } });
    await loadReference(deps);
    const [again] = await deps.table.queryAll({
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': 'LIBRARY#strategy' },
    });
    expect(String(again?.['version'])).toBe('2');
  });

  it('names nothing that is not there', () => {
    const { strategy, actor, initiative, indicator, dimension, question } = readReference();
    const ids = (things: readonly { id: string }[]) => new Set(things.map(({ id }) => id));
    const areas = ids(strategy.flatMap(({ strategicAreas }) => strategicAreas.flatMap(({ focusAreas }) => focusAreas)));
    const [actors, initiatives, indicators, dimensions, questions] = [
      ids(actor),
      ids(initiative),
      ids(indicator),
      ids(dimension),
      ids(question),
    ];
    for (const { primaryFocusArea, alsoContributesTo, responsible } of initiative) {
      for (const area of [primaryFocusArea, ...alsoContributesTo]) expect(areas).toContain(area);
      for (const id of responsible) expect(actors).toContain(id);
    }
    for (const one of indicator) for (const id of one.dimensions) expect(dimensions).toContain(id);
    const { agreements, reports } = readDemo();
    for (const agreement of agreements) {
      expect(actors).toContain(agreement.actorId);
      expect(initiatives).toContain(agreement['initiativeId']);
      expect(agreement).toMatchObject({ questions: [...questions] });
      const agreed = JSON.stringify(agreement['indicators']).matchAll(/"indicatorId":"([^"]+)"/g);
      for (const [, id] of agreed) expect(indicators).toContain(id);
    }
    for (const report of reports) expect(ids(agreements)).toContain(report.agreementId);
  });
});

describe('the people of the demo', () => {
  it('are found by how the sign-in service knows them, once however often they are loaded', async () => {
    const deps = await house();
    await loadDemoPeople(deps);
    await loadDemoPeople(deps);
    for (const { subject, id, email, roles, actorIds } of demoPeople) {
      expect(await personByIdentity(deps, deps.settings.openId.issuer, subject)).toMatchObject({
        id,
        email,
        roles,
        actorIds,
      });
    }
  });

  it('report for every actor, each by one person', () => {
    const reportedFor = demoPeople.flatMap(({ actorIds }) => actorIds);
    expect(reportedFor.toSorted()).toEqual(
      readReference()
        .actor.map(({ id }) => id)
        .toSorted(),
    );
  });
});
