import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { gatewayHeaders } from './gatewayAnswers.ts';

/** A rule without its place in the order, which its list gives it. */
type Rule = Omit<CfnWebACL.RuleProperty, 'priority'>;

const RATE_WINDOW_SECONDS = 300;
const RETRY_AFTER_SECONDS = '60';

/**
 * Bodies from 4 MB, as they say themselves, are refused here in words: beyond 4.5 MB (6 MB as the gateway writes them) they could not
 * reach the server. Between its own limits, 1 MB for the API and 3 MB for a form, and this one, the server refuses.
 */
export const FROM_4_MB = '^0*([4-9][0-9]{6}|[1-9][0-9]{7,})$';

export const measured = (metricName: string) => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false, // samples would keep headers and addresses where no redaction reaches
});

const headers = Object.entries(gatewayHeaders).map(([name, value]) => ({ name, value }));

export const rateRule = (limit: number): Rule => ({
  name: 'TooMany',
  statement: { rateBasedStatement: { limit, aggregateKeyType: 'IP', evaluationWindowSec: RATE_WINDOW_SECONDS } },
  action: {
    block: {
      customResponse: {
        responseCode: 429,
        customResponseBodyKey: 'tooMany',
        responseHeaders: [...headers, { name: 'Retry-After', value: RETRY_AFTER_SECONDS }],
      },
    },
  },
  visibilityConfig: measured('TooMany'),
});

export const sizeRule = (): Rule => ({
  name: 'TooLarge',
  statement: {
    regexMatchStatement: {
      fieldToMatch: { singleHeader: { Name: 'content-length' } },
      regexString: FROM_4_MB,
      textTransformations: [{ priority: 0, type: 'NONE' }],
    },
  },
  action: {
    block: { customResponse: { responseCode: 413, customResponseBodyKey: 'tooLarge', responseHeaders: headers } },
  },
  visibilityConfig: measured('TooLarge'),
});

/**
 * A group of rules that AWS keeps. Those in `onlyCounted` do not stop anything: they look at bodies, which here are people's own words
 * and whole reports. A report may be longer than 8 KB and may quote an address, a path or a tag; stopping it would lose what someone
 * wrote. The server takes bodies as data (a schema before anything else, a content security policy after) and opens no address in them.
 */
export const takenFromAws = (name: string, onlyCounted: string[] = []): Rule => ({
  name,
  statement: {
    managedRuleGroupStatement: {
      vendorName: 'AWS',
      name,
      ruleActionOverrides: onlyCounted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
    },
  },
  overrideAction: { none: {} },
  visibilityConfig: measured(name),
});
