import { App, Aspects, Stack } from 'aws-cdk-lib';
import { AttributeType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { EuOnly } from '@insatskollen/infra/aws/euOnly.ts';
import { euRegions } from '@insatskollen/infra/aws/region.ts';
import { describe, expect, test } from 'vitest';
import { appWith, certificateIn, stacksOf, templatesOf } from './synthesis.ts';

describe('everything lies in the European Union', () => {
  test.each([
    ['us-east-1', 'another part of the world'],
    ['eu-west-2', 'London: Europe, but not the Union'],
    ['eu-central-2', 'Zürich: Europe, but not the Union'],
    ['eu-narnia-1', 'nowhere'],
  ])('%s is refused in a sentence (%s)', (region) => {
    expect(() => appWith({ region })).toThrow(
      `Stage dev would lie in ${region}, outside the European Union, and data, backups, logs, keys and mail must stay inside it: choose one of ${euRegions.join(', ')}.`,
    );
  });

  test('one stage in the wrong place is enough', () => {
    expect(() => appWith({ 'region:prod': 'us-west-2' })).toThrow('Stage prod would lie in us-west-2');
  });

  test('no region at all is no answer', () => {
    expect(() => appWith({ region: '' })).toThrow('Stage dev would lie in no named region');
  });

  test.each(euRegions)('%s is taken, and mail and sign-in follow', (region) => {
    const app = appWith({ stage: 'dev', region });
    expect(stacksOf(app).map((stack) => stack.region)).toEqual([region, region, region]);
  });

  test('a stage in Frankfurt names no other region anywhere', () => {
    const { product, mail, notices } = templatesOf('dev', { region: 'eu-central-1' });
    const named = JSON.stringify([product.toJSON(), mail.toJSON(), notices.toJSON()]).match(
      /\b[a-z]{2}-(?:[a-z]+)-\d\b/g,
    );
    expect([...new Set(named)]).toEqual(['eu-central-1']);
  });

  test('a certificate elsewhere is refused, outside the Union and inside it', () => {
    expect(() => appWith({ stage: 'prod', certificateArn: certificateIn('us-east-1') })).toThrow(
      'The certificate would lie in us-east-1, outside the European Union',
    );
    expect(() => appWith({ stage: 'prod', certificateArn: certificateIn('eu-west-1') })).toThrow(
      'The certificate lies in eu-west-1, but must lie in eu-north-1 as the stage does.',
    );
  });
});

describe('the wall also stops what someone adds later', () => {
  const added = (region: string | undefined, add: (stack: Stack) => void = () => {}) => {
    const app = new App({ builtinCloudFormationValidation: false });
    Aspects.of(app).add(new EuOnly());
    add(new Stack(app, 'later', region === undefined ? {} : { env: { region } }));
    return () => app.synth();
  };

  test('a stack in the Union stands', () => {
    expect(added('eu-west-3')).not.toThrow();
  });

  test('a stack outside it, or wherever whoever deploys happens to be', () => {
    expect(added('us-east-1')).toThrow('Stack later would lie in us-east-1');
    expect(added(undefined)).toThrow('Stack later would lie in no named region');
  });

  test('a table or a secret with a copy in another region', () => {
    const partitionKey = { name: 'pk', type: AttributeType.STRING };
    expect(
      added(
        'eu-north-1',
        (stack) => new TableV2(stack, 'Copied', { partitionKey, replicas: [{ region: 'us-east-1' }] }),
      ),
    ).toThrow('copy data to another region');
    expect(
      added('eu-north-1', (stack) => new Secret(stack, 'Copied', { replicaRegions: [{ region: 'us-east-1' }] })),
    ).toThrow('copy a secret to another region');
  });
});
