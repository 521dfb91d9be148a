import { Validations } from 'aws-cdk-lib';
import {
  AccessLogField,
  AccessLogFormat,
  CfnAccount,
  EndpointType,
  LambdaIntegration,
  LogGroupLogDestination,
  MethodLoggingLevel,
  ResponseTransferMode,
  RestApi,
} from 'aws-cdk-lib/aws-apigateway';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { answerInOurWords } from './gatewayAnswers.ts';
import type { Logs } from './logs.ts';
import { LONGEST_ANSWER, type AppServer } from './server.ts';
import type { StageSettings } from './settings.ts';

/** The public front: a regional REST API that gives every request to the server, whatever its path and type. */
export class PublicApi extends Construct {
  readonly restApi: RestApi;

  constructor(
    scope: Construct,
    id: string,
    settings: StageSettings,
    parts: { server: AppServer; accessLog: LogGroup; logs: Logs },
  ) {
    super(scope, id);
    this.restApi = new RestApi(this, 'RestApi', {
      restApiName: `insatskollen-${settings.stage}`,
      description: `Insatskollen ${settings.stage}`,
      endpointTypes: [EndpointType.REGIONAL],
      binaryMediaTypes: ['*/*'], // the server compresses, and serves fonts: nothing may be read as text on the way
      // With a domain there is one way in, and it is the one whose name cookies and the sign-in service know.
      disableExecuteApiEndpoint: settings.certificateArn !== undefined,
      cloudWatchRole: false, // ours below says what it may do
      deployOptions: {
        stageName: settings.stage,
        accessLogDestination: new LogGroupLogDestination(parts.accessLog),
        accessLogFormat: accessLine(),
        loggingLevel: MethodLoggingLevel.ERROR,
        dataTraceEnabled: false, // would log what people write
        metricsEnabled: true,
        tracingEnabled: true,
        throttlingRateLimit: settings.requestsASecond,
        throttlingBurstLimit: settings.burst,
      },
      // As it is made: a file of a hundred thousand reports is larger, and takes longer, than a gateway holds back.
      defaultIntegration: new LambdaIntegration(parts.server.function, {
        allowTestInvoke: false,
        responseTransferMode: ResponseTransferMode.STREAM,
        timeout: LONGEST_ANSWER,
      }),
    });
    this.restApi.root.addMethod('ANY');
    this.restApi.root.addProxy();
    answerInOurWords(this.restApi);
    this.#writeLogs(settings, parts.logs);
    this.#sayWhatTheServerDoes();
  }

  get stageArn(): string {
    return this.restApi.deploymentStage.stageArn;
  }

  /** The gateway writes logs by a role of the account, the same for every API in the region; and its own errors to a group it names itself. */
  #writeLogs(settings: StageSettings, logs: Logs): void {
    const role = new Role(this, 'LogRole', {
      assumedBy: new ServicePrincipal('apigateway.amazonaws.com'),
      managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName('service-role/AmazonAPIGatewayPushToCloudWatchLogs')],
    });
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]',
      reason: 'The gateway checks for exactly the rights of this policy, which AWS keeps; they concern logs alone.',
    });
    const account = new CfnAccount(this, 'LogAccount', { cloudWatchRoleArn: role.roleArn });
    const errors = logs.group(this, 'Errors', `API-Gateway-Execution-Logs_${this.restApi.restApiId}/${settings.stage}`);
    this.restApi.deploymentStage.node.addDependency(account, errors);
  }

  #sayWhatTheServerDoes(): void {
    Validations.of(this.restApi).acknowledge(
      {
        id: 'AwsSolutions-APIG2',
        reason:
          'The server checks every request against its schema, after who may ask: pages and API share one address.',
      },
      {
        id: 'AwsSolutions-APIG4',
        reason: 'The server finds out who asks, by session or token; pages for signing in must be open to all.',
      },
      {
        id: 'AwsSolutions-COG4',
        reason:
          'Sessions are the server’s own, so that they end at once when someone leaves; no token of the user pool reaches it.',
      },
    );
  }
}

/** One line for each request: never the query (an invitation's code lies there), headers or body. */
function accessLine(): AccessLogFormat {
  return AccessLogFormat.custom(
    JSON.stringify({
      requestId: AccessLogField.contextRequestId(),
      at: AccessLogField.contextRequestTimeEpoch(),
      address: AccessLogField.contextIdentitySourceIp(),
      method: AccessLogField.contextHttpMethod(),
      path: AccessLogField.contextPath(),
      status: AccessLogField.contextStatus(),
      bytes: AccessLogField.contextResponseLength(),
      ms: AccessLogField.contextResponseLatency(),
      serverMs: AccessLogField.contextIntegrationLatency(),
      serverStatus: AccessLogField.contextIntegrationStatus(),
      fault: AccessLogField.contextErrorResponseType(),
      firewall: AccessLogField.contextWafStatus(),
      trace: AccessLogField.contextXrayTraceId(),
    }),
  );
}
