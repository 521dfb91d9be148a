import { describe, expect, test } from 'vitest';
import { only, readable, resources, templatesOf } from './synthesis.ts';

const { mail } = templatesOf('prod', { alarmEmail: 'drift@insatskollen.example' });

describe('mail from the stage’s own domain', () => {
  test('is signed for the domain, and comes back to it', () => {
    expect(only(mail, 'AWS::SES::EmailIdentity').Properties).toMatchObject({
      EmailIdentity: 'insatskollen.example',
      MailFromAttributes: { MailFromDomain: 'retur.insatskollen.example', BehaviorOnMxFailure: 'REJECT_MESSAGE' },
    });
  });

  test('is encrypted on its way, and not sent again to who did not get it or did not want it', () => {
    expect(only(mail, 'AWS::SES::ConfigurationSet').Properties).toMatchObject({
      Name: 'insatskollen-prod',
      DeliveryOptions: { TlsPolicy: 'REQUIRE' },
      ReputationOptions: { ReputationMetricsEnabled: true },
      SuppressionOptions: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
    });
  });

  test('what did not arrive is told to whoever looks after the stage, encrypted', () => {
    const destination = only(mail, 'AWS::SES::ConfigurationSetEventDestination').Properties['EventDestination'];
    expect(destination).toMatchObject({ Enabled: true, MatchingEventTypes: ['bounce', 'complaint', 'reject'] });
    const topic = only(mail, 'AWS::SNS::Topic');
    expect(readable(mail, topic.Properties['KmsMasterKeyId'])).toBe('<KMS::Key.Arn>');
    expect(only(mail, 'AWS::SNS::Subscription').Properties).toMatchObject({
      Protocol: 'email',
      Endpoint: 'drift@insatskollen.example',
      TopicArn: { Ref: topic.id },
    });
  });

  test('says which records the domain needs', () => {
    expect(Object.keys(mail.findOutputs('*'))).toHaveLength(4);
    expect(JSON.stringify(mail.findOutputs('*'))).toContain('MX 10 feedback-smtp.eu-north-1.amazonses.com');
  });

  test('nobody is told where nobody is named', () => {
    expect(resources(templatesOf('dev').mail, 'AWS::SNS::Subscription')).toEqual([]);
  });
});
