/**
 * What a release leaves behind in the accounts it is deployed to, and newer code must live with: executions that wait in its
 * definition, items it wrote, resources that hold something.
 */

import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient, openTable } from '../../adapters/dynamodb/open-table.ts';
import { tableAlarms } from '../../adapters/table/alarms.ts';
import { tableContactStore } from '../../adapters/table/contact-store.ts';
import { tableDigestLog } from '../../adapters/table/digest-log.ts';
import { tableHeldDeliveries } from '../../adapters/table/held-deliveries.ts';
import { tableIntakeLog } from '../../adapters/table/intake-log.ts';
import { tableLeadStore } from '../../adapters/table/lead-store.ts';
import { tableLimits } from '../../adapters/table/limits.ts';
import { tableMailLog } from '../../adapters/table/mail-log.ts';
import { tableSourceLog } from '../../adapters/table/source-log.ts';
import type { Item } from '../../adapters/table/table.ts';
import { tableWaitingAlerts } from '../../adapters/table/waiting-alerts.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { type Stage, stageKeys } from '../../domain/lead/pipeline.ts';
import { addMinutes } from '../../domain/time/local-time.ts';
import { type LeadLifecycle, leadLifecycle } from '../../statemachine/lead-lifecycle.ts';
import { aTemplate } from '../infra/a-stack.ts';
import { aDelivery } from '../support/a-raw-mail.ts';
import { aLeadIn, letTimePass, monday10, when } from '../support/a-walk.ts';
import type { TestTable } from '../support/dynalite.ts';

const followUpLeadArn = 'arn:aws:lambda:local:000000000000:function:follow-up-lead';

/** A resource by its logical id: its type, and what of it cannot change without replacing it. */
export type Resources = Readonly<Record<string, { readonly type: string; readonly fixed?: unknown }>>;

export interface Release {
  readonly version: string;
  readonly definition: LeadLifecycle;
  readonly resources: Resources;
  readonly items: readonly Item[];
}

/** Types that hold something: a new logical id, or another value of these properties, is a new and empty one. */
const holding: Readonly<Record<string, readonly string[]>> = {
  'AWS::DynamoDB::Table': ['TableName', 'KeySchema'],
  'AWS::S3::Bucket': ['BucketName'],
  'AWS::SecretsManager::Secret': ['Name', 'GenerateSecretString'],
  'AWS::StepFunctions::StateMachine': ['StateMachineName', 'StateMachineType'],
  'AWS::SQS::Queue': ['QueueName', 'FifoQueue'],
  'AWS::SES::EmailIdentity': ['EmailIdentity'],
  'AWS::ApiGatewayV2::Api': ['ProtocolType'],
  // A new one beside the old one is refused for the same queue and function: the stack could not be updated.
  'AWS::Lambda::EventSourceMapping': ['EventSourceArn', 'FunctionName'],
};

/** These have no state, but running executions call and use them by their ARNs for months. */
const calledForMonths = ['FollowUpLead', 'LeadLifecycleRole'];

/** What the template of today makes of them. */
export function resourcesOfToday(): Resources {
  const resources = aTemplate().toJSON().Resources as Record<
    string,
    { Type: string; Properties?: Record<string, unknown> }
  >;
  const kept = Object.entries(resources).flatMap(([id, { Type: type, Properties = {} }]) => {
    if (calledForMonths.includes(id)) return [[id, { type }] as const];
    const properties = holding[type];
    if (!properties) return [];
    const fixed = Object.fromEntries(properties.map((name) => [name, Properties[name]]));
    return [[id, { type, fixed: JSON.parse(JSON.stringify(fixed)) as unknown }] as const];
  });
  return Object.fromEntries(kept.sort(([one], [other]) => (one < other ? -1 : 1)));
}

const leadIdIn = (stage: Stage) => `RE1${String(stageKeys.indexOf(stage)).padStart(7, '0')}`;
export const crowdedLeadId = 'RE1CR0WDED';
export const spamId = 'RE1SPAM000';
export const person = { kind: 'email', value: 'erika@example.org' } as const;
export const digestDate = '2026-11-23';

function named(lead: Lead, id: string): Lead {
  return {
    ...lead,
    id,
    timeline: lead.timeline.map((event) => (event.type === 'captured' ? { ...event, id } : event)),
  };
}

/** A lead in each stage, most with mails behind them. */
function leadsOfToday(): Lead[] {
  return stageKeys.map((stage) => {
    const { lead } = letTimePass(aLeadIn(stage), { until: '2026-11-30T12:00:00.000Z' });
    return named(lead, leadIdIn(stage));
  });
}

