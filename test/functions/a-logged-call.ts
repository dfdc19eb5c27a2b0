/** Calls of functions in their real frame, about a person whose data is found again wherever it should not be. */
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { parseItem } from '../../adapters/table/parse-item.ts';
import { type Lead, leadSchema } from '../../domain/lead/lead.ts';
import { leadSummarySchema } from '../../domain/lead/summary.ts';
import { embeddedMetrics } from '../../functions/shared/metrics.ts';
import { aWorld, type World } from '../support/a-world.ts';
import { person, seededLead } from '../support/seeds.ts';

export const corrupt = async (): Promise<never> =>
  parseItem(
    leadSchema,
    { ...seededLead(), stage: person.name, [person.email]: 1 },
    'Lead 7K2M9QX4TD',
  ) as never;
export const corruptSummary = async (): Promise<never> =>
  parseItem(leadSummarySchema, { id: person.name, name: 7 }, 'Summary of lead 7K2M9QX4TD') as never;

/** A list whose first lead cannot be read. */
export const listThat = (fails: () => Promise<never>) =>
  async function* (): AsyncIterable<never> {
    yield await fails();
  };

export const call = { getRemainingTimeInMillis: () => 20_000 } as Context;
export const lastMoment = { getRemainingTimeInMillis: () => 1_001 } as Context;

/** A call of a function. Its result, if it is a text, must not stand in the log either. */
export type Case = () => Promise<unknown>;

export const metrics = embeddedMetrics('muster-prod');
export const seededWorld = async (leads: readonly Lead[] = [seededLead()]): Promise<World> => {
  const world = await aWorld({ leads });
  await world.contacts.linkLead({ kind: 'email', value: person.email }, seededLead().id);
  return world;
};

export interface Sent {
  readonly method?: string;
  readonly url?: string;
  readonly token?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

export function anEvent({
  method = 'GET',
  url = '/',
  token,
  headers = {},
  body,
}: Sent): APIGatewayProxyEventV2 {
  const { pathname, search } = new URL(url, 'https://anfrage.example');
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: pathname,
    rawQueryString: search.slice(1),
    headers,
    isBase64Encoded: false,
    requestContext: { http: { method } } as APIGatewayProxyEventV2['requestContext'],
    ...(token !== undefined && { pathParameters: { token } }),
    ...(body !== undefined && { body }),
  };
}

/** The lines a rejected call leaves in the log besides ours: Lambda writes them itself. */
export async function asLambda<T>(running: Promise<T>): Promise<T | undefined> {
  try {
    return await running;
  } catch (thrown) {
    const { name, message, stack, cause } = thrown as Error;
    process.stdout.write(`${JSON.stringify({ lambda: [name, message, stack, cause] })}\n`);
    return undefined;
  }
}

export const leadsThat = (broken: object) => (world: World) => ({ leads: { ...world.leads, ...broken } });

export type Cases = Readonly<Record<string, Readonly<Record<string, Case>>>>;
