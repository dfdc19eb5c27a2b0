/** Copies back what a table that was restored beside the living one still has, and the living one has not. */
import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  paginateScan,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';

type Item = Record<string, AttributeValue>;

export interface RestoreOptions {
  readonly client: DynamoDBClient;
  /** The restored table. */
  readonly from: string;
  /** The living one. */
  readonly to: string;
  /** Looks only: counts what would be copied. */
  readonly dryRun: boolean;
  /** Epoch seconds: what has expired by now is not brought back. */
  readonly nowSeconds: number;
}

export interface Restored {
  /** Leads that were copied. */
  readonly leads: number;
  /** Items of leads, contacts and others that were copied beside them. */
  readonly items: number;
  /** Contacts that were there and know a lead of theirs again. */
  readonly linked: number;
  /** Items that stand in the living table, in whatever version. */
  readonly there: number;
  /** Items whose time has come. */
  readonly expired: number;
  /** Items of leads that neither table holds any more. */
  readonly orphans: number;
}

/** A lead stays as it is. */
export class NotRestoredError extends Error {
  override readonly name = 'NotRestored';
}

const leadPrefix = 'LEAD#';
const idOf = (item: Item): string => item.pk?.S?.slice(leadPrefix.length) ?? '';
const isOfLead = (item: Item): boolean => item.pk?.S?.startsWith(leadPrefix) === true;
const isLead = (item: Item): boolean => isOfLead(item) && item.sk?.S === 'LEAD';
/** By what a lead is found: names and numbers, which come back with their lead and not beside one that is there. */
const isSearch = (item: Item): boolean => /^(?:FIND|WORDS)#/.test(item.pk?.S ?? '');
const isContact = (item: Item): boolean => item.sk?.S === 'CONTACT';
const keyOf = ({ pk, sk }: Item): Item => ({ ...(pk && { pk }), ...(sk && { sk }) });
const versionOf = (lead: Item): number => Number(lead.version?.N ?? 0);

/** The leads an item names: claims, the index of sent mails, outcomes of mails, contacts, digests. */
function leadsNamedBy(item: Item): string[] {
  const one = item.leadId?.S ?? item.summary?.M?.leadId?.S;
  const several = item.leadIds?.SS ?? item.leadIds?.L?.flatMap(({ S }) => S ?? []) ?? [];
  return one === undefined ? several : [one];
}

/**
 * Copies every lead that is missing, with its mails and its history, and everything else that is missing and belongs to no
 * lead that is gone: somebody who was erased does not come back. What stands in the living table is never touched, so
 * it may be in use meanwhile, and a second run finds nothing to do.
 */
export async function restoreMissing(options: RestoreOptions): Promise<Restored> {
  const run = restoring(options);
  const missing = new Set<string>();
  for await (const item of run.scan()) {
    if (isLead(item) && !run.isExpired(item) && !(await run.isThere(item))) missing.add(idOf(item));
  }
  const last: Item[] = [];
  for await (const item of run.scan()) {
    if (isLead(item) && missing.has(idOf(item))) last.push(item);
    else await run.copyBeside(item, missing);
  }
  // In this order: a lead that is there is complete, also if this is interrupted.
  for (const lead of last) await run.copyLead(lead);
  return run.counts;
}

/**
 * Copies one lead with its mails and its history, and what points to it.
 * @param options.overwrite also if the living one is newer: it is replaced, as a version of its own, and gets a new timer.
 * @throws NotRestoredError there is nothing to copy, or the living lead is as new or newer.
 */
export async function restoreLead(
  leadId: string,
  options: RestoreOptions & { readonly overwrite: boolean },
): Promise<Restored> {
  const run = restoring(options);
  const key: Item = { pk: { S: `${leadPrefix}${leadId}` }, sk: { S: 'LEAD' } };
  const lead = await run.get(options.from, key);
  if (!lead) throw new NotRestoredError(`The restored table has no lead ${leadId}.`);
  if (run.isExpired(lead))
    throw new NotRestoredError(`The time of lead ${leadId} has come: it was to be erased.`);
  const living = await run.get(options.to, key);
  if (living && !options.overwrite && versionOf(living) >= versionOf(lead)) {
    throw new NotRestoredError(
      `Lead ${leadId} is there in version ${versionOf(living)}, the restored one is ${versionOf(lead)}. Add --overwrite to replace it.`,
    );
  }
  const only = new Set([leadId]);
  for await (const item of run.scan()) {
    const belongs = isOfLead(item) ? idOf(item) === leadId : leadsNamedBy(item).includes(leadId);
    if (belongs && !isLead(item)) await run.copyBeside(item, only);
  }
  await (living ? run.replaceLead(lead, living) : run.copyLead(lead));
  return run.counts;
}

