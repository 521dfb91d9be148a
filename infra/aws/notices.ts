import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import {
  ConfigurationSet,
  ConfigurationSetEventDestination,
  EmailSendingEvent,
  EventDestination,
} from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Key } from 'aws-cdk-lib/aws-kms';
import {
  agreementKey,
  libraryPartition,
  searchChangesPartition,
  searchPartition,
} from '@insatskollen/functions/table/keys.ts';
import { Construct } from 'constructs';
import { NOTICES } from './assemble.ts';
import { feedFromStream } from './feed.ts';
import { Handler } from './handler.ts';
import { configurationSetName, senderOf } from './mail.ts';
import { runBySchedule } from './schedule.ts';
import { originOf, type StageSettings } from './settings.ts';
import type { ReportTable } from './table.ts';

/** Which items each handler reaches. A draft lies in none of these partitions: nothing that writes letters can read one. */
const people = ['PEOPLE', 'PREFERENCES', 'META'];
const letters = ['NOTICE#*', 'OUTBOX#*'];
const searchedIn = ['VERSION#*', 'AGREEMENT#*', 'RECORD#*', 'LIBRARY#*'];

interface Parts {
  folder: string;
  logGroup: LogGroup;
  key: Key;
  table: ReportTable;
}

/** Whoever tells people things: fed by the table's stream, by schedules, and by what SES tells of letters. */
export class Notices extends Construct {
  readonly stream: Handler;
  readonly teller: Handler;
  /** What was tried again and again and could not be taken care of. */
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, settings: StageSettings, { folder, logGroup, key, table }: Parts) {
    super(scope, id);
    const environment = {
      STAGE: settings.stage,
      APP_ORIGIN: originOf(settings),
      SENDER: senderOf(settings),
      CONFIGURATION_SET: configurationSetName(settings),
    };
    const handler = (called: string, description: string) =>
      new Handler(this, called, {
        description: `Insatskollen ${settings.stage}: ${description}`,
        folder,
        handler: `${NOTICES}.${called}`,
        logGroup,
        environment,
      });
    this.deadLetters = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(this.deadLetters).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'This is itself the queue of what could not be taken care of; an alarm tells of anything in it.',
    });

    this.stream = handler('takeStream', 'whom an event is news to, and what can be searched in');
    table.bindRowsTo(this.stream, {
      read: [...people, 'REPORT#*', ...searchedIn],
      write: [...letters, searchPartition, searchChangesPartition],
    });
    feedFromStream(this.stream, table, {
      // Drafts and all else are not handed over at all.
      only: [
        {
          eventName: ['INSERT'],
          dynamodb: { Keys: { pk: { S: [{ prefix: 'REPORT#' }] }, sk: { S: [{ prefix: 'EVENT#' }] } } },
        },
        { eventName: ['INSERT'], dynamodb: { Keys: { sk: { S: [{ prefix: 'FOR-REGION#' }] } } } },
        // What changes in what is searched in, beside the events of reports.
        { eventName: ['INSERT', 'MODIFY'], dynamodb: { Keys: { pk: { S: [{ prefix: 'RECORD#' }] } } } },
        { eventName: ['INSERT', 'MODIFY'], dynamodb: { Keys: { pk: { S: [libraryPartition('initiative')] } } } },
        {
          eventName: ['MODIFY'],
          dynamodb: { Keys: { pk: { S: [{ prefix: 'AGREEMENT#' }] }, sk: { S: [agreementKey('').sk] } } },
        },
      ],
      deadLetters: this.deadLetters,
      reason:
        'DynamoDB answers which streams there are for all tables or for none; their records are read of one alone.',
    });

    this.teller = handler('tell', 'digests and letters');
    table.bindRowsTo(this.teller, {
      read: ['PEOPLE', 'PREFERENCES', 'REPORT#*', 'LIBRARY#*'],
      write: ['META', ...letters],
      index: ['ACTOR#*', 'OUTBOX#*'],
    });
    this.teller.allow(this.#sending(settings));
    this.#schedule('Morning', 'cron(0 7 * * ? *)');
    this.#schedule('Letters', 'rate(5 minutes)');

    const told = handler('takeMailEvents', 'what became of letters');
    table.bindRowsTo(told, { read: ['PEOPLE', 'EMAIL#*'], write: ['UNDELIVERED', ...letters] });
    this.#listen(told, settings, key);
  }

  /** To send as the stage's own domain, from its one address. */
  #sending(settings: StageSettings): PolicyStatement {
    const { partition, region, account } = Stack.of(this);
    const ses = `arn:${partition}:ses:${region}:${account}`;
    return new PolicyStatement({
      sid: 'Send',
      actions: ['ses:SendEmail'],
      resources: [`${ses}:identity/${settings.domain}`, `${ses}:configuration-set/${configurationSetName(settings)}`],
      conditions: { StringEquals: { 'ses:FromAddress': senderOf(settings) } },
    });
  }

  #schedule(id: string, expression: string): void {
    const [run, { account }] = [this.teller.function.functionArn, Stack.of(this)];
    runBySchedule(this, id, { expression, run, deadLetters: this.deadLetters, account });
  }

  /** Has SES tell of each letter that it was taken, or did not arrive. */
  #listen(handler: Handler, settings: StageSettings, key: Key): void {
    const topic = new Topic(this, 'MailEvents', {
      displayName: 'Insatskollen: what became of letters',
      masterKey: key,
      enforceSSL: true,
    });
    topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'Ses',
        effect: Effect.ALLOW,
        principals: [new ServicePrincipal('ses.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    topic.addSubscription(new LambdaSubscription(handler.function, { deadLetterQueue: this.deadLetters }));
    const configurationSet = ConfigurationSet.fromConfigurationSetName(this, 'Set', configurationSetName(settings));
    new ConfigurationSetEventDestination(this, 'Told', {
      configurationSet,
      destination: EventDestination.snsTopic(topic),
      events: [
        EmailSendingEvent.SEND,
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
        EmailSendingEvent.REJECT,
      ],
    });
  }
}
