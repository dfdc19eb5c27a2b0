/** Many requests at once are told in one mail. */
import type { Company } from '../../domain/business/company.ts';
import { isBundleable, isBundled } from '../../domain/lead/acknowledging.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import type { Mailer } from '../../domain/ports/mailer.ts';
import type { SignedLinks } from '../../domain/ports/signed-links.ts';
import type { WaitingAlert, WaitingAlerts } from '../../domain/ports/waiting-alerts.ts';
import { bundleMail } from '../../views/mail/bundle.ts';
import { mailHeaders } from '../../views/mail/headers.ts';
import { manyLink, viewLink } from './action-links.ts';
import { inTurns } from './in-turns.ts';
import { mailFrame } from './mail-frame.ts';

export interface TellBundleDeps {
  readonly leads: Pick<LeadStore, 'load'>;
  readonly waiting: Pick<WaitingAlerts, 'list' | 'remove'>;
  readonly mailer: Mailer;
  readonly links: SignedLinks;
  readonly company: Company;
  readonly clock: Clock;
}

/** So many leads are read at a time. */
const atOnce = 25;

/**
 * Tells the owner in one mail of all that waits to be told, if anything does. A crash in between tells it again.
 * @returns of how many requests it told.
 * @throws what the mailer throws: then all of it goes on waiting.
 */
export async function tellBundle(deps: TellBundleDeps): Promise<number> {
  const { waiting, mailer, links, company } = deps;
  const alerts = await waiting.list();
  if (alerts.length === 0) return 0;
  const now = deps.clock.now();
  const told = await stillWaiting(deps, alerts);
  if (told.length > 0) {
    const lines = told.map(({ lead, what }) => ({ lead, what, viewUrl: viewLink(links, lead.id, now) }));
    const content = bundleMail({
      lines,
      company,
      now,
      acknowledgeUrl: manyLink(links, 'acknowledge-all', now),
      spamUrl: manyLink(links, 'spam-all', now),
    });
    const headers = {
      ...mailHeaders({ class: 'timer', about: 'bundle' }),
      'X-Nachfass-Mail': `bundle/${now}`,
    };
    await mailer.send(mailFrame(company, now, { to: company.owner.email, content, headers }));
  }
  await waiting.remove(alerts);
  return told.length;
}

/** Each lead once, as far as nobody has done anything with it: what is told for the first time is told as that. */
async function stillWaiting({ leads }: TellBundleDeps, alerts: readonly WaitingAlert[]) {
  const kinds = new Map<string, WaitingAlert['what']>();
  for (const { leadId, what } of alerts) if (kinds.get(leadId) !== 'first') kinds.set(leadId, what);
  const loaded = await inTurns([...kinds.keys()], atOnce, (id) => leads.load(id));
  return loaded.flatMap((lead) => {
    const what = lead && kinds.get(lead.id);
    if (!lead || !what) return [];
    const stillOwed = isBundleable(lead) && lead.waitsFor === 'owner';
    return (what === 'first' ? isBundled(lead) : stillOwed) ? [{ lead, what }] : [];
  });
}
