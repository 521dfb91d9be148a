import { FROM_4_MB } from '@insatskollen/infra/aws/firewallRules.ts';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { only, readable, resources, templatesOf } from './synthesis.ts';

const { product } = templatesOf('prod');

describe('the server that is deployed', () => {
  const { Properties: server } = only(product, 'AWS::Lambda::Function');

  test('is the built server behind the Lambda Web Adapter, on Node 24 and arm64', () => {
    expect(server).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'run.sh',
      Layers: ['arn:aws:lambda:eu-north-1:753240598075:layer:LambdaAdapterLayerArm64:30'],
      ReservedConcurrentExecutions: 100,
      MemorySize: 1769,
    });
  });

  test('sends what it sends as it is made, for as long as the gateway waits', () => {
    const methods = resources(product, 'AWS::ApiGateway::Method').map(({ Properties }) => Properties);
    for (const method of methods)
      expect(method).toMatchObject({
        Integration: { ResponseTransferMode: 'STREAM', TimeoutInMillis: Number(server['Timeout']) * 1000 },
      });
    expect(JSON.stringify(methods)).toContain('/response-streaming-invocations');
  });

  test('is told where it is and whom to ask, and no secret', () => {
    const { Variables } = z.object({ Variables: z.record(z.string(), z.unknown()) }).parse(server['Environment']);
    const told = Object.fromEntries(Object.entries(Variables).map(([name, value]) => [name, readable(product, value)]));
    expect(told).toEqual({
      AWS_LAMBDA_EXEC_WRAPPER: '/opt/bootstrap',
      AWS_LWA_PORT: '8080',
      AWS_LWA_INVOKE_MODE: 'response_stream',
      AWS_LWA_READINESS_CHECK_PATH: '/api/health',
      AWS_LWA_READINESS_CHECK_HEALTHY_STATUS: '200-599',
      PORT: '8080',
      STAGE: 'prod',
      APP_ORIGIN: 'https://insatskollen.example',
      TABLE_NAME: '<DynamoDB::Table>',
      OPENID_ISSUER: 'https://cognito-idp.eu-north-1.amazonaws.com/<Cognito::UserPool>',
      OPENID_CLIENT_ID: '<Cognito::UserPoolClient>',
      OPENID_CLIENT_SECRET_ARN: '<SecretsManager::Secret>',
    });
  });
});

describe('the gateway', () => {
  test('is regional and lets every type through as it is', () => {
    expect(only(product, 'AWS::ApiGateway::RestApi').Properties).toMatchObject({
      EndpointConfiguration: { Types: ['REGIONAL'] },
      BinaryMediaTypes: ['*/*'],
    });
  });

  test('gives every path and method to the server', () => {
    const methods = resources(product, 'AWS::ApiGateway::Method').map(({ Properties }) => Properties);
    expect(methods).toHaveLength(2);
    for (const method of methods)
      expect(method).toMatchObject({
        HttpMethod: 'ANY',
        Integration: { Type: 'AWS_PROXY', IntegrationHttpMethod: 'POST' },
      });
    expect(only(product, 'AWS::ApiGateway::Resource').Properties['PathPart']).toBe('{proxy+}');
  });

  test('limits how fast it is asked, traces, and never logs what people write', () => {
    expect(only(product, 'AWS::ApiGateway::Stage').Properties).toMatchObject({
      TracingEnabled: true,
      MethodSettings: [
        {
          HttpMethod: '*',
          ResourcePath: '/*',
          LoggingLevel: 'ERROR',
          DataTraceEnabled: false,
          MetricsEnabled: true,
          ThrottlingRateLimit: 200,
          ThrottlingBurstLimit: 500,
        },
      ],
    });
  });

  test('writes one line a request, without query, headers or body', () => {
    const stage = only(product, 'AWS::ApiGateway::Stage').Properties['AccessLogSetting'];
    const { Format } = z.object({ Format: z.string() }).parse(stage);
    const line = z.record(z.string(), z.string()).parse(JSON.parse(Format));
    expect(line).toMatchObject({
      address: '$context.identity.sourceIp',
      path: '$context.path',
      status: '$context.status',
    });
    for (const value of Object.values(line)) expect(value).toMatch(/^\$context\.[A-Za-z.]+$/);
  });

  test('its own answers carry the headers of safety and words in both languages', () => {
    const answers = resources(product, 'AWS::ApiGateway::GatewayResponse').map(({ Properties }) => Properties);
    const said = answers.map(({ ResponseType, StatusCode }) => `${String(ResponseType)} ${String(StatusCode)}`);
    expect(said.sort()).toEqual([
      'DEFAULT_4XX 400',
      'DEFAULT_5XX 503',
      'REQUEST_TOO_LARGE 413',
      'THROTTLED 429',
      'WAF_FILTERED 403',
    ]);
    for (const answer of answers) {
      expect(answer['ResponseParameters']).toMatchObject({
        'gatewayresponse.header.Strict-Transport-Security': "'max-age=63072000; includeSubDomains'",
        'gatewayresponse.header.X-Content-Type-Options': "'nosniff'",
        'gatewayresponse.header.Cache-Control': "'no-store'",
        'gatewayresponse.header.X-Frame-Options': "'DENY'",
      });
      const [body] = Object.values(z.record(z.string(), z.string()).parse(answer['ResponseTemplates']));
      const { status, detail } = z.object({ status: z.number(), detail: z.string() }).parse(JSON.parse(body ?? ''));
      expect(String(status)).toBe(answer['StatusCode']);
      expect(detail).toMatch(/[åäö].*\b(?:the|Too many|What was)\b/i);
    }
  });

  test('says when to come back where that helps', () => {
    const withTime = resources(product, 'AWS::ApiGateway::GatewayResponse')
      .filter(({ Properties }) => JSON.stringify(Properties['ResponseParameters']).includes('Retry-After'))
      .map(({ Properties }) => Properties['ResponseType']);
    expect(withTime.sort()).toEqual(['DEFAULT_5XX', 'THROTTLED']);
  });
});

describe('bodies from 4 MB are stopped before the server, which could not be given them', () => {
  const stopped = new RegExp(FROM_4_MB);
  test.each([['4000000'], ['9999999'], ['10485760'], ['0004194304']])('%s bytes are stopped', (length) => {
    expect(stopped.test(length)).toBe(true);
  });
  test.each([['0'], ['8193'], ['1048577'], ['2097152'], ['3145728'], ['3999999'], ['not a number']])(
    '%s bytes are the server’s to answer',
    (length) => {
      expect(stopped.test(length)).toBe(false);
    },
  );
});
