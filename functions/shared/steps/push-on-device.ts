/** Somebody of the business has emergencies ring in his browser, or comes from there. */
import type { Callee } from '../../../domain/business/people.ts';
import { readSubscription } from '../../../domain/business/push-address.ts';
import { maySee } from '../../../domain/business/recipients.ts';
import { isAlarm } from '../../../domain/lead/actions.ts';
import type { Clock } from '../../../domain/ports/clock.ts';
import type { LeadStore } from '../../../domain/ports/lead-store.ts';
import type { PushSubscriptions } from '../../../domain/ports/push-subscriptions.ts';
import type { PageContext } from '../../../views/page/lead-parts.ts';
import { gonePage, notYoursPage } from '../../../views/page/notice-pages.ts';
import { pushDonePage, pushOffPage, pushPage } from '../../../views/page/push-page.ts';
import { htmlResponse } from '../http-handler.ts';
import type { HttpRequest, HttpResponse } from '../http-message.ts';
import type { Log } from '../logger.ts';
import { typedIn } from '../typed-in.ts';

export interface PushOnDeviceDeps {
  readonly subscriptions: PushSubscriptions;
  /** Our public key, with which browsers subscribe. */
  readonly pushKey: () => string;
  readonly leads: Pick<LeadStore, 'load'>;
  readonly clock: Clock;
  readonly log: Log;
}

/** More browsers has nobody; the oldest makes room. */
const maxBrowsers = 5;

export async function pushOnDevice(
  request: HttpRequest,
  person: Callee,
  deps: PushOnDeviceDeps,
  context: PageContext,
): Promise<HttpResponse> {
  const leadId = request.query.get('lead');
  if (request.method !== 'POST' && leadId !== null) return leadTo(leadId, person, deps, context);
  const known = await deps.subscriptions.listOf(person.key);
  const show = async (status: number, refused: boolean) => {
    const shown = { person, pushKey: deps.pushKey(), devices: known.length, refused };
    return htmlResponse(status, await pushPage(shown, context), { ownScript: true });
  };
  if (request.method !== 'POST') return show(200, false);
  const typed = typedIn(request);
  if (typed.has('off')) {
    for (const { endpoint } of known) await deps.subscriptions.remove(person.key, endpoint);
    return htmlResponse(200, await pushOffPage(context));
  }
  const said = (name: string) => typed.get(name) ?? '';
  const told = { endpoint: said('endpoint'), p256dh: said('p256dh'), auth: said('auth') };
  const subscription = readSubscription(told);
  if (!subscription) return show(422, true);
  const others = known.filter(({ endpoint }) => endpoint !== subscription.endpoint);
  for (const { endpoint } of others.slice(maxBrowsers - 1)) {
    await deps.subscriptions.remove(person.key, endpoint);
  }
  await deps.subscriptions.add(person.key, subscription, deps.clock.now());
  deps.log.info('A browser is subscribed to emergencies', { browsers: others.length + 1 });
  return htmlResponse(200, await pushDonePage(context));
}

/** Where a notification leads: to the button that takes the emergency, or to what became of it. */
async function leadTo(
  leadId: string,
  person: Callee,
  { leads }: PushOnDeviceDeps,
  context: PageContext,
): Promise<HttpResponse> {
  const { company, now, linkTo, viewUrl } = context;
  const lead = await leads.load(leadId);
  if (!lead) return htmlResponse(410, await gonePage(context));
  if (!maySee(company, person, lead, now)) return htmlResponse(403, await notYoursPage(context));
  const location = isAlarm(lead) ? linkTo('confirm', lead) : viewUrl(lead.id);
  return {
    status: 303,
    headers: { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
    body: '',
  };
}