/** A lead with so many events that the oldest were moved out of it. */
function aCrowdedLead(): Lead {
  let lead = named(aLeadIn('new'), crowdedLeadId);
  for (let index = 0; index < 205; index++) {
    const now = addMinutes(monday10, index);
    lead = when(lead, { type: 'set-value', valueCents: 100_000 + index }, { now }).lead;
  }
  return lead;
}

/** Writes every kind of item once, through the adapters. */
async function writeItems(table: TestTable): Promise<void> {
  const leads = tableLeadStore(openTable(table));
  for (const lead of [...leadsOfToday(), aCrowdedLead()]) {
    await leads.add(lead, { submissionId: lead.id, contentHash: lead.id });
  }
  await leads.keepSpam({ ...named(aLeadIn('new'), spamId), spam: true });

  const leadId = leadIdIn('new');
  const contacts = tableContactStore(openTable(table));
  await contacts.linkLead(person, leadId);
  await contacts.suppress(person, 'bounced', monday10);
  const mailLog = tableMailLog(openTable(table));
  await mailLog.claim({ leadId, key: 'g1#acknowledgement#1', to: 'customer' }, monday10);
  await mailLog.markSent(leadId, 'g1#acknowledgement#1', 'message-1', monday10);
  await mailLog.recordFate('message-1', 'delivered', monday10);
  await mailLog.claim({ leadId, key: 'g1#new-lead-alert#1', to: 'owner' }, monday10);
  const digestLog = tableDigestLog(openTable(table));
  await digestLog.claim(digestDate, monday10, [leadId]);
  await digestLog.markSent(digestDate, monday10);
  const intake = tableIntakeLog(openTable(table));
  await intake.record({
    deliveryId: 'delivery-1',
    receivedAt: monday10,
    outcome: 'lead-created',
    leadId,
    flags: [],
    sender: person.value,
    subject: 'Neues Bad',
  });
  await intake.record({
    deliveryId: 'delivery-2',
    receivedAt: monday10,
    outcome: 'auto-reply-noted',
    leadId,
    asideId: spamId,
    reason: 'absence',
    flags: [],
    sender: person.value,
    senderName: 'Erika Muster',
    subject: 'Abwesend',
  });
  await intake.claimContent('content-1', 'delivery-1', monday10);
  await intake.countSender(person.value, 'delivery-1', monday10);
  const limits = tableLimits(openTable(table));
  await limits.claimAnswer(person.value, leadId, monday10, { answers: 1, withinHours: 24 });
  await limits.countContact('203.0.113.7', person.value, monday10);
  await limits.countAcknowledgement(digestDate, leadId, false);
  await tableHeldDeliveries(openTable(table)).hold({
    delivery: aDelivery('held'),
    about: leadId,
    since: monday10,
    triedAt: monday10,
  });
  await tableWaitingAlerts(openTable(table)).add({ leadId, what: 'first', at: monday10 });
  const alarms = tableAlarms(openTable(table));
  await alarms.add({ leadId: leadIdIn('service'), since: monday10, trusted: false });
  await alarms.claimCommon(undefined, { rings: 1, rangAt: monday10 });
  await tableSourceLog(openTable(table)).note('https://example.org/kontakt', leadId, monday10);
}

async function itemsIn({ client, tableName }: TestTable): Promise<Item[]> {
  const { Items = [] } = await documentClient(client).send(new ScanCommand({ TableName: tableName }));
  // Sets as lists, so that they survive JSON.
  const text = JSON.stringify(Items, (_, value: unknown) =>
    value instanceof Set ? { set: [...value] } : value,
  );
  const items = JSON.parse(text) as Item[];
  const keyOf = ({ pk, sk }: Item) => `${pk} ${sk}`;
  return items.sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

/** An item as the table takes it again. */
export const restored = (item: Item): Item =>
  Object.fromEntries(
    Object.entries(item).map(([name, value]) => [
      name,
      typeof value === 'object' && value !== null && 'set' in value && Array.isArray(value.set)
        ? new Set(value.set)
        : value,
    ]),
  ) as Item;

/** What the code of today would leave behind. */
export async function releaseOfToday(version: string, table: TestTable): Promise<Release> {
  await writeItems(table);
  return {
    version,
    definition: leadLifecycle(followUpLeadArn),
    resources: resourcesOfToday(),
    items: await itemsIn(table),
  };
}
