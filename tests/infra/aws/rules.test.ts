import { CfnResource, Stack, Validations, type App } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { appWith, certificateIn } from './synthesis.ts';

const AcknowledgedSchema = z.record(z.string(), z.string());

/** Every acknowledgement in an app: the rule without its finding, where it was acknowledged, and why. */
function acknowledgements(app: App): { rule: string; path: string; reason: string }[] {
  return app.node.findAll().flatMap(({ node }) =>
    node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) =>
        Object.entries(AcknowledgedSchema.parse(data)).map(([id, reason]) => ({
          rule: id.replace(/^Annotation::/, ''),
          path: node.path,
          reason,
        })),
      ),
  );
}

/** A stage with everything that the context can ask for. */
const whole = {
  stage: 'prod',
  certificateArn: certificateIn('eu-north-1'),
  alarmEmail: 'drift@insatskollen.example',
  identityProviders: [
    { name: 'EntraID', issuer: 'https://login.example/v2.0', clientId: 'insatskollen', secretName: 'entra' },
  ],
};

/** Getting the schemas ready takes seconds of work, and longer on a machine that does much else. */
const READY_WITHIN_MS = 240_000;

describe('the schemas of CloudFormation', { timeout: READY_WITHIN_MS }, () => {
  test('find every template right', () => {
    expect(() => appWith(whole, { checkTemplates: true }).synth()).not.toThrow();
  });

  test('stop synthesis at a template that is wrong', () => {
    const app = appWith({ stage: 'dev' }, { checkTemplates: true });
    const stack = new Stack(app, 'wrong', { env: { region: 'eu-north-1' } });
    new CfnResource(stack, 'Topic', { type: 'AWS::SNS::Topic', properties: { DisplayName: { no: 'text' } } });
    expect(() => app.synth()).toThrow(/DisplayName/);
  });
});

describe('the rules of AwsSolutions', () => {
  test('object to nothing in any stage, with or without what is optional', () => {
    expect(() => appWith().synth()).not.toThrow();
    expect(() => appWith(whole).synth()).not.toThrow();
  });

  test('stop synthesis at what they object to', () => {
    const app = appWith({ stage: 'dev' });
    new Bucket(new Stack(app, 'later', { env: { region: 'eu-north-1' } }), 'Open');
    expect(() => app.synth()).toThrow('The S3 Bucket has server access logs disabled');
  });

  test('are set aside in few places, each with its own reason', () => {
    const found = acknowledgements(appWith({ stage: 'prod' }));
    expect(found.map(({ rule, path }) => `${rule.replace(/\[.*/, '')} ${path}`).sort()).toEqual([
      'AwsSolutions-APIG2 insatskollen-prod/Api/RestApi',
      'AwsSolutions-APIG4 insatskollen-prod/Api/RestApi',
      'AwsSolutions-COG4 insatskollen-prod/Api/RestApi',
      'AwsSolutions-IAM4 insatskollen-prod/Api/LogRole',
      'AwsSolutions-IAM5 insatskollen-prod-notices/Imports/takeHandOvers/Role',
      'AwsSolutions-IAM5 insatskollen-prod-notices/Notices/takeStream/Role',
      'AwsSolutions-IAM5 insatskollen-prod-notices/Packs/takePacks/Role',
      'AwsSolutions-SMG4 insatskollen-prod/SignIn/ClientSecret',
      'AwsSolutions-SQS3 insatskollen-prod-notices/Notices/DeadLetters',
    ]);
    for (const { reason } of found) expect(reason).toMatch(/^[A-Z].{60,}\.$/);
    expect(new Set(found.map(({ reason }) => reason)).size).toBe(found.length);
  });

  test('would each object without the acknowledgement, so that none is left over', () => {
    const app = appWith({ stage: 'prod' });
    const expected = acknowledgements(app);
    const objections = new AwsSolutionsChecks().validateScope(withoutAcknowledgements(app)).violations;
    expect(new Set(objections.map(({ ruleName }) => ruleName))).toEqual(new Set(expected.map(({ rule }) => rule)));
    for (const { rule, path } of expected) {
      const at = objections.find(({ ruleName }) => ruleName === rule)?.violatingResources ?? [];
      expect(at.map(({ constructPath }) => constructPath?.startsWith(path))).toContain(true);
    }
  });
});

/** The same tree, whose metadata says nothing of acknowledgements. */
function withoutAcknowledgements(app: App): App {
  for (const construct of app.node.findAll())
    if (construct instanceof CfnResource || acknowledges(construct.node.metadata))
      Object.defineProperty(construct.node, 'metadata', { value: [] });
  return app;
}

const acknowledges = (metadata: { type: string }[]) =>
  metadata.some(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY);
