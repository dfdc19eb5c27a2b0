import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, type HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import { lasting } from './lasting.ts';

/** The door: the form, the requests, the links in mails. */
export class LeadApi extends Construct {
  private readonly api: HttpApi;

  constructor(scope: Construct, id: string, props: { alarms: Alarms; logRetention: RetentionDays }) {
    super(scope, id);
    const { stackName } = Stack.of(this);
    // No CORS here: capture-lead answers it for the business's own origins, in the cloud as on one machine.
    this.api = new HttpApi(this, 'Api', { apiName: stackName, createDefaultStage: false });
    // Its address stands in every mail that went out.
    lasting(this.api, 'LeadApi');
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      // A busy business gets some ten requests a day, so nearly all of this is room. The largest honest rush is a mail
      // scanner that opens all links of a digest at once: 30 leads with two actions each, read by two people, is 120.
      // A flood is held at 20 a second: 1.7 million calls a day, a few dollars.
      throttle: { burstLimit: 150, rateLimit: 20 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          // Under vendedlogs for the reason given in `lead-lifecycle.ts`.
          new LogGroup(this, 'AccessLog', {
            logGroupName: `/aws/vendedlogs/apigateway/${stackName}`,
            retention: props.logRetention,
            removalPolicy: RemovalPolicy.DESTROY,
          }),
        ),
        format: accessLogFormat,
      },
    });
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason:
        'Visitors have no account: the form is public, and each link in a mail carries its own signature, which act-on-lead checks.',
    });
    props.alarms.add('lead-api-fails', {
      metric: this.api.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' }),
      errorImpact:
        'A request of a customer or a tap of the owner was answered with an error and may be lost.',
    });
  }

  /** `https://...`, without a slash at the end. */
  get address(): string {
    return this.api.apiEndpoint;
  }

  /** How calls were answered, for the dashboard. */
  get answers(): readonly IMetric[] {
    const hourly = { period: Duration.hours(1), statistic: 'Sum' };
    return [
      this.api.metricCount({ ...hourly, label: 'All' }),
      this.api.metricClientError({ ...hourly, label: 'Refused (4xx)' }),
      this.api.metricServerError({ ...hourly, label: 'Failed (5xx)' }),
    ];
  }

  route(path: string, methods: HttpMethod[], handler: IFunction): void {
    this.api.addRoutes({ path, methods, integration: new HttpLambdaIntegration('Integration', handler) });
  }
}

/** The route instead of the path, which holds tokens, and no address of the caller, which is personal data. */
const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    time: '$context.requestTime',
    route: '$context.routeKey',
    status: '$context.status',
    latencyMillis: '$context.responseLatency',
    responseBytes: '$context.responseLength',
    error: '$context.error.message',
    integrationError: '$context.integrationErrorMessage',
  }),
);
