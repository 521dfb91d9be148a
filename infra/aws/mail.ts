import { CfnOutput } from 'aws-cdk-lib';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  MailFromBehaviorOnMxFailure,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { allowPublishing, customerKey } from './keys.ts';
import type { StageSettings } from './settings.ts';
import { tell } from './topic.ts';

type Sender = Pick<StageSettings, 'stage' | 'domain'>;

export const configurationSetName = ({ stage }: Sender): string => `insatskollen-${stage}`;
export const senderOf = ({ domain }: Sender): string => `no-reply@${domain}`;

/** The right to send mail as the stage's domain, always encrypted on the way, and word of what did not arrive. */
export class Mail extends Construct {
  constructor(scope: Construct, id: string, settings: StageSettings) {
    super(scope, id);
    const configurationSet = new ConfigurationSet(this, 'ConfigurationSet', {
      configurationSetName: configurationSetName(settings),
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    const identity = new EmailIdentity(this, 'Domain', {
      identity: Identity.domain(settings.domain),
      configurationSet,
      mailFromDomain: `retur.${settings.domain}`,
      mailFromBehaviorOnMxFailure: MailFromBehaviorOnMxFailure.REJECT_MESSAGE,
      feedbackForwarding: false, // the topic tells instead
    });
    const key = customerKey(this, 'Key', {
      description: 'Insatskollen: notices of mail that did not arrive',
      protect: settings.protect,
    });
    allowPublishing(key, 'ses');
    configurationSet.addEventDestination('Undelivered', {
      destination: EventDestination.snsTopic(
        tell(this, 'Bounces', 'Insatskollen: mail that did not arrive', key, settings),
      ),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT, EmailSendingEvent.REJECT],
    });
    identity.dkimRecords.forEach(({ name, value }, index) => {
      new CfnOutput(this, `Dkim${index + 1}`, { value: `${name} CNAME ${value}` });
    });
    new CfnOutput(this, 'MailFrom', {
      value: `retur.${settings.domain} MX 10 feedback-smtp.${settings.region}.amazonses.com, TXT "v=spf1 include:amazonses.com -all"`,
    });
  }
}
