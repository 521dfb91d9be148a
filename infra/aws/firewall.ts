import { ArnFormat, Stack } from 'aws-cdk-lib';
import { CfnLoggingConfiguration, CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { sizeRule, measured, rateRule, takenFromAws } from './firewallRules.ts';
import { problemDocument } from './gatewayAnswers.ts';
import type { StageSettings } from './settings.ts';

/**
 * A regional web ACL before the API. It turns away whoever floods us, addresses known for attacks, and requests that are attacks
 * whatever they say; what people write in reports is not its business (see `firewallRules.ts`).
 */
export class Firewall extends Construct {
  readonly acl: CfnWebACL;
  /** Also the name of its metrics. */
  readonly name: string;

  constructor(scope: Construct, id: string, settings: StageSettings, logGroup: LogGroup) {
    super(scope, id);
    this.name = `insatskollen-${settings.stage}`;
    const rules = [
      rateRule(settings.requestsAnAddress),
      sizeRule(),
      takenFromAws('AWSManagedRulesAmazonIpReputationList'),
      takenFromAws('AWSManagedRulesKnownBadInputsRuleSet'),
      takenFromAws('AWSManagedRulesCommonRuleSet', [
        'SizeRestrictions_BODY',
        'CrossSiteScripting_BODY',
        'GenericLFI_BODY',
        'GenericRFI_BODY',
      ]),
    ];
    this.acl = new CfnWebACL(this, 'Acl', {
      name: this.name,
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      visibilityConfig: measured(this.name),
      customResponseBodies: {
        tooMany: { contentType: 'APPLICATION_JSON', content: problemDocument('tooMany') },
        tooLarge: { contentType: 'APPLICATION_JSON', content: problemDocument('tooLarge') },
      },
      rules: rules.map((rule, priority) => ({ ...rule, priority })),
    });
    this.#log(logGroup);
  }

  protect(id: string, resourceArn: string): void {
    new CfnWebACLAssociation(this, id, { webAclArn: this.acl.attrArn, resourceArn });
  }

  /**
   * Logs what was stopped. What was only counted is left out, since its entry would quote what someone wrote in a report. Secrets travel
   * in these headers and in the address of an invitation.
   */
  #log(logGroup: LogGroup): void {
    new CfnLoggingConfiguration(this, 'Log', {
      resourceArn: this.acl.attrArn,
      logDestinationConfigs: [arnOf(logGroup)],
      redactedFields: [
        { singleHeader: { Name: 'authorization' } },
        { singleHeader: { Name: 'cookie' } },
        { queryString: {} },
      ],
      loggingFilter: {
        DefaultBehavior: 'DROP',
        Filters: [
          {
            Behavior: 'KEEP',
            Requirement: 'MEETS_ANY',
            Conditions: [{ ActionCondition: { Action: 'BLOCK' } }],
          },
        ],
      },
    });
  }
}

/** The group itself: its own ARN ends with a pattern for what is in it, which a destination may not. */
const arnOf = (logGroup: LogGroup): string =>
  Stack.of(logGroup).formatArn({
    service: 'logs',
    resource: 'log-group',
    resourceName: logGroup.logGroupName,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
