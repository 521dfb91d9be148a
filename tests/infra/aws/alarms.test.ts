import { HurtAlarm } from '@insatskollen/infra/aws/alarm.ts';
import { App, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { describe, expect, test } from 'vitest';
import { only, readable, resources, templatesOf } from './synthesis.ts';

const { product } = templatesOf('prod', { alarmEmail: 'drift@insatskollen.example' });
const alarms = resources(product, 'AWS::CloudWatch::Alarm').map(({ id, Properties }) => ({
  name: id.replace(/Alarm[0-9A-F]+$/, ''),
  ...Properties,
}));

describe('an alarm', () => {
  test.each(alarms)('$name says who is hurt and what to do first, in whole sentences', (alarm) => {
    const [hurt, step] = String((alarm as Record<string, unknown>)['AlarmDescription']).split('\n\n');
    expect(hurt).toMatch(/^Who is hurt: [A-Z].{30,}\.$/);
    expect(step).toMatch(/^First step: [A-Z].{30,}\.$/);
  });

  test.each(alarms)('$name tells the same people, also when it is over, and is silent where nobody asks', (alarm) => {
    const topic = { Ref: only(product, 'AWS::SNS::Topic').id };
    expect(alarm).toMatchObject({ AlarmActions: [topic], OKActions: [topic], TreatMissingData: 'notBreaching' });
  });

  test('that cannot say who is hurt is not made', () => {
    const stack = new Stack(new App(), 'silent');
    const made = (whoIsHurt: string, firstStep: string) => () =>
      new HurtAlarm(stack, `Alarm${whoIsHurt}${firstStep}`, {
        metric: new Metric({ namespace: 'n', metricName: 'm' }),
        when: { threshold: 1, evaluationPeriods: 1 },
        whoIsHurt,
        firstStep,
        tell: Topic.fromTopicArn(stack, `Topic${whoIsHurt}${firstStep}`, 'arn:aws:sns:eu-north-1:123456789012:alarms'),
      });
    expect(made('', 'Look.')).toThrow('does not say who is hurt');
    expect(made('Everyone.', ' ')).toThrow('does not say who is hurt');
    expect(made('Everyone.', 'Look.')).not.toThrow();
  });
});

describe('what is watched', () => {
  test('is what people meet, the table behind it, and their mail', () => {
    expect(alarms.map(({ name }) => name).sort()).toEqual([
      'Bounces',
      'Complaints',
      'Conflicts',
      'Crashes',
      'Faults',
      'Flood',
      'Full',
      'NearlySlow',
      'Refused',
      'Slow',
      'Throttled',
      'Unforeseen',
    ]);
  });

  test('an index that lags counts as the table that it slows', () => {
    const throttled = JSON.stringify(alarms.find(({ name }) => name === 'Throttled'));
    for (const index of ['gsi1', 'gsi2', 'gsi3']) expect(throttled).toContain(index);
  });

  test('an error that nobody foresaw is found in the server’s log by its level', () => {
    const filter = only(product, 'AWS::Logs::MetricFilter').Properties;
    expect(filter['FilterPattern']).toBe('{ $.level = "error" }');
    expect(filter['MetricTransformations']).toMatchObject([
      { MetricNamespace: 'Insatskollen', MetricName: 'prod-unforeseen', MetricValue: '1' },
    ]);
  });

  test('the limit that was watched is the one that was set', () => {
    const flood = JSON.stringify(alarms.find(({ name }) => name === 'Flood'));
    expect(flood).toContain('"Value":"insatskollen-prod"');
    expect(flood).toContain('"Value":"TooMany"');
    expect(only(product, 'AWS::WAFv2::WebACL').Properties).toMatchObject({
      Name: 'insatskollen-prod',
      VisibilityConfig: { MetricName: 'insatskollen-prod', CloudWatchMetricsEnabled: true },
    });
  });
});

describe('whoever is told', () => {
  test('gets mail', () => {
    expect(only(product, 'AWS::SNS::Subscription').Properties).toMatchObject({
      Protocol: 'email',
      Endpoint: 'drift@insatskollen.example',
    });
  });

  test('by a topic that is encrypted, and that only this account’s alarms publish to', () => {
    expect(readable(product, only(product, 'AWS::SNS::Topic').Properties['KmsMasterKeyId'])).toBe('<KMS::Key.Arn>');
    expect(only(product, 'AWS::SNS::TopicPolicy').Properties['PolicyDocument']).toMatchObject({
      Statement: [
        { Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
        {
          Sid: 'Alarms',
          Effect: 'Allow',
          Action: 'sns:Publish',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
        },
      ],
    });
  });
});
