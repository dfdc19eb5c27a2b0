/** Receives a mail that was made to take long, by whoever may have sent it, and says how long it kept the processor busy. */
import { readMail } from '../../adapters/mime/read-mail.ts';
import type { MailOutcomeName } from '../../domain/inbound/incoming-mail.ts';
import { receiveMail } from '../../functions/receive-mail/receive-mail.ts';
import { aDelivery } from './a-raw-mail.ts';
import { aLeadIn, monday10 } from './a-walk.ts';
import { aWorld, type World } from './a-world.ts';
import type { HostileRoute } from './hostile-mails.ts';

const openLead = { ...aLeadIn('quoted'), acknowledgedAt: monday10, alertedAt: monday10 };
const owner = 'chef@muster-haustechnik.example';

/** Who may have sent a mail: each is read by other rules. */
export const hostileSenders: Readonly<Record<string, (world: World) => HostileRoute>> = {
  'a stranger': () => ({}),
  'a form': () => ({ from: 'wordpress@muster-haustechnik.example' }),
  'a server': () => ({ from: 'mailer-daemon@kunde.test' }),
  'a customer, to his request': ({ replyAddresses }) => ({
    from: openLead.contact.email ?? '',
    to: replyAddresses.sign(openLead.id),
  }),
  'the owner, to a customer': ({ replyAddresses }) => ({ from: owner, to: replyAddresses.sign(openLead.id) }),
  'the owner, to his digest': ({ replyAddresses }) => ({
    from: owner,
    to: replyAddresses.sign('digest-2026-11-23'),
  }),
};

export async function receiveHostile(
  mail: (route: HostileRoute) => Buffer,
  by: keyof typeof hostileSenders = 'a stranger',
): Promise<{ readonly outcome: MailOutcomeName; readonly cpuMs: number }> {
  const world = await aWorld({ leads: [openLead] });
  const { from, to } = hostileSenders[by]?.(world) ?? {};
  world.mailFiles.keep('hostile', mail({ ...(from && { from }), ...(to && { to }) }), monday10);
  const delivery = aDelivery('hostile', {
    ...(from && { envelopeFrom: by === 'a server' ? '' : from }),
    ...(to && { envelopeTo: [to] }),
  });
  const began = process.cpuUsage();
  const { outcome } = await receiveMail(delivery, { ...world, readMail });
  const { user, system } = process.cpuUsage(began);
  return { outcome, cpuMs: (user + system) / 1_000 };
}
