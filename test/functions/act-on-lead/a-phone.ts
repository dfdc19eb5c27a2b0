/** A phone in the owner's hand: follows signed links, fills in forms, presses the button. */
import type { Action } from '../../../domain/lead/action.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import type { LinkClaims } from '../../../domain/ports/signed-links.ts';
import { actOnLead } from '../../../functions/act-on-lead/act-on-lead.ts';
import type { HttpResponse } from '../../../functions/shared/http-handler.ts';
import type { World } from '../../support/a-world.ts';

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
    expiresAt: '2027-11-01T00:00:00.000Z',
    ...claims,
  });
}

/** The fields a page shows, with what stands in them. */
export function fieldsOf({ body }: HttpResponse): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [tag] of body.matchAll(/<(?:input|textarea|select)\b[^>]*>/g)) {
    const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
    const name = attribute('name') ?? '';
    const pickable = attribute('type') === 'radio' || attribute('type') === 'checkbox';
    const picked = !pickable || / checked/.test(tag);
    if (picked || !fields.has(name)) fields.set(name, picked ? (attribute('value') ?? '') : '');
  }
  for (const [, name = '', options = ''] of body.matchAll(
    /<select[^>]* name="(\w+)"[^>]*>(.*?)<\/select>/gs,
  )) {
    fields.set(name, /value="(\w+)" selected/.exec(options)?.[1] ?? '');
  }
  return fields;
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

/** What a reader sees: no tags, no styles, one space between words. */
export function textOf({ body }: HttpResponse): string {
  return body
    .replace(/<style>.*?<\/style>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}

/** The links of a page, by their labels. */
export function linksOf({ body }: HttpResponse): Map<string, string> {
  const links = [...body.matchAll(/<a [^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/gs)];
  return new Map(links.map(([, url = '', label = '']) => [label.trim(), url.replaceAll('&amp;', '&')]));
}
