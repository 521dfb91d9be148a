import { Validations } from 'aws-cdk-lib';
import { EventSourceMapping, FilterCriteria, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Handler } from './handler.ts';
import type { ReportTable } from './table.ts';

interface Feed {
  /** What is handed over: whatever fits one of these, as EventBridge writes patterns. */
  only: Record<string, unknown>[];
  /** Where what was tried again and again goes. */
  deadLetters: Queue;
  /** Why naming no stream in the grant is right, said by whoever is fed. */
  reason: string;
}

/** Feeds a handler from the table's stream: in order, by parts, halved where it fails, and given up into a queue. */
export function feedFromStream(handler: Handler, table: ReportTable, { only, deadLetters, reason }: Feed): void {
  const eventSourceArn = table.bindStreamTo(handler);
  Validations.of(handler.role).acknowledge({ id: 'AwsSolutions-IAM5[Resource::*]', reason });
  const mapping = new EventSourceMapping(handler, 'Stream', {
    target: handler.function,
    eventSourceArn,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 100,
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    retryAttempts: 20,
    onFailure: new SqsDlq(deadLetters),
    filters: only.map((one) => FilterCriteria.filter(one)),
  });
  mapping.node.addDependency(handler.role);
}
