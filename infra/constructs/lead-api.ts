import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  type CfnRoute,
  type CfnStage,
  HttpApi,
  type HttpMethod,
  type HttpRoute,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { type IMetric, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, LogGroup, MetricFilter, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import { lasting } from './lasting.ts';

/** Calls a second that go through on average, and how many at once. */
interface Throttle {
  readonly rateLimit: number;
  readonly burstLimit: number;
}

/**
 * A busy business gets some ten requests a day, so nearly all of this is room. The largest honest rush is a mail scanner that
 * opens all links of a digest at once: 30 leads with two actions each, read by two people, is 120. A flood is held at 20 a
 * second: 1.7 million calls a day, a few dollars.
 */
const elsewhere: Throttle = { rateLimit: 20, burstLimit: 150 };

/**
 * Each door of requests has calls of its own, so that a flood at one of them takes no tap from the owner, and the other door no
 * request. What the gateway refuses gets no page of ours and is lost unless its sender tries again, so this is a thousand times
 * what a busy business gets in its busiest hour: our own limits answer with a page, and store each request. Each costs a tenth
 * of a cent with all that follows it, so an hour of 20 a second is some 70 dollars; the alarm has rung long before.
 */
const door: Throttle = { rateLimit: 20, burstLimit: 300 };

/** The door: the form, the requests, the links in mails. */
export class LeadApi extends Construct {
  private readonly api: HttpApi;
  private readonly stage: CfnStage;

  constructor(scope: Construct, id: string, props: { alarms: Alarms; logRetention: RetentionDays }) {
    super(scope, id);
    const { stackName } = Stack.of(this);
    // No CORS here: capture-lead answers it for the business's own origins, in the cloud as on one machine.
    this.api = new HttpApi(this, 'Api', { apiName: stackName, createDefaultStage: false });
    // Its address stands in every mail that went out.
    lasting(this.api, 'LeadApi');
    // Under vendedlogs for the reason given in `lead-lifecycle.ts`.
    const accessLog = new LogGroup(this, 'AccessLog', {
      logGroupName: `/aws/vendedlogs/apigateway/${stackName}`,
      retention: props.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: elsewhere,
      accessLogSettings: {
        destination: new LogGroupLogDestination(accessLog),
        format: accessLogFormat,
      },
    });
    this.stage = stage.node.defaultChild as CfnStage;
    this.stage.routeSettings = {};
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
    // The gateway has no figure for it. A line of the log is one only where there is such a line, so it costs nothing.
    const refused = { metricNamespace: `Nachfass/${stackName}`, metricName: 'RefusedByGateway' };
    new MetricFilter(this, 'Refused', {
      logGroup: accessLog,
      filterPattern: FilterPattern.stringValue('$.status', '=', '429'),
      ...refused,
    });
    const period = Duration.minutes(5);
    // In a flood the log may stay silent: "API Gateway might not generate logs and metrics" for "excessive 429" errors
    // (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-monitor.html). What still goes through tells: a
    // door that is full lets through its whole rate, and half of that for five minutes is no honest rush any more.
    props.alarms.add('lead-api-flooded', {
      metric: this.api.metricCount({ period, statistic: 'Sum' }),
      atLeast: (door.rateLimit * period.toSeconds()) / 2,
      errorImpact:
        'So many calls come in that a door may be full: requests of customers may be turned away, perhaps without a line in the log.',
    });
    props.alarms.add('lead-api-refuses', {
      metric: new Metric({
        namespace: refused.metricNamespace,
        metricName: refused.metricName,
        statistic: 'Sum',
        period,
      }),
      errorImpact:
        'The gateway turns calls away with 429: a request of a customer or a tap of the owner may be among them.',
    });
  }

  /** `https://...`, without a slash at the end. */
  get address(): string {
    return this.api.apiEndpoint;
  }

  /** How calls were answered, for the dashboard. */
  get answers(): readonly IMetric[] {
    const hourly = { period: Duration.hours(1), statistic: 'Sum' };
    return [this.api.metricServerError({ ...hourly, label: 'Failed (5xx)' })];
  }

  /** @param isDoor requests come in here, in floods too: it is throttled apart from everything else. */
  route(path: string, methods: HttpMethod[], handler: IFunction, { isDoor = false } = {}): void {
    const integration = new HttpLambdaIntegration('Integration', handler);
    const routes = this.api.addRoutes({ path, methods, integration });
    if (isDoor) this.throttleApart(routes);
  }

  private throttleApart(routes: readonly HttpRoute[]): void {
    const { rateLimit, burstLimit } = door;
    for (const route of routes) {
      const { routeKey } = route.node.defaultChild as CfnRoute;
      this.stage.routeSettings = {
        ...(this.stage.routeSettings as object),
        [routeKey]: { ThrottlingRateLimit: rateLimit, ThrottlingBurstLimit: burstLimit },
      };
      // Settings for a route that is not there yet are refused.
      this.stage.node.addDependency(route);
    }
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
