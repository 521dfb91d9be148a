import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { only, readable, templatesOf } from './synthesis.ts';

const OverridesSchema = z.array(z.object({ Name: z.string(), ActionToUse: z.record(z.string(), z.unknown()) }));
const RuleSchema = z.looseObject({
  Name: z.string(),
  Priority: z.number(),
  Statement: z.looseObject({
    ManagedRuleGroupStatement: z.object({ VendorName: z.string(), RuleActionOverrides: OverridesSchema }).optional(),
  }),
});

const BlockSchema = z.object({
  Block: z.object({
    CustomResponse: z.object({
      ResponseCode: z.number(),
      CustomResponseBodyKey: z.string(),
      ResponseHeaders: z.array(z.object({ Name: z.string(), Value: z.string() })),
    }),
  }),
});
const BodiesSchema = z.record(z.string(), z.object({ Content: z.string() }));

const { product } = templatesOf('prod');
const acl = only(product, 'AWS::WAFv2::WebACL').Properties;
const rules = z.array(RuleSchema).parse(acl['Rules']);
const ruleNamed = (name: string) => rules.find(({ Name }) => Name === name);

function answerOf(rule: string) {
  const { CustomResponse } = BlockSchema.parse(ruleNamed(rule)?.['Action']).Block;
  const body = BodiesSchema.parse(acl['CustomResponseBodies'])[CustomResponse.CustomResponseBodyKey];
  const { code } = z.object({ code: z.string() }).parse(JSON.parse(body?.Content ?? ''));
  const headers = Object.fromEntries(CustomResponse.ResponseHeaders.map(({ Name, Value }) => [Name, Value]));
  return { status: CustomResponse.ResponseCode, code, headers };
}

describe('the firewall before the gateway', () => {
  test('is regional, lets through what no rule stops, and stands before the stage', () => {
    expect(acl).toMatchObject({ Scope: 'REGIONAL', DefaultAction: { Allow: {} } });
    const association = only(product, 'AWS::WAFv2::WebACLAssociation').Properties;
    expect(readable(product, association['WebACLArn'])).toBe('<WAFv2::WebACL.Arn>');
    expect(readable(product, association['ResourceArn'])).toBe(
      'arn:aws:apigateway:eu-north-1::/restapis/<ApiGateway::RestApi>/stages/<ApiGateway::Stage>',
    );
  });

  test('has these rules, in this order', () => {
    expect(rules.map(({ Name, Priority }) => [Priority, Name])).toEqual([
      [0, 'TooMany'],
      [1, 'TooLarge'],
      [2, 'AWSManagedRulesAmazonIpReputationList'],
      [3, 'AWSManagedRulesKnownBadInputsRuleSet'],
      [4, 'AWSManagedRulesCommonRuleSet'],
    ]);
  });

  test('answers an address that asks too often, or a body too large, in words', () => {
    expect(ruleNamed('TooMany')?.Statement).toMatchObject({
      RateBasedStatement: { Limit: 10_000, AggregateKeyType: 'IP', EvaluationWindowSec: 300 },
    });
    expect(answerOf('TooMany')).toMatchObject({ status: 429, code: 'tooMany', headers: { 'Retry-After': '60' } });
    expect(answerOf('TooLarge')).toMatchObject({
      status: 413,
      code: 'tooLarge',
      headers: { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' },
    });
  });

  test('never stops a report for its length or its words', () => {
    const counted = rules.flatMap(({ Name, Statement }) =>
      (Statement.ManagedRuleGroupStatement?.RuleActionOverrides ?? []).map((override) => [
        Name,
        override.Name,
        Object.keys(override.ActionToUse),
      ]),
    );
    expect(counted).toEqual(
      ['SizeRestrictions_BODY', 'CrossSiteScripting_BODY', 'GenericLFI_BODY', 'GenericRFI_BODY'].map((rule) => [
        'AWSManagedRulesCommonRuleSet',
        rule,
        ['Count'],
      ]),
    );
  });

  test('logs what it stops and nothing else, without session, token or the code of an invitation', () => {
    const log = only(product, 'AWS::WAFv2::LoggingConfiguration').Properties;
    const destination = z.array(z.unknown()).parse(log['LogDestinationConfigs']);
    expect(destination.map((arn) => readable(product, arn))).toEqual([
      'arn:aws:logs:eu-north-1:<AWS::AccountId>:log-group:<Logs::LogGroup>',
    ]);
    expect(log).toMatchObject({
      RedactedFields: [
        { SingleHeader: { Name: 'authorization' } },
        { SingleHeader: { Name: 'cookie' } },
        { QueryString: {} },
      ],
      LoggingFilter: {
        DefaultBehavior: 'DROP',
        Filters: [{ Behavior: 'KEEP', Conditions: [{ ActionCondition: { Action: 'BLOCK' } }] }],
      },
    });
    expect(JSON.stringify(acl)).not.toContain('"SampledRequestsEnabled":true');
  });
});
