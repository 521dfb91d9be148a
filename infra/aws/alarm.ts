import { Alarm, TreatMissingData, type CreateAlarmOptions, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

export interface HurtAlarmProps {
  metric: IMetric;
  when: Pick<CreateAlarmOptions, 'threshold' | 'evaluationPeriods' | 'datapointsToAlarm' | 'comparisonOperator'>;
  /** Who notices and what they cannot do, as one would say it to them. */
  whoIsHurt: string;
  /** The first thing for whoever reads it to do, at night, without having built this. */
  firstStep: string;
  tell: ITopic;
}

/** An alarm that says who is hurt and what to do first. One that cannot say so is not worth waking anyone for. */
export class HurtAlarm extends Construct {
  constructor(scope: Construct, id: string, { metric, when, whoIsHurt, firstStep, tell }: HurtAlarmProps) {
    super(scope, id);
    for (const text of [whoIsHurt, firstStep])
      if (text.trim() === '') throw new Error(`${this.node.path} does not say who is hurt and what to do first.`);
    const alarm = new Alarm(this, 'Alarm', {
      metric,
      ...when,
      alarmDescription: `Who is hurt: ${whoIsHurt}\n\nFirst step: ${firstStep}`,
      treatMissingData: TreatMissingData.NOT_BREACHING, // nobody asking is nobody hurt
    });
    const action = new SnsAction(tell);
    alarm.addAlarmAction(action);
    alarm.addOkAction(action);
  }
}
