import { commentKey, commentOfEvent, draftKey, eventKey } from '@insatskollen/functions/table/keys.ts';
import { sesMailer } from '@insatskollen/infra/server/sesMailer.ts';
import { MailRefused } from '@insatskollen/functions/notices/mailer.ts';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { only, resources, templatesOf } from './synthesis.ts';

const { notices, product } = templatesOf('prod', { alarmEmail: 'drift@insatskollen.example' });
const listed = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);

const StatementSchema = z.object({
  Sid: z.string().optional(),
  Action: z.union([z.string(), z.array(z.string())]),
  Resource: z.unknown(),
  Condition: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
});
const PolicySchema = z.object({ Statement: z.array(StatementSchema) });

/** What one of the handlers may do. */
function grantsOf(handler: string) {
  const policy = resources(notices, 'AWS::IAM::Policy').find(({ id }) => id.startsWith(`Notices${handler}Role`));
  return PolicySchema.parse(policy?.Properties['PolicyDocument']).Statement;
}
const partitionsOf = (handler: string, sid: string): unknown =>
  grantsOf(handler).find(({ Sid }) => Sid === sid)?.Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'];

const letters = ['NOTICE#*', 'OUTBOX#*'];
const searchedIn = ['VERSION#*', 'AGREEMENT#*', 'RECORD#*', 'LIBRARY#*'];
const search = ['SEARCH', 'SEARCH#CHANGES'];
const handlers = ['takeStream', 'tell', 'takeMailEvents'];

