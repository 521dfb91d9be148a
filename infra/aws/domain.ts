import { CfnOutput } from 'aws-cdk-lib';
import { EndpointType, SecurityPolicy, type RestApi } from 'aws-cdk-lib/aws-apigateway';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { Construct } from 'constructs';

/** Gives the API the name that people use. DNS is kept elsewhere: the output says what to point at. */
export function attachDomain(scope: Construct, restApi: RestApi, domain: string, certificateArn: string): void {
  const name = restApi.addDomainName('Domain', {
    domainName: domain,
    certificate: Certificate.fromCertificateArn(scope, 'Certificate', certificateArn),
    endpointType: EndpointType.REGIONAL,
    securityPolicy: SecurityPolicy.TLS_1_2,
  });
  new CfnOutput(scope, 'Dns', { value: `${domain} CNAME ${name.domainNameAliasDomainName}` });
}
