import { describe, expect, test } from 'vitest';
import { appWith, certificateIn, readable, resources, stacksOf, templatesOf } from './synthesis.ts';

describe('what whoever deploys may say', () => {
  test('nothing: all three stages, each under a name of its own', () => {
    const names = stacksOf(appWith()).map((stack) => stack.stackName);
    expect(names).toEqual(
      ['dev', 'test', 'prod'].flatMap((stage) => [
        `insatskollen-${stage}-mail`,
        `insatskollen-${stage}`,
        `insatskollen-${stage}-notices`,
      ]),
    );
  });

  test('one stage', () => {
    expect(stacksOf(appWith({ stage: 'test' })).map((stack) => stack.stackName)).toEqual([
      'insatskollen-test-mail',
      'insatskollen-test',
      'insatskollen-test-notices',
    ]);
    expect(() => appWith({ stage: 'production' })).toThrow(
      'There is no stage "production": choose one of dev, test, prod.',
    );
  });

  test('which domain people use: that of prod, or one for a stage', () => {
    const is = (Value: string) => ({ Address: { Value } });
    const addressOf = (stage: 'dev' | 'prod', context: Record<string, unknown>) => {
      const { product } = templatesOf(stage, context);
      return product.findOutputs('Address');
    };
    expect(addressOf('prod', { domain: 'uppfoljning.example' })).toEqual(is('https://uppfoljning.example'));
    expect(addressOf('dev', { domain: 'uppfoljning.example' })).toEqual(is('https://dev.uppfoljning.example'));
    expect(addressOf('dev', { 'domain:dev': 'prova.example' })).toEqual(is('https://prova.example'));
    expect(() => appWith({ domain: 'https://uppfoljning.example/' })).toThrow('as a host name');
    expect(() => appWith({ domain: '' })).toThrow('Say in the context which “domain” people use');
  });

  test('outside dev a stack cannot be deleted by a slip', () => {
    const protection = stacksOf(appWith()).map((stack) => [stack.stackName, stack.terminationProtection]);
    expect(protection).toEqual([
      ['insatskollen-dev-mail', false],
      ['insatskollen-dev', false],
      ['insatskollen-dev-notices', false],
      ['insatskollen-test-mail', true],
      ['insatskollen-test', true],
      ['insatskollen-test-notices', true],
      ['insatskollen-prod-mail', true],
      ['insatskollen-prod', true],
      ['insatskollen-prod-notices', true],
    ]);
  });

  test('a certificate: then the domain is attached, and is the only way in', () => {
    const { product } = templatesOf('prod', { certificateArn: certificateIn('eu-north-1') });
    expect(resources(product, 'AWS::ApiGateway::DomainName')[0]?.Properties).toMatchObject({
      DomainName: 'insatskollen.example',
      RegionalCertificateArn: certificateIn('eu-north-1'),
      SecurityPolicy: 'TLS_1_2',
      EndpointConfiguration: { Types: ['REGIONAL'] },
    });
    const mapping = resources(product, 'AWS::ApiGateway::BasePathMapping')[0]?.Properties;
    expect(mapping).not.toHaveProperty('BasePath');
    expect(readable(product, mapping?.['Stage'])).toBe('<ApiGateway::Stage>');
    expect(resources(product, 'AWS::ApiGateway::RestApi')[0]?.Properties['DisableExecuteApiEndpoint']).toBe(true);
  });

  test('no certificate: no domain, and the gateway’s own address to look at', () => {
    const { product } = templatesOf('dev');
    expect(resources(product, 'AWS::ApiGateway::DomainName')).toEqual([]);
    expect(resources(product, 'AWS::ApiGateway::RestApi')[0]?.Properties['DisableExecuteApiEndpoint']).toBe(false);
  });
});