describe('the stream', () => {
  const mapping = resources(notices, 'AWS::Lambda::EventSourceMapping').find(({ id }) =>
    id.startsWith('Notices'),
  )?.Properties;

  test('is taken by parts, halved where it fails, and given up into a queue', () => {
    expect(mapping).toMatchObject({
      BatchSize: 100,
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumRetryAttempts: 20,
      StartingPosition: 'TRIM_HORIZON',
      DestinationConfig: {
        OnFailure: { Destination: { 'Fn::GetAtt': [only(notices, 'AWS::SQS::Queue').id, 'Arn'] } },
      },
    });
  });

  test('hands over events of reports, comments, and what else is searched in: nothing else, a draft least of all', () => {
    const FilterSchema = z.object({ Filters: z.array(z.object({ Pattern: z.string() })) });
    const { Filters } = FilterSchema.parse(mapping?.['FilterCriteria']);
    const text = (S: unknown) => ({ S: [S] });
    const beginning = (prefix: string) => text({ prefix });
    expect(Filters.map(({ Pattern }): unknown => JSON.parse(Pattern))).toEqual([
      { eventName: ['INSERT'], dynamodb: { Keys: { pk: beginning('REPORT#'), sk: beginning('EVENT#') } } },
      { eventName: ['INSERT'], dynamodb: { Keys: { sk: beginning('FOR-REGION#') } } },
      { eventName: ['INSERT', 'MODIFY'], dynamodb: { Keys: { pk: beginning('RECORD#') } } },
      { eventName: ['INSERT', 'MODIFY'], dynamodb: { Keys: { pk: text('LIBRARY#initiative') } } },
      { eventName: ['MODIFY'], dynamodb: { Keys: { pk: beginning('AGREEMENT#'), sk: text('CURRENT') } } },
    ]);
    const comment = commentKey({ agreementId: 'almi', period: null }, '2026-11-20T07:00:00.000Z', 'c1');
    expect(comment.sk).toMatch(/^FOR-REGION#/);
    expect(commentOfEvent(comment)).toEqual({ about: { agreementId: 'almi', period: null }, id: 'c1' });
    expect(eventKey('almi', '2026-Q3', 1)).toMatchObject({ pk: 'REPORT#almi#2026-Q3', sk: 'EVENT#000001' });
    expect(draftKey('almi', '2026-Q3').pk).not.toMatch(/^REPORT#/);
  });
});

describe('whoever tells people things', () => {
  test('reaches exactly these items', () => {
    expect(handlers.map((handler) => [partitionsOf(handler, 'Read'), partitionsOf(handler, 'Write')])).toEqual([
      [
        ['PEOPLE', 'PREFERENCES', 'META', 'REPORT#*', ...searchedIn, ...letters, ...search],
        [...letters, ...search],
      ],
      [
        ['PEOPLE', 'PREFERENCES', 'REPORT#*', 'LIBRARY#*', 'META', ...letters],
        ['META', ...letters],
      ],
      [
        ['PEOPLE', 'EMAIL#*', 'UNDELIVERED', ...letters],
        ['UNDELIVERED', ...letters],
      ],
    ]);
    expect(partitionsOf('tell', 'Indexes')).toEqual(['ACTOR#*', 'OUTBOX#*']);
  });

  test.each(handlers)('has no right to the table without such a limit, and none to a draft: %s', (handler) => {
    for (const { Action, Condition } of grantsOf(handler)) {
      if (!listed(Action).some((action) => /^dynamodb:(?:\w+Item|Query)$/.test(action))) continue;
      const keys = z.array(z.string()).parse(Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys']);
      expect(keys.length).toBeGreaterThan(0);
      for (const key of keys) expect(key).not.toMatch(/^(?:\*|D)/);
    }
    expect(JSON.stringify(grantsOf(handler))).not.toMatch(/Scan|dynamodb:\*|"\*:/);
  });

  test('alone may send mail, from the stage’s one address', () => {
    const sending = handlers.flatMap((handler) =>
      grantsOf(handler).flatMap(({ Action, Condition }) =>
        listed(Action).some((action) => action.startsWith('ses:')) ? [[handler, Action, Condition]] : [],
      ),
    );
    expect(sending).toEqual([
      ['tell', 'ses:SendEmail', { StringEquals: { 'ses:FromAddress': 'no-reply@insatskollen.example' } }],
    ]);
    expect(JSON.stringify(product.toJSON())).not.toContain('ses:Send');
  });

  test('runs every morning at seven in Stockholm, and every five minutes for letters', () => {
    const own = resources(notices, 'AWS::Scheduler::Schedule').filter(({ id }) => id.startsWith('Notices'));
    const schedules = own.map(({ Properties }) => [
      Properties['ScheduleExpression'],
      Properties['ScheduleExpressionTimezone'],
    ]);
    expect(schedules).toEqual([
      ['cron(0 7 * * ? *)', 'Europe/Stockholm'],
      ['rate(5 minutes)', 'Europe/Stockholm'],
    ]);
  });

  test('hears from SES of each letter, by a topic that is encrypted', () => {
    expect(only(notices, 'AWS::SES::ConfigurationSetEventDestination').Properties['EventDestination']).toMatchObject({
      MatchingEventTypes: ['send', 'delivery', 'bounce', 'complaint', 'reject'],
    });
    for (const { Properties } of resources(notices, 'AWS::SNS::Topic'))
      expect(Properties['KmsMasterKeyId']).toBeDefined();
    expect(
      resources(notices, 'AWS::SNS::Subscription')
        .map(({ Properties }) => Properties['Protocol'])
        .sort(),
    ).toEqual(['email', 'lambda']);
  });

  test('is watched: what was given up, what is behind, what fails, each with who is hurt', () => {
    const alarms = resources(notices, 'AWS::CloudWatch::Alarm');
    expect(alarms.map(({ id }) => id.replace(/Alarm[0-9A-F]+$/, '')).sort()).toEqual([
      'Behind',
      'GivenUp',
      'Unfetched',
      'Unmade',
      'Unread',
      'Untold',
    ]);
    for (const { Properties } of alarms)
      expect(Properties['AlarmDescription']).toMatch(/^Who is hurt: [A-Z].{30,}\.\n\nFirst step: [A-Z].{30,}\.$/);
  });
});

describe('a letter to SES', () => {
  const mail = {
    id: 'digest-anna-2026-11-20',
    to: 'anna@almi.example',
    replyTo: null,
    subject: 'Å',
    text: 't',
    html: '<p>',
  };
  const asked: { address: string; headers: Record<string, string>; body: unknown }[] = [];
  const mailer = (status: number, kind = '') =>
    sesMailer(
      {
        region: 'eu-north-1',
        sender: 'no-reply@insatskollen.example',
        configurationSet: 'insatskollen-prod',
        credentials: () => ({ accessKeyId: 'AKID', secretAccessKey: 'secret', sessionToken: 'token' }),
        now: () => new Date('2026-11-20T06:00:00Z'),
      },
      async (address, { headers, body }) => {
        asked.push({ address, headers, body: JSON.parse(body) });
        return new Response('{}', { status, headers: { 'x-amzn-errortype': kind } });
      },
    );

  test('is signed, from the stage’s address, and carries its id', async () => {
    await mailer(200).send(mail);
    const [{ address, headers, body } = { address: '', headers: {}, body: {} }] = asked;
    expect(address).toBe('https://email.eu-north-1.amazonaws.com/v2/email/outbound-emails');
    expect(headers['authorization']).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKID\/20261120\/eu-north-1\/ses\/aws4_request, SignedHeaders=content-type;host;x-amz-date;x-amz-security-token, Signature=[0-9a-f]{64}$/,
    );
    expect(body).toMatchObject({
      FromEmailAddress: 'Insatskollen <no-reply@insatskollen.example>',
      Destination: { ToAddresses: ['anna@almi.example'] },
      ConfigurationSetName: 'insatskollen-prod',
      EmailTags: [{ Name: 'outbox', Value: 'digest-anna-2026-11-20' }],
    });
  });

  test('that is refused for good is told from one that may be taken later', async () => {
    await expect(mailer(400, 'MessageRejected').send(mail)).rejects.toThrow(MailRefused);
    await expect(mailer(429, 'TooManyRequestsException').send(mail)).rejects.not.toThrow(MailRefused);
  });
});
