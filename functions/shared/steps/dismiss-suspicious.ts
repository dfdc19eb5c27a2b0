/** Everything that looks like the work of robots, thrown away with one tap: looking lists it, pressing the button settles it. */
import type { IntakeLog } from '../../../domain/ports/intake-log.ts';
import { isSuspicious, type NotedMail, notedMails } from '../../../domain/report/noted-mails.ts';
import { addDuration, compareMoments } from '../../../domain/time/local-time.ts';
import type { Moment } from '../../../domain/time/moment.ts';
import type { PageContext } from '../../../views/page/lead-parts.ts';
import { dismissedPage, suspiciousPage } from '../../../views/page/suspicious-page.ts';
import { htmlResponse } from '../http-handler.ts';
import type { HttpRequest, HttpResponse } from '../http-message.ts';
import { typedIn } from '../typed-in.ts';

export interface DismissSuspiciousDeps {
  readonly intake: Pick<IntakeLog, 'listSince' | 'settle'>;
}

/** As long as they are kept. */
const keptFor = '-P30D';
/** At once, so that a flood is settled within the 29 s that a page may take. */
const settledAtOnce = 25;

/**
 * What is thrown away stays for its 30 days and can still become a request: it only stands in no list of suspects any more.
 * What came in after the page was shown is not touched.
 */
export async function dismissSuspicious(
  request: HttpRequest,
  { intake }: DismissSuspiciousDeps,
  context: PageContext,
): Promise<HttpResponse> {
  const found = notedMails(await intake.listSince(addDuration(context.now, keptFor))).filter(isSuspicious);
  if (request.method !== 'POST') {
    const shown = found.toSorted((one, other) => compareMoments(other.receivedAt, one.receivedAt));
    return htmlResponse(200, await suspiciousPage(shown, context));
  }
  const until: Moment = typedIn(request).get('until') ?? context.now;
  const seen = found.filter(({ receivedAt }) => receivedAt <= until);
  await settleAll(seen, intake);
  return htmlResponse(200, await dismissedPage(seen.length, context));
}

async function settleAll(
  found: readonly NotedMail[],
  intake: DismissSuspiciousDeps['intake'],
): Promise<void> {
  for (let at = 0; at < found.length; at += settledAtOnce) {
    const some = found.slice(at, at + settledAtOnce);
    await Promise.all(some.map(({ deliveryId }) => intake.settle(deliveryId, 'dismissed')));
  }
}
