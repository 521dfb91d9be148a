import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

interface Scheduled {
  /** As EventBridge writes it: `cron(0 7 * * ? *)`. */
  expression: string;
  /** The function, by its ARN. */
  run: string;
  deadLetters: Queue;
  account: string;
}

/** Runs a function by the clock of Stockholm; what cannot be started lands in the queue. */
export function runBySchedule(
  scope: Construct,
  id: string,
  { expression, run, deadLetters, account }: Scheduled,
): void {
  const role = new Role(scope, `${id}Role`, {
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': account } },
    }),
  });
  role.addToPolicy(new PolicyStatement({ sid: 'Run', actions: ['lambda:InvokeFunction'], resources: [run] }));
  deadLetters.grantSendMessages(role);
  new CfnSchedule(scope, id, {
    scheduleExpression: expression,
    scheduleExpressionTimezone: 'Europe/Stockholm',
    flexibleTimeWindow: { mode: 'OFF' },
    target: { arn: run, roleArn: role.roleArn, deadLetterConfig: { arn: deadLetters.queueArn } },
  });
}
