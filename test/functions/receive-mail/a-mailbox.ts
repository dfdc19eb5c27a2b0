/** The mailbox of a business: mails come in, and what comes of them is looked at. */
import { readMail } from '../../../adapters/mime/read-mail.ts';
import type { Delivery } from '../../../domain/inbound/incoming-mail.ts';
import { type Lead, leadSchema } from '../../../domain/lead/lead.ts';
import { followUpLead } from '../../../functions/follow-up-lead/follow-up-lead.ts';
import { receiveMail } from '../../../functions/receive-mail/receive-mail.ts';
import { aDelivery } from '../../support/a-raw-mail.ts';
import { aLeadIn, monday10 } from '../../support/a-walk.ts';
import { aWorld, type World } from '../../support/a-world.ts';

export const erika = 'erika.muster@example.org';
export const owner = 'chef@muster-haustechnik.example';

let number = 0;

/** A mail comes in and is received. */
export async function receive(world: World, raw: Buffer, overrides: Partial<Delivery> = {}) {
  const delivery = aDelivery(`delivery-${++number}`, { receivedAt: world.clock.now(), ...overrides });
  world.mailFiles.keep(delivery.id, raw, delivery.receivedAt);
  return receiveMail(delivery, { ...world, readMail });
}

/** What a process has that is killed when all is done but the outcome is not noted. */
export const dyingAtTheEnd = (world: World) => ({
  ...world,
  readMail,
  intake: { ...world.intake, record: () => Promise.reject(new Error('killed')) },
});

export async function load(world: World, id: string | undefined): Promise<Lead> {
  const lead = await world.leads.load(id ?? '');
  if (!lead) throw new Error('No such lead');
  return leadSchema.parse(lead);
}

/** What the workflow would do now. */
export async function follow(world: World, id: string | undefined) {
  const lead = await load(world, id);
  return followUpLead({ leadId: lead.id, generation: lead.generation }, world);
}

export const sentTo = (world: World, address: string) =>
  world.mailer.sent.filter(({ to }) => to.includes(address));

/** A world in which Erika's request waits for her after a quote. */
export async function withErika(stage: Parameters<typeof aLeadIn>[0] = 'quoted') {
  const lead = { ...aLeadIn(stage), acknowledgedAt: monday10, alertedAt: monday10 };
  const world = await aWorld({ leads: [lead] });
  await world.contacts.linkLead({ kind: 'email', value: erika }, lead.id);
  return { world, lead, address: world.replyAddresses.sign(lead.id) };
}

/** A mail of ours went out, under that id. */
export async function wentOut(
  world: World,
  messageId: string,
  { leadId, key, to = 'customer' }: { leadId: string; key: string; to?: 'customer' | 'owner' },
) {
  await world.mailLog.claim({ leadId, key, to }, monday10);
  await world.mailLog.markSent(leadId, key, messageId, monday10);
}

export const fromErika = { From: `Erika Muster <${erika}>` };
