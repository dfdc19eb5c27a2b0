import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { AttributeType, BillingMode, ProjectionType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import type { Binding } from './binding.ts';
import { lasting } from './lasting.ts';

const indexName = 'byStatus';
/** Where what describes the business lies (`adapters/dynamodb/business-item.ts`). */
const businessPartition = 'BUSINESS';

/** The truth: every lead, contact, mail and digest. It outlives the stack. */
export class LeadTable extends Construct {
  private readonly table: Table;

  constructor(scope: Construct, id: string, props: { alarms: Alarms }) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      timeToLiveAttribute: 'expiresAt',
      // The key AWS owns: encrypted at rest all the same, without a price per request. A key of our own would be worth
      // it only for access from other accounts or an audit of its use, and there is neither.
      encryption: TableEncryption.DEFAULT,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.table.addGlobalSecondaryIndex({
      indexName,
      partitionKey: { name: 'status', type: AttributeType.STRING },
      sortKey: { name: 'sortAt', type: AttributeType.STRING },
      projectionType: ProjectionType.INCLUDE,
      nonKeyAttributes: ['summary'],
    });
    lasting(this.table, 'LeadTable');
    this.watch(props.alarms);
  }

  get tableName(): string {
    return this.table.tableName;
  }

  get tableArn(): string {
    return this.table.tableArn;
  }

  /** What is paid for, for the dashboard. */
  get units(): readonly IMetric[] {
    const hourly = { period: Duration.hours(1), statistic: 'Sum' };
    return [
      this.table.metricConsumedReadCapacityUnits({ ...hourly, label: 'Read' }),
      this.table.metricConsumedWriteCapacityUnits({ ...hourly, label: 'Written' }),
    ];
  }

  /** Sees whether the table answers. */
  bindProbe(): Binding<'TABLE_NAME'> {
    return this.bind([this.allow('GetItem')]);
  }

  /** Reads what describes the business, and no lead: for a function that shows pages to everybody. */
  bindBusinessReader(): Binding<'TABLE_NAME'> {
    return this.bind([
      new PolicyStatement({
        actions: ['dynamodb:GetItem'],
        resources: [this.table.tableArn],
        conditions: { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': [businessPartition] } },
      }),
    ]);
  }

  /**
   * Reads and writes single items.
   * @param also `deletes` items; `lists` leads by status. The functions that face the internet should do neither
   *   without need.
   */
  bindWriter(also: { readonly deletes?: true; readonly lists?: true } = {}): Binding<'TABLE_NAME'> {
    return this.bind([
      this.allow('GetItem', 'Query', 'PutItem', 'UpdateItem', ...(also.deletes ? ['DeleteItem'] : [])),
      ...(also.lists
        ? [
            new PolicyStatement({
              actions: ['dynamodb:Query'],
              resources: [`${this.table.tableArn}/index/${indexName}`],
            }),
          ]
        : []),
    ]);
  }

  private allow(...operations: string[]): PolicyStatement {
    return new PolicyStatement({
      actions: operations.map((operation) => `dynamodb:${operation}`),
      resources: [this.table.tableArn],
    });
  }

  private bind(permissions: PolicyStatement[]): Binding<'TABLE_NAME'> {
    return { variable: 'TABLE_NAME', value: this.table.tableName, permissions };
  }

  private watch(alarms: Alarms): void {
    const period = Duration.minutes(5);
    const dimensionsMap = { TableName: this.table.tableName };
    // Writes only: what is not written is lost, what is not read is read again. Both alarms look at what is left after
    // the SDK's own repetitions have begun, so only a series of them is felt.
    alarms.add('lead-table-throttled', {
      metric: this.table.metric('WriteThrottleEvents', { dimensionsMap, statistic: 'Sum', period }),
      atLeast: 10,
      errorImpact: 'Requests of customers and taps of the owner wait or fail: the table refuses calls.',
    });
    alarms.add('lead-table-faulty', {
      metric: this.table.metric('SystemErrors', {
        dimensionsMap: { ...dimensionsMap, Operation: 'PutItem' },
        statistic: 'Sum',
        period,
      }),
      atLeast: 5,
      errorImpact: 'DynamoDB itself fails: requests of customers may not be stored.',
    });
  }
}
