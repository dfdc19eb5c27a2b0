/** A phone in the owner's hand: follows signed links, fills in forms, presses the button. */
import { everybody } from '../../../domain/business/people.ts';
import type { Action } from '../../../domain/lead/action.ts';
import type { LeadEvent } from '../../../domain/lead/event.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import type { LinkClaims } from '../../../domain/ports/signed-links.ts';
import { actOnLead } from '../../../functions/act-on-lead/act-on-lead.ts';
import type { HttpResponse } from '../../../functions/shared/http-message.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { aCompany } from '../../support/company.ts';
import { fieldsOf, textOf } from '../../support/read-page.ts';

/** Where a link ends: the token, and what stands behind the question mark. */
function parts(url: string): { token: string; query: URLSearchParams } {
  const { pathname, searchParams } = new URL(url, 'https://anfrage.example');
  return { token: pathname.replace(/^.*\/a\//, ''), query: searchParams };
}

export function request(
  world: World,
  method: string,
  url: string,
  body: Readonly<Record<string, string>> = {},
): Promise<HttpResponse> {
  const { token, query } = parts(url);
  return actOnLead(
    {
      method,
      path: `/a/${token}`,
      pathParameters: { token },
      query,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: Buffer.from(new URLSearchParams(body).toString()),
      sourceIp: '203.0.113.7',
    },
    world,
  );
}

/** A link as a mail would carry it. */
export function link(world: World, lead: Lead, action: Action, claims: Partial<LinkClaims> = {}): string {
  return world.links.sign({
    leadId: lead.id,
    ...(action !== 'view' && action !== 'stop' && { generation: lead.generation }),
    action,
    // It is about nobody else than whose link it is.
    ...(action === 'push' && { person: everybody(world.company)[0]?.key }),
    expiresAt: '2027-11-01T00:00:00.000Z',
    ...claims,
  });
}

/** Opens a link, fills in what differs from what stands there, and presses the button. */
export async function tap(
  world: World,
  url: string,
  answers: Readonly<Record<string, string>> = {},
): Promise<HttpResponse> {
  const form = fieldsOf(await request(world, 'GET', url));
  return request(world, 'POST', url, { ...Object.fromEntries(form), ...answers });
}

export async function stored(world: World, { id }: Pick<Lead, 'id'>): Promise<Lead> {
  const lead = await world.leads.load(id);
  if (!lead) throw new Error('The lead is gone');
  return lead;
}

export async function worldWith(lead: Lead, company = aCompany()): Promise<World> {
  return aWorld({ leads: [lead], company });
}

/** What the tap added to the timeline. */
export const added = (before: Lead, after: Lead): LeadEvent[] => after.timeline.slice(before.timeline.length);

/** Taps an action on a lead and tells what became of it. */
export async function act(lead: Lead, action: Action, answers: Readonly<Record<string, string>> = {}) {
  const world = await worldWith(lead);
  const url = link(world, lead, action);
  const response = await tap(world, url, answers);
  const after = await stored(world, lead);
  return { world, url, response, text: textOf(response), after, events: added(lead, after) };
}
