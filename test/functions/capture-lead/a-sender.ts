/** Somebody who sends requests to a business that has a website of its own. */
import type { Lead } from '../../../domain/lead/lead.ts';
import { captureLead } from '../../../functions/capture-lead/capture-lead.ts';
import type { HttpRequest, HttpResponse } from '../../../functions/shared/http-message.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { aCompany } from '../../support/company.ts';

export const ownSite = 'https://www.muster-haustechnik.example';
export const company = aCompany({ origins: [ownSite] });
export const erika = { name: 'Erika Muster', email: 'erika@example.de', message: 'Neues Bad, bitte.' };

export const bodyOf = ({ body }: HttpResponse) => JSON.parse(body);

export async function send(
  ...requests: readonly HttpRequest[]
): Promise<{ world: World; responses: HttpResponse[] }> {
  const world = await aWorld({ company });
  const responses: HttpResponse[] = [];
  for (const request of requests) responses.push(await captureLead(request, world));
  return { world, responses };
}

export async function sendOne(
  request: HttpRequest,
): Promise<{ world: World; response: HttpResponse; leads: Lead[] }> {
  const { world, responses } = await send(request);
  const [response] = responses;
  if (!response) throw new Error('No answer');
  return { world, response, leads: world.leads.all() };
}
