/** Whoever is called out may do by mail what he may do on the page of a request, and no more. */
import { describe, expect, test } from 'vitest';
import { readMail } from '../../../adapters/mime/read-mail.ts';
import { personAt } from '../../../domain/business/people.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { receiveMail } from '../../../functions/receive-mail/receive-mail.ts';
import { aDelivery, aRawMail } from '../../support/a-raw-mail.ts';
import { aLeadIn, monday10 } from '../../support/a-walk.ts';
import { aWorld } from '../../support/a-world.ts';
import { aCompany } from '../../support/company.ts';
import { dyingAtTheEnd, erika, load, owner, receive, sentTo } from './a-mailbox.ts';

const office = 'buero@muster-haustechnik.example';
const jonas = 'jonas@muster-haustechnik.example';
const keyOfJonas = personAt(aCompany(), jonas)?.key ?? '';

/** Erika's request, with whom it is. */
async function hers(assignedTo?: string, stage: Parameters<typeof aLeadIn>[0] = 'quoted') {
  const lead: Lead = {
    ...aLeadIn(stage),
    acknowledgedAt: monday10,
    alertedAt: monday10,
    ...(assignedTo !== undefined && { assignedTo }),
  };
  const world = await aWorld({ leads: [lead] });
  await world.contacts.linkLead({ kind: 'email', value: erika }, lead.id);
  const address = world.replyAddresses.sign(lead.id);
  const write = (text: string, from = jonas) =>
    receive(world, aRawMail({ headers: { From: from, To: address, Subject: 'AW: Anfrage' }, text }), {
      envelopeFrom: from,
    });
  return { world, lead, address, write };
}

describe('an answer of somebody who is called out', () => {
  test.each([
    ['nobody’s', undefined],
    ['somebody else’s', office],
  ])('to a request that is %s stays here, and he is told why', async (_, assignedTo) => {
    const { world, lead, write } = await hers(assignedTo);
    const before = await load(world, lead.id);
    await write('Guten Tag, wir kommen am Freitag um acht.');
    expect(sentTo(world, erika)).toEqual([]);
    expect(await load(world, lead.id)).toEqual(before);
    const [told, ...others] = world.mailer.sent;
    expect(others).toEqual([]);
    expect(told?.to).toEqual([jonas]);
    expect(told?.subject).toContain('ging nicht hinaus');
    expect(told?.text).toContain('wir kommen am Freitag um acht');
    expect(told?.text.replace(/\s+/g, ' ')).toContain('kümmert sich jemand anderes');
  });

  test('tells him nothing of a customer who is not his', async () => {
    const { world, lead, write } = await hers(office);
    await write('Guten Tag, wir kommen am Freitag um acht.');
    const [told] = world.mailer.sent;
    const said = `${told?.subject} ${told?.text} ${told?.html}`;
    for (const known of [lead.contact.name, lead.contact.email, lead.contact.phoneE164, '/a/']) {
      expect(said).not.toContain(known);
    }
  });

  test.each(['Notiz: Hund im Garten', 'an Sabine', 'erreicht'])(
    'changes nothing of a request that is not his either: %s',
    async (text) => {
      const { world, lead, write } = await hers();
      const before = await load(world, lead.id);
      await write(text);
      expect(await load(world, lead.id)).toEqual(before);
      expect(world.mailer.sent.map(({ to }) => to)).toEqual([[jonas]]);
    },
  );

  test.each([
    ['that is his', jonas, 'quoted'],
    ['that is an emergency', undefined, 'service'],
  ] as const)('to a request %s goes on to the customer', async (_, assignedTo, stage) => {
    const { world, write } = await hers(assignedTo, stage);
    await write('Guten Tag, wir kommen am Freitag um acht.');
    expect(sentTo(world, erika)).toHaveLength(1);
  });

  test('to an emergency that somebody else has by the next try went out, and he is told nothing else', async () => {
    const { world, lead, address } = await hers(undefined, 'service');
    const headers = { From: jonas, To: address, Subject: 'AW: Notfall' };
    const raw = aRawMail({ headers, text: 'Haupthahn zudrehen, ich komme.' });
    const delivery = aDelivery('twice', { receivedAt: world.clock.now(), envelopeFrom: jonas });
    world.mailFiles.keep(delivery.id, raw, delivery.receivedAt);
    await expect(receiveMail(delivery, dyingAtTheEnd(world))).rejects.toThrow('killed');
    const left = await load(world, lead.id);
    await world.leads.save({ ...left, stage: 'first-contact', assignedTo: office });
    await receiveMail(delivery, { ...world, readMail });
    expect(sentTo(world, erika)).toHaveLength(1);
    expect(world.mailer.sent.filter(({ subject }) => subject.includes('ging nicht hinaus'))).toEqual([]);
  });

  test('does not give his request to others: he is told whose that is', async () => {
    const { world, lead, write } = await hers(jonas);
    await write('an Sabine');
    expect((await load(world, lead.id)).assignedTo).toBe(jonas);
    expect(world.mailer.sent.map(({ to }) => to)).toEqual([[jonas]]);
    expect(world.mailer.sent[0]?.text.replace(/\s+/g, ' ')).toContain('Weitergeben können nur Inhaber');
  });

  test('that the customer has already is noted, whosever the request is', async () => {
    const { world, lead, address } = await hers(office);
    const headers = { From: jonas, To: erika, Cc: address, Subject: 'AW: Anfrage' };
    await receive(world, aRawMail({ headers, text: 'Wir kommen am Freitag.' }), { envelopeFrom: jonas });
    expect((await load(world, lead.id)).timeline.at(-1)).toMatchObject({ type: 'owner-replied' });
  });
});

test.each([owner, office])('owner and office answer whatever request it is: %s', async (from) => {
  const { world, write } = await hers(jonas);
  await write('Guten Tag, wir kommen am Freitag um acht.', from);
  expect(sentTo(world, erika)).toHaveLength(1);
});

describe('a line in his answer to a list', () => {
  const list = `2026-11-23-0-${keyOfJonas}`;

  async function answered(assignedTo: string | undefined, text: string) {
    const { world, lead } = await hers(assignedTo);
    await world.digestLog.claim(list, monday10, [lead.id]);
    await world.digestLog.markSent(list, monday10);
    const headers = { From: jonas, To: world.replyAddresses.sign(`digest-${list}`), Subject: 'Re: Nachfass' };
    await receive(world, aRawMail({ headers, text }), { envelopeFrom: jonas });
    const [told] = sentTo(world, jonas);
    return { lead: await load(world, lead.id), before: lead, text: told?.text.replace(/\s+/g, ' ') ?? '' };
  }

  test('is carried out where the request is his', async () => {
    const { lead } = await answered(jonas, '1 verloren zu teuer');
    expect(lead.reason).toBe('zu teuer');
  });

  test('changes nothing of a request that somebody else has by now, and he is told', async () => {
    const { lead, before, text } = await answered(office, '1 verloren zu teuer');
    expect(lead.timeline).toEqual(before.timeline);
    expect(text).toContain('kümmert sich jemand anderes');
  });

  test.each([
    ['1 Spam', 'Als Spam ablegen können nur Inhaber und Büro'],
    ['1 an Sabine', 'Weitergeben können nur Inhaber und Büro'],
  ])('does nothing that is the office’s: %s', async (line, asked) => {
    const { lead, before, text } = await answered(jonas, line);
    expect(lead.timeline).toEqual(before.timeline);
    expect(lead.assignedTo).toBe(jonas);
    expect(text).toContain(asked);
  });
});
