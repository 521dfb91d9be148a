import { Duration } from 'aws-cdk-lib';
import { ComparisonOperator, Metric, Stats, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type LogGroup } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { HurtAlarm, type HurtAlarmProps } from './alarm.ts';
import type { PublicApi } from './api.ts';
import type { Firewall } from './firewall.ts';
import { configurationSetName } from './mail.ts';
import type { AppServer } from './server.ts';
import type { StageSettings } from './settings.ts';

export const FIVE_MINUTES = Duration.minutes(5);

export type Watch = (id: string, alarm: Omit<HurtAlarmProps, 'tell'>) => void;

/** Makes alarms in one place that all tell the same people. */
export const watchFrom =
  (scope: Construct, tell: ITopic): Watch =>
  (id, alarm) => {
    new HurtAlarm(scope, id, { ...alarm, tell });
  };

/** `of` periods in the last `within` reached the threshold. */
export const reaches = (threshold: number, of = 1, within = of): HurtAlarmProps['when'] => ({
  threshold,
  datapointsToAlarm: of,
  evaluationPeriods: within,
  comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
});

const sum = (metric: (options: { statistic: string; period: Duration }) => IMetric): IMetric =>
  metric({ statistic: Stats.SUM, period: FIVE_MINUTES });

/** What people meet at the front: answers that fail, are slow, or never come. */
export function watchFront(
  watch: Watch,
  settings: StageSettings,
  parts: { server: AppServer; api: PublicApi; firewall: Firewall; serverLog: LogGroup },
): void {
  const { server, api, firewall, serverLog } = parts;
  const unforeseen = serverLog.addMetricFilter('Unforeseen', {
    filterPattern: FilterPattern.stringValue('$.level', '=', 'error'),
    metricNamespace: 'Insatskollen',
    metricName: `${settings.stage}-unforeseen`,
  });
  watch('Unforeseen', {
    metric: sum((options) => unforeseen.metric(options)),
    when: reaches(1),
    whoIsHurt: 'Whoever asked just then got an error page; what they had saved before is kept.',
    firstStep:
      'Open the server’s log at that minute and look for lines with level error: they name the kind and the place.',
  });
  watch('Refused', {
    metric: sum((options) => api.restApi.metricServerError(options)),
    when: reaches(5),
    whoIsHurt: 'Reporters and coordinators see that the service does not answer; the form keeps what they have typed.',
    firstStep:
      'See in the access log whether serverStatus is set. If not, the server was not reached: look at its errors and throttles.',
  });
  watch('Slow', {
    metric: api.restApi.metricLatency({ statistic: Stats.percentile(95), period: FIVE_MINUTES }),
    when: reaches(2_000, 3),
    whoIsHurt: 'One in twenty waits over two seconds for a page, and autosave lags behind what is typed.',
    firstStep:
      'Compare ms with serverMs in the access log. If the server is slow, look at the table’s throttling and at its duration.',
  });
  watch('Crashes', {
    metric: sum((options) => server.function.metricErrors(options)),
    when: reaches(1, 2, 3),
    whoIsHurt: 'Those whose request was under way when the server stopped or ran out of time; they can send again.',
    firstStep:
      'Search the server’s log for “Task timed out” and “Runtime exited”. After a deployment: roll back, as the README says.',
  });
  watch('Full', {
    metric: sum((options) => server.function.metricThrottles(options)),
    when: reaches(1),
    whoIsHurt: 'Some are turned away because the server answers as many as it may at once.',
    firstStep:
      'See whether one address asks far more than others (access log). If many people do, raise concurrency in settings.ts.',
  });
  watch('NearlySlow', {
    metric: server.function.metricDuration({ statistic: Stats.percentile(95), period: FIVE_MINUTES }),
    when: reaches(1_500, 3),
    whoIsHurt: 'Nobody yet, but the server itself has become slower than it is made to be, before any queue.',
    firstStep: 'See in the access log which paths have a high serverMs, and whether that began with a deployment.',
  });
  watch('Flood', {
    metric: new Metric({
      namespace: 'AWS/WAFV2',
      metricName: 'BlockedRequests',
      dimensionsMap: { WebACL: firewall.name, Region: settings.region, Rule: 'TooMany' },
      statistic: Stats.SUM,
      period: FIVE_MINUTES,
    }),
    when: reaches(100),
    whoIsHurt: 'Everyone at one address, perhaps a whole organisation, is told that they ask too often.',
    firstStep:
      'Find the address in the firewall’s log. If it is one of the actors, raise requestsAnAddress in settings.ts.',
  });
}

/** Mail is how people are invited and get their codes; a provider that mistrusts us stops it for all. */
export function watchMail(watch: Watch, settings: StageSettings): void {
  const reputation = (metricName: string): IMetric =>
    new Metric({
      namespace: 'AWS/SES',
      metricName,
      dimensionsMap: { 'ses:configuration-set': configurationSetName(settings) },
      statistic: Stats.AVERAGE,
      period: Duration.hours(1),
    });
  watch('Bounces', {
    metric: reputation('Reputation.BounceRate'),
    when: reaches(0.05),
    whoIsHurt: 'People who were invited get no mail, and soon nobody does: at one in ten AWS stops all our mail.',
    firstStep:
      'Read the notices of mail that did not arrive and correct those addresses; invite nobody new until then.',
  });
  watch('Complaints', {
    metric: reputation('Reputation.ComplaintRate'),
    when: reaches(0.001),
    whoIsHurt: 'Someone has marked our mail as unwanted; if more do, AWS stops all our mail.',
    firstStep: 'Read the notices to see who, and ask their organisation whether the right people were invited.',
  });
}