function restoring({ client, from, to, dryRun, nowSeconds }: RestoreOptions) {
  const counts = { leads: 0, items: 0, linked: 0, there: 0, expired: 0, orphans: 0 };
  const living = new Map<string, boolean>();

  async function* scan(): AsyncIterable<Item> {
    const pages = paginateScan({ client }, { TableName: from, ConsistentRead: true });
    for await (const { Items = [] } of pages) yield* Items;
  }

  async function get(TableName: string, item: Item): Promise<Item | undefined> {
    const command = new GetItemCommand({ TableName, Key: keyOf(item), ConsistentRead: true });
    return (await client.send(command)).Item;
  }

  const isThere = async (item: Item) => (await get(to, item)) !== undefined;

  async function livesOrReturns(leadId: string, returning: ReadonlySet<string>): Promise<boolean> {
    if (returning.has(leadId)) return true;
    const known =
      living.get(leadId) ?? (await isThere({ pk: { S: `${leadPrefix}${leadId}` }, sk: { S: 'LEAD' } }));
    living.set(leadId, known);
    return known;
  }

  const isExpired = ({ expiresAt }: Item) => expiresAt?.N !== undefined && Number(expiresAt.N) <= nowSeconds;

  /** @returns whether it was written, or would have been. */
  async function put(item: Item, expectedVersion?: number): Promise<boolean> {
    if (dryRun) return expectedVersion !== undefined || !(await isThere(item));
    const condition =
      expectedVersion === undefined
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: '#version = :expected',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':expected': { N: String(expectedVersion) } },
          };
    return client.send(new PutItemCommand({ TableName: to, Item: item, ...condition })).then(
      () => true,
      (error: unknown) => {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      },
    );
  }

  /** A contact that is there learns of the leads that come back. */
  async function link(contact: Item, returning: ReadonlySet<string>): Promise<void> {
    const known = (await get(to, contact))?.leadIds?.SS ?? [];
    const again = leadsNamedBy(contact).filter((leadId) => returning.has(leadId) && !known.includes(leadId));
    if (again.length === 0) return;
    counts.linked += 1;
    if (dryRun) return;
    await client.send(
      new UpdateItemCommand({
        TableName: to,
        Key: keyOf(contact),
        UpdateExpression: 'ADD #leadIds :again',
        ExpressionAttributeNames: { '#leadIds': 'leadIds' },
        ExpressionAttributeValues: { ':again': { SS: again } },
      }),
    );
  }

  return {
    counts: counts as Restored,
    scan,
    get,
    isThere,
    isExpired,

    /** Anything but a lead itself that comes back. */
    async copyBeside(item: Item, returning: ReadonlySet<string>): Promise<void> {
      if (isExpired(item)) {
        counts.expired += 1;
        return;
      }
      if (isOfLead(item) && !returning.has(idOf(item))) {
        const isKnown = await livesOrReturns(idOf(item), returning);
        counts[isKnown ? 'there' : 'orphans'] += 1;
        return;
      }
      const named = leadsNamedBy(item);
      if (isSearch(item) && !named.some((leadId) => returning.has(leadId))) {
        counts.there += 1;
        return;
      }
      const alive = await Promise.all(named.map((leadId) => livesOrReturns(leadId, returning)));
      // Whoever wants no mails is remembered without any lead.
      if (named.length > 0 && !alive.includes(true) && item.suppressed === undefined) {
        counts.orphans += 1;
      } else if (await put(item)) {
        counts.items += 1;
      } else {
        counts.there += 1;
        if (isContact(item)) await link(item, returning);
      }
    },

    async copyLead(lead: Item): Promise<void> {
      counts[(await put(lead)) ? 'leads' : 'there'] += 1;
    },

    /** As the next version and generation: whoever holds the living one loses, and its timer ends by itself. */
    async replaceLead(replaced: Item, current: Item): Promise<void> {
      // It is found as the living one was: its next write makes it found as it is.
      const { indexed: _, ...lead } = replaced;
      const generation = { N: String(Number(current.generation?.N ?? 0) + 1) };
      const summary = lead.summary?.M && { summary: { M: { ...lead.summary.M, generation } } };
      const version = { N: String(versionOf(current) + 1) };
      if (!(await put({ ...lead, ...summary, version, generation }, versionOf(current)))) {
        throw new NotRestoredError('The lead was changed meanwhile. Nothing was replaced; run it again.');
      }
      counts.leads += 1;
    },
  };
}
