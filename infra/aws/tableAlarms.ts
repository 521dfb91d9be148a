import { MathExpression, Metric, Stats, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { Operation, type Table } from 'aws-cdk-lib/aws-dynamodb';
import { tableDefinition } from '@insatskollen/functions/table/definition.ts';
import { FIVE_MINUTES, reaches, type Watch } from './alarms.ts';

/** What the table refuses: an index that is behind hurts the writes of the whole table, so its throttling counts too. */
export function watchTable(watch: Watch, table: Table): void {
  const { tableName } = table;
  const places = [
    { TableName: tableName },
    ...tableDefinition.indexes.map(({ name }) => ({ TableName: tableName, GlobalSecondaryIndexName: name })),
  ];
  const throttled = places.flatMap((place) => [
    count('ReadThrottleEvents', place),
    count('WriteThrottleEvents', place),
  ]);
  watch('Throttled', {
    metric: total('Throttled requests', throttled),
    when: reaches(10),
    whoIsHurt: 'Those who save or approve are told to try again in a moment; nothing is lost.',
    firstStep:
      'See in the table’s metrics whether one operation or one index stands out, and whether someone loads much at once.',
  });
  watch('Conflicts', {
    metric: count('TransactionConflict', { TableName: tableName }),
    when: reaches(100),
    whoIsHurt:
      'Coordinators who approve in the same area at once, and reporters who submit then, wait or are told to try again.',
    firstStep:
      'See in the access log which report is written again and again: a client that retries without waiting is the usual cause.',
  });
  watch('Faults', {
    metric: table.metricSystemErrorsForOperations({
      operations: [
        Operation.GET_ITEM,
        Operation.BATCH_GET_ITEM,
        Operation.QUERY,
        Operation.PUT_ITEM,
        Operation.TRANSACT_WRITE_ITEMS,
      ],
      statistic: Stats.SUM,
      period: FIVE_MINUTES,
    }),
    when: reaches(5),
    whoIsHurt: 'Everyone: pages answer that the service cannot reach its data.',
    firstStep:
      'Look at the AWS Health Dashboard for DynamoDB in this region, and tell the coordinators that what was saved is kept.',
  });
}

const count = (metricName: string, dimensionsMap: Record<string, string>): Metric =>
  new Metric({ namespace: 'AWS/DynamoDB', metricName, dimensionsMap, statistic: Stats.SUM, period: FIVE_MINUTES });

/** The sum of several metrics, each 0 when it has nothing to say. */
function total(label: string, metrics: IMetric[]): IMetric {
  const named = metrics.map((metric, index) => [`m${index}`, metric] as const);
  return new MathExpression({
    label,
    expression: named.map(([name]) => `FILL(${name}, 0)`).join(' + '),
    usingMetrics: Object.fromEntries(named),
    period: FIVE_MINUTES,
  });
}
