import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMail } from '../../../adapters/mime/read-mail.ts';
import type { Delivery } from '../../../domain/inbound/incoming-mail.ts';
import { type Lead, leadSchema } from '../../../domain/lead/lead.ts';
import { MailRefusedError } from '../../../domain/ports/errors.ts';
import { addDuration, addMinutes } from '../../../domain/time/local-time.ts';
import { followUpLead } from '../../../functions/follow-up-lead/follow-up-lead.ts';
import { receiveMail } from '../../../functions/receive-mail/receive-mail.ts';
import { aLead } from '../../support/a-lead.ts';
import { aDelivery, aRawMail, mailbox } from '../../support/a-raw-mail.ts';
import { aLeadIn, monday10, when } from '../../support/a-walk.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { aCompany } from '../../support/company.ts';

const erika = 'erika.muster@example.org';
const owner = 'chef@muster-haustechnik.example';

let number = 0;

/** A mail comes in and is received. */
async function receive(world: World, raw: Buffer, overrides: Partial<Delivery> = {}) {
  const delivery = aDelivery(`delivery-${++number}`, { receivedAt: world.clock.now(), ...overrides });
  world.mailFiles.keep(delivery.id, raw, delivery.receivedAt);
  return receiveMail(delivery, { ...world, readMail });
}

async function load(world: World, id: string | undefined): Promise<Lead> {
  const lead = await world.leads.load(id ?? '');
  if (!lead) throw new Error('No such lead');
  return leadSchema.parse(lead);
}

/** What the workflow would do now. */
async function follow(world: World, id: string | undefined) {
  const lead = await load(world, id);
  return followUpLead({ leadId: lead.id, generation: lead.generation }, world);
}

const sentTo = (world: World, address: string) => world.mailer.sent.filter(({ to }) => to.includes(address));

/** A world in which Erika's request waits for her after a quote. */
async function withErika(stage: Parameters<typeof aLeadIn>[0] = 'quoted') {
  const lead = { ...aLeadIn(stage), acknowledgedAt: monday10, alertedAt: monday10 };
  const world = await aWorld({ leads: [lead] });
  await world.contacts.linkLead({ kind: 'email', value: erika }, lead.id);
  return { world, lead, address: world.replyAddresses.sign(lead.id) };
}

const fromErika = { From: `Erika Muster <${erika}>` };

describe('rule 2: everything can be repeated', () => {
  test('a delivery received twice is one lead and the same outcome', async () => {
    const world = await aWorld();
    const delivery = aDelivery('twice');
    world.mailFiles.keep('twice', aRawMail(), monday10);
    const first = await receiveMail(delivery, { ...world, readMail });
    const second = await receiveMail(delivery, { ...world, readMail });
    expect(second).toEqual(first);
    expect(await world.leads.listOpen()).toHaveLength(1);
  });

  test('a delivery whose outcome was not stored any more finds its lead again', async () => {
    const world = await aWorld();
    const delivery = aDelivery('cut-off');
    world.mailFiles.keep('cut-off', aRawMail(), monday10);
    const dying = {
      ...world,
      readMail,
      intake: { ...world.intake, record: () => Promise.reject(new Error('killed')) },
    };
    await expect(receiveMail(delivery, dying)).rejects.toThrow('killed');
    const again = await receiveMail(delivery, { ...world, readMail });
    expect(again.outcome).toBe('lead-created');
    expect(await world.leads.listOpen()).toHaveLength(1);
    expect((await load(world, again.leadId)).muted).toBeUndefined();
  });

  test('without the raw mail it is tried again later', async () => {
    const world = await aWorld();
    await expect(receiveMail(aDelivery('gone'), { ...world, readMail })).rejects.toThrow();
    expect(await world.intake.find('gone')).toBeUndefined();
  });
});

describe('rule 3: duplicates', () => {
  test('the same mail by two ways is one lead', async () => {
    const world = await aWorld();
    const raw = aRawMail();
    const first = await receive(world, raw);
    const forwarded = Buffer.concat([
      Buffer.from('Received: from elsewhere; Mon, 23 Nov 2026 10:00:01 +0100\r\n'),
      raw,
    ]);
    expect(await receive(world, forwarded)).toMatchObject({ outcome: 'duplicate', leadId: first.leadId });
    expect(await world.leads.listOpen()).toHaveLength(1);
  });

  test('the same Message-ID with other content is a new mail', async () => {
    const world = await aWorld();
    const id = { 'Message-ID': '<always-the-same@plugin.example>' };
    await receive(world, aRawMail({ headers: id }));
    expect((await receive(world, aRawMail({ headers: id, text: 'Unsere Heizung tropft.' }))).outcome).toBe(
      'lead-created',
    );
  });

  test.each([
    ['missing', undefined],
    ['empty', ''],
    ['empty brackets', '<>'],
  ])('three mails with a %s Message-ID are three leads', async (_, messageId) => {
    const world = await aWorld();
    for (let mail = 0; mail < 3; mail++) {
      expect((await receive(world, aRawMail({ headers: { 'Message-ID': messageId } }))).outcome).toBe(
        'lead-created',
      );
    }
    expect(await world.leads.listOpen()).toHaveLength(3);
  });
});

describe('rule 4: one outcome for each mail', () => {
  test('a letter becomes a lead with everything it says, and its sender is acknowledged', async () => {
    const world = await aWorld();
    const record = await receive(world, aRawMail());
    expect(record).toMatchObject({ outcome: 'lead-created', sender: 'joerg.weiss@customer.test' });
    const lead = await load(world, record.leadId);
    expect(lead).toMatchObject({
      source: 'email',
      contact: { name: 'Jörg Weiß', email: 'joerg.weiss@customer.test', phoneE164: '+491712345678' },
      attribution: { mailbox },
    });
    expect(lead.request.message).toContain('Neues Bad im Altbau');
    expect(lead.request.message).toContain('wir möchten unser Bad erneuern');
    await follow(world, lead.id);
    expect(sentTo(world, 'joerg.weiss@customer.test')).toHaveLength(1);
    expect(sentTo(world, owner)).toHaveLength(1);
  });

  test('what nobody can read is noted', async () => {
    const world = await aWorld();
    expect((await receive(world, Buffer.alloc(0))).outcome).toBe('unreadable');
  });

  test('as many outcomes as mails', async () => {
    const world = await aWorld();
    const mails = [
      aRawMail(),
      aRawMail({ headers: { 'Auto-Submitted': 'auto-replied' } }),
      aRawMail({ headers: { 'X-Nachfass': 'digest' } }),
      Buffer.from('nothing'),
      Buffer.alloc(0),
    ];
    for (const raw of mails) await receive(world, raw);
    expect(await world.intake.listSince('2026-11-01T00:00:00.000Z')).toHaveLength(mails.length);
  });
});

describe('rule 6: too much', () => {
  test('a mail over 40 MB is a lead that points at the raw mail', async () => {
    const world = await aWorld();
    const raw = Buffer.concat([aRawMail(), Buffer.alloc(41 * 1024 * 1024, 'a')]);
    const record = await receive(world, raw);
    expect(record.outcome).toBe('too-large');
    const [captured] = (await load(world, record.leadId)).timeline;
    expect(captured).toMatchObject({ type: 'captured', mail: { id: record.deliveryId } });
  });
});

describe('rule 7: whose mail is it?', () => {
  test.each<[string, (address: string) => { headers: Record<string, string>; envelopeTo?: string[] }]>([
    ['To', (address) => ({ headers: { To: address } })],
    ['Cc', (address) => ({ headers: { Cc: `Büro <${address}>` } })],
    ['Delivered-To', (address) => ({ headers: { 'Delivered-To': address } })],
    ['X-Original-To', (address) => ({ headers: { 'X-Original-To': address } })],
    ['Envelope-To', (address) => ({ headers: { 'Envelope-To': address } })],
    ['the envelope only', (address) => ({ headers: {}, envelopeTo: [address] })],
    ['To in capitals', (address) => ({ headers: { To: address.toUpperCase() } })],
  ])('a token in %s finds the lead', async (_, way) => {
    const { world, lead, address } = await withErika();
    const { headers, envelopeTo } = way(address);
    const record = await receive(world, aRawMail({ headers: { ...fromErika, Subject: 'Ja!', ...headers } }), {
      ...(envelopeTo && { envelopeTo }),
    });
    expect(record).toMatchObject({ outcome: 'reply-appended', leadId: lead.id, flags: [] });
  });

  test('the id that SES gave our mail finds the lead', async () => {
    const { world, lead } = await withErika();
    await world.mailLog.claim({ leadId: lead.id, key: 'g1#quoted#1', to: 'customer' }, monday10);
    await world.mailLog.markSent(lead.id, 'g1#quoted#1', '0107-abc-000000', monday10);
    const headers = {
      ...fromErika,
      References: '<other@elsewhere.example> <0107-abc-000000@eu-central-1.amazonses.com>',
      Subject: 'Zum Angebot',
    };
    expect(await receive(world, aRawMail({ headers }))).toMatchObject({
      outcome: 'reply-appended',
      leadId: lead.id,
    });
  });

  test('an answer of somebody with exactly one open request belongs to it', async () => {
    const { world, lead } = await withErika();
    const headers = { ...fromErika, Subject: 'AW: Ihr Angebot' };
    expect(await receive(world, aRawMail({ headers }))).toMatchObject({
      outcome: 'reply-appended',
      leadId: lead.id,
    });
  });

  test('with two open requests it is a new one, linked', async () => {
    const { world } = await withErika();
    const other = aLead({ id: '7K2M9QX4TE' });
    await world.leads.add(other, { contentHash: other.id });
    await world.contacts.linkLead({ kind: 'email', value: erika }, other.id);
    const record = await receive(world, aRawMail({ headers: { ...fromErika, Subject: 'Re: Angebot' } }));
    expect(record.outcome).toBe('lead-created');
  });
});

describe('rule 8: a token proves the thread, not the person', () => {
  test('a forged token makes a new request, flagged', async () => {
    const { world, lead, address } = await withErika();
    const forged = address.replace(/\.(.)/, (_, letter: string) => `.${letter === 'a' ? 'b' : 'a'}`);
    const record = await receive(world, aRawMail({ headers: { To: forged } }));
    expect(record).toMatchObject({ outcome: 'lead-created', flags: ['forged-token'] });
    expect(record.leadId).not.toBe(lead.id);
    expect((await load(world, lead.id)).timeline).toEqual(lead.timeline);
  });

  test('any changed token is forged or none, never that of a lead', async () => {
    const { world, lead, address } = await withErika();
    const at = address.indexOf('+') + 1;
    const end = address.indexOf('@');
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: at, max: end - 1 }),
        fc.constantFrom(...'0123456789abcdefghjkmnpqrstvwxyz.+-'),
        async (position, letter) => {
          const changed = address.slice(0, position) + letter + address.slice(position + 1);
          fc.pre(changed.toLowerCase() !== address.toLowerCase());
          const read = world.replyAddresses.read(changed);
          expect(typeof read === 'object' && read.about === lead.id).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('an unknown sender is appended and flagged, and it is named', async () => {
    const { world, lead, address } = await withErika();
    const record = await receive(world, aRawMail({ headers: { To: address } }));
    expect(record).toMatchObject({ outcome: 'reply-appended', leadId: lead.id, flags: ['unknown-sender'] });
    const reply = (await load(world, lead.id)).timeline.at(-1);
    expect(reply).toMatchObject({ type: 'customer-replied', from: 'joerg.weiss@customer.test' });
    expect((await load(world, lead.id)).contact.email).toBe(erika);
  });
});

describe('rule 9: something new', () => {
  test('a known person who writes about something new is a new lead, linked to the old one', async () => {
    const { world, lead } = await withErika();
    const record = await receive(world, aRawMail({ headers: { ...fromErika, Subject: 'Heizung' } }));
    expect(record.outcome).toBe('lead-created');
    expect((await load(world, record.leadId)).relatedTo).toBe(lead.id);
  });

  test.each([
    ['P89D', 'reply-appended'],
    ['P91D', 'lead-created'],
  ])('an answer to a request that closed %s ago: %s', async (since, outcome) => {
    const { world, lead, address } = await withErika();
    const change = when(lead, { type: 'move', to: 'lost', facts: { reason: 'zu teuer' } });
    await world.leads.save(change.lead);
    world.clock.set(addDuration(monday10, since));
    const record = await receive(world, aRawMail({ headers: { ...fromErika, To: address } }));
    expect(record.outcome).toBe(outcome);
    // Either way the owner is told: of a closed lead from here, of a new one by its workflow.
    if (outcome === 'reply-appended') expect(sentTo(world, owner)).toHaveLength(1);
    else expect((await load(world, record.leadId)).relatedTo).toBe(lead.id);
  });
});

describe('rule 14: three classes', () => {
  test("a person's reply stops the cadence, makes it the owner's turn, and he reads the new text at once", async () => {
    const { world, lead, address } = await withErika();
    const text = `Das Angebot nehmen wir an.

Am 20.11.2026 um 10:00 schrieb Muster Haustechnik:
> Haben Sie noch Fragen zu unserem Angebot?`;
    await receive(world, aRawMail({ headers: { ...fromErika, To: address, Subject: 'AW: Angebot' }, text }));
    const replied = await load(world, lead.id);
    expect(replied).toMatchObject({ waitsFor: 'owner', cadence: { name: 'replied' } });
    expect(replied.generation).toBe(lead.generation + 1);
    expect(replied.timeline.at(-1)).toMatchObject({
      type: 'customer-replied',
      text: 'Das Angebot nehmen wir an.',
    });
    await follow(world, lead.id);
    const [notice] = sentTo(world, owner);
    expect(notice?.text).toContain('Das Angebot nehmen wir an.');
    expect(notice?.text).not.toContain('Haben Sie noch Fragen zu unserem Angebot?');
    expect(sentTo(world, erika)).toEqual([]);
  });

  test('an absence note changes nothing', async () => {
    const { world, lead, address } = await withErika();
    const record = await receive(
      world,
      aRawMail({ headers: { ...fromErika, To: address, 'Auto-Submitted': 'auto-replied' } }),
    );
    expect(record).toMatchObject({ outcome: 'auto-reply-noted', leadId: lead.id });
    const { timeline, version: _, ...after } = await load(world, lead.id);
    const { timeline: before, version: __, ...untouched } = lead;
    expect(after).toEqual(untouched);
    expect(timeline.slice(0, -1)).toEqual(before);
    expect(timeline.at(-1)).toMatchObject({ type: 'mail-noted', what: 'auto-reply' });
  });

  const report = (status: string, action: string) =>
    `--r\r\nContent-Type: text/plain\r\n\r\nUnzustellbar.\r\n--r\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.org\r\n\r\nFinal-Recipient: rfc822; ${erika}\r\nAction: ${action}\r\nStatus: ${status}\r\nDiagnostic-Code: smtp; 550 5.1.1 unknown\r\n\r\n--r\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <0107-quote-000000@eu-central-1.amazonses.com>\r\nSubject: Ihr Angebot\r\n\r\n--r--\r\n`;
  const bounced = (status: string, action: string) =>
    aRawMail({
      headers: {
        From: 'MAILER-DAEMON@mx.example.org',
        Subject: 'Undelivered Mail Returned to Sender',
        'Content-Type': 'multipart/report; report-type=delivery-status; boundary=r',
      },
      text: report(status, action).replaceAll('\r\n', '\n'),
    });
  async function withQuoteMail() {
    const set = await withErika();
    await set.world.mailLog.claim({ leadId: set.lead.id, key: 'g1#quoted#1', to: 'customer' }, monday10);
    await set.world.mailLog.markSent(set.lead.id, 'g1#quoted#1', '0107-quote-000000', monday10);
    return set;
  }

  test('a permanent bounce ends mails to the address and tells the owner to phone', async () => {
    const { world, lead } = await withQuoteMail();
    const record = await receive(world, bounced('5.1.1', 'failed'), { envelopeFrom: '' });
    expect(record).toMatchObject({ outcome: 'bounce-noted', leadId: lead.id });
    expect(await load(world, lead.id)).toMatchObject({ mailsStopped: 'bounced', waitsFor: 'owner' });
    expect((await world.contacts.load({ kind: 'email', value: erika }))?.suppressed?.reason).toBe('bounced');
    await follow(world, lead.id);
    expect(sentTo(world, owner)[0]?.text).toMatch(/anrufen|rufen Sie an/);
  });

  test('a delay is only noted', async () => {
    const { world, lead } = await withQuoteMail();
    await receive(world, bounced('4.4.1', 'delayed'), { envelopeFrom: '' });
    const after = await load(world, lead.id);
    expect(after.mailsStopped).toBeUndefined();
    expect(after.generation).toBe(lead.generation);
  });
});

describe('rule 15: loops', () => {
  test('our own mail that comes back is not answered', async () => {
    const world = await aWorld();
    expect((await receive(world, aRawMail({ headers: { 'X-Nachfass': 'digest' } }))).outcome).toBe(
      'own-mail-ignored',
    );
    expect((await receive(world, aRawMail({ headers: { From: aCompany().mail.from } }))).outcome).toBe(
      'own-mail-ignored',
    );
    expect(await world.leads.listOpen()).toEqual([]);
  });

  test('a second request of a sender within 24 hours is a lead, but gets no second automatic answer', async () => {
    const world = await aWorld();
    const ids: (string | undefined)[] = [];
    for (const [minutes, text] of [
      [0, 'Bad'],
      [60, 'Heizung'],
      [24 * 60 + 1, 'Dach'],
    ] as const) {
      world.clock.set(addMinutes(monday10, minutes));
      const { leadId, outcome } = await receive(world, aRawMail({ headers: { Subject: text }, text }));
      expect(outcome).toBe('lead-created');
      await follow(world, leadId);
      ids.push(leadId);
    }
    const muted = await Promise.all(ids.map(async (id) => (await load(world, id)).muted));
    expect(muted).toEqual([undefined, 'answered-lately', undefined]);
    expect(sentTo(world, 'joerg.weiss@customer.test')).toHaveLength(2);
  });

  test('from the 21st mail of a sender within 2 hours on there is no automatic effect', async () => {
    const world = await aWorld();
    const outcomes: string[] = [];
    for (let mail = 0; mail < 22; mail++) {
      const record = await receive(world, aRawMail({ text: `Nummer ${mail}` }));
      outcomes.push(`${record.outcome} ${record.flags.join()}`);
    }
    expect(outcomes.slice(0, 20).every((outcome) => outcome === 'lead-created ')).toBe(true);
    expect(outcomes.slice(20)).toEqual(['auto-reply-noted too-many', 'auto-reply-noted too-many']);
  });

  test('against a robot that answers everything and marks nothing, one automatic answer in 24 hours', async () => {
    const world = await aWorld();
    const robot = 'joerg.weiss@customer.test';
    let answered = 0;
    let pending: Buffer[] = [aRawMail()];
    for (let minute = 0; minute < 24 * 60; minute += 10) {
      world.clock.set(addMinutes(monday10, minute));
      const mails = pending;
      pending = [];
      for (const raw of mails) {
        const { leadId } = await receive(world, raw);
        if (leadId !== undefined) await follow(world, leadId);
      }
      for (const mail of sentTo(world, robot).slice(answered)) {
        answered++;
        // To the business itself, as bad robots do, and as an answer.
        for (const To of [mailbox, mail.replyTo]) {
          pending.push(
            aRawMail({ headers: { To, Subject: 'Ich bin im Urlaub' }, text: `Zurück ab ${minute}` }),
          );
        }
      }
    }
    const automatic = sentTo(world, robot).filter(
      ({ headers }) => headers['Auto-Submitted'] === 'auto-replied',
    );
    expect(automatic).toHaveLength(1);
  });
});

describe('rule 20: attachments', () => {
  test('are kept beside the raw mail and listed on the lead', async () => {
    const world = await aWorld();
    const files = { 'wasser.jpg': { contentType: 'image/jpeg', content: 'a picture' } };
    const { leadId, deliveryId } = await receive(world, aRawMail({ files }));
    const [captured] = (await load(world, leadId)).timeline;
    expect(captured).toMatchObject({
      mail: {
        id: deliveryId,
        files: [{ index: 0, name: 'wasser.jpg', contentType: 'image/jpeg', bytes: 9 }],
      },
    });
    expect(
      await world.mailFiles.fileLink(deliveryId, { index: 0, name: 'wasser.jpg', contentType: 'image/jpeg' }),
    ).toBeTruthy();
  });
});

describe('rule 21: verdicts', () => {
  const failing = (verdict: 'spam' | 'virus') => ({
    verdicts: { ...aDelivery('x').verdicts, [verdict]: 'fail' as const },
  });

  test('spam is kept aside where no list shows it, and can become a lead', async () => {
    const world = await aWorld();
    const record = await receive(world, aRawMail(), failing('spam'));
    expect(record.outcome).toBe('spam-quarantined');
    expect(await world.leads.listOpen()).toEqual([]);
    expect((await world.leads.loadSpam(record.leadId ?? ''))?.contact.email).toBe(
      'joerg.weiss@customer.test',
    );
  });

  test('the customer of a thread is heard whatever the verdict says', async () => {
    const { world, lead, address } = await withErika();
    const raw = aRawMail({ headers: { ...fromErika, To: address } });
    expect(await receive(world, raw, failing('spam'))).toMatchObject({
      outcome: 'reply-appended',
      leadId: lead.id,
    });
  });

  test('with a virus the mail is a lead, flagged, and its files are not kept', async () => {
    const world = await aWorld();
    const files = { 'rechnung.exe': { contentType: 'application/x-msdownload', content: 'evil' } };
    const kept: number[] = [];
    const watched = {
      ...world,
      mailFiles: {
        ...world.mailFiles,
        keepFile: async (_: string, { index }: { index: number }) => {
          kept.push(index);
        },
      },
    } as unknown as World;
    const record = await receive(watched, aRawMail({ files }), failing('virus'));
    expect(record).toMatchObject({ outcome: 'lead-created', flags: ['virus'] });
    expect(kept).toEqual([]);
  });
});

describe('the owner answers from his mail program', () => {
  const fromOwner = { From: `Martin Muster <${owner}>`, Subject: 'Re: Neue Anfrage' };
  const ownersEnvelope = { envelopeFrom: owner };
  const text = `Guten Tag Frau Muster, gern komme ich am Donnerstag vorbei.

Am 23.11.2026 um 09:00 schrieb Muster Haustechnik:
> Neue Anfrage von Erika Muster
> E-Mail: erika.muster@example.org
> Erreicht: https://anfrage.example/a/abcdefghijklmnopqrstuvwxyz.1.view.7K2M9QX4TD.1.zzz`;

  test('his words and files go to the customer, under the address of the business, and it is her turn', async () => {
    const { world, lead, address } = await withErika('new');
    const files = { 'prospekt.pdf': { contentType: 'application/pdf', content: '%PDF' } };
    const record = await receive(
      world,
      aRawMail({ headers: { ...fromOwner, To: address }, text, files }),
      ownersEnvelope,
    );
    expect(record).toMatchObject({ outcome: 'reply-appended', leadId: lead.id });
    const [mail] = sentTo(world, erika);
    expect(mail).toMatchObject({ from: { address: aCompany().mail.from }, replyTo: address });
    expect(mail?.text).toContain('gern komme ich am Donnerstag vorbei');
    expect(`${mail?.text}${mail?.html}`).not.toContain('/a/abcdefghijklmnopqrstuvwxyz');
    expect(mail?.headers['Auto-Submitted']).toBeUndefined();
    expect(mail?.files).toMatchObject([{ name: 'prospekt.pdf' }]);
    expect(await load(world, lead.id)).toMatchObject({
      stage: 'first-contact',
      waitsFor: 'customer',
      cadence: { name: 'answered' },
    });
  });

  test('twice the same delivery is one mail to the customer', async () => {
    const { world, address } = await withErika();
    const delivery = aDelivery('answer', ownersEnvelope);
    world.mailFiles.keep('answer', aRawMail({ headers: { ...fromOwner, To: address }, text }), monday10);
    const dying = {
      ...world,
      readMail,
      intake: { ...world.intake, record: () => Promise.reject(new Error('killed')) },
    };
    await expect(receiveMail(delivery, dying)).rejects.toThrow('killed');
    await receiveMail(delivery, { ...world, readMail });
    expect(sentTo(world, erika)).toHaveLength(1);
  });

  test.each<[string, Partial<Delivery['verdicts']>]>([
    ['DMARC fails', { dmarc: 'fail' }],
    ['nobody checked', { spf: 'unknown', dkim: 'unknown', dmarc: 'unknown' }],
    ['SPF fails and there is no DMARC', { spf: 'fail', dmarc: 'gray' }],
  ])('not if %s: nothing goes out, and the owner is told', async (_, verdicts) => {
    const { world, lead, address } = await withErika();
    const record = await receive(world, aRawMail({ headers: { ...fromOwner, To: address }, text }), {
      ...ownersEnvelope,
      verdicts: { ...aDelivery('x').verdicts, ...verdicts },
    });
    expect(record).toMatchObject({ leadId: lead.id, flags: ['unproven-owner'] });
    expect(sentTo(world, erika)).toEqual([]);
    expect(sentTo(world, owner)[0]?.text).toContain('gern komme ich am Donnerstag vorbei');
    expect((await load(world, lead.id)).generation).toBe(lead.generation);
  });

  test('his absence note does not reach the customer', async () => {
    const { world, lead, address } = await withErika();
    await receive(
      world,
      aRawMail({ headers: { ...fromOwner, To: address, 'Auto-Submitted': 'auto-replied' }, text }),
      ownersEnvelope,
    );
    expect(sentTo(world, erika)).toEqual([]);
    expect((await load(world, lead.id)).generation).toBe(lead.generation);
  });

  test('a customer who has it already gets no second one', async () => {
    const { world, lead, address } = await withErika();
    await receive(
      world,
      aRawMail({ headers: { ...fromOwner, To: erika, Cc: address }, text }),
      ownersEnvelope,
    );
    expect(sentTo(world, erika)).toEqual([]);
    expect((await load(world, lead.id)).timeline.at(-1)).toMatchObject({ type: 'owner-replied' });
  });

  test('links of our mail that stand in his answer never reach the customer', async () => {
    const { world, address } = await withErika();
    const leaking = 'Siehe https://anfrage.example/a/abcdefghijklmnopqrstuvwxyz.1.view.7K2M9QX4TD.1.zzz';
    await receive(world, aRawMail({ headers: { ...fromOwner, To: address }, text: leaking }), ownersEnvelope);
    expect(sentTo(world, erika)).toEqual([]);
    expect(sentTo(world, owner)).toHaveLength(1);
  });

  test('when the provider does not take mails now, it is tried again and goes out once', async () => {
    const { world, lead, address } = await withErika();
    const delivery = aDelivery('later', ownersEnvelope);
    world.mailFiles.keep('later', aRawMail({ headers: { ...fromOwner, To: address }, text }), monday10);
    world.mailer.failNext(new MailRefusedError('busy'));
    await expect(receiveMail(delivery, { ...world, readMail })).rejects.toThrow(MailRefusedError);
    await receiveMail(delivery, { ...world, readMail });
    expect(sentTo(world, erika)).toHaveLength(1);
    expect((await load(world, lead.id)).timeline.at(-1)).toMatchObject({ type: 'owner-replied' });
  });
});

describe('the owner answers the digest', () => {
  const date = '2026-11-23';
  const headers = (world: World) => ({
    From: owner,
    To: world.replyAddresses.sign(`digest-${date}`),
    Subject: 'Re: 1 neue – Nachfass',
  });
  async function withDigest() {
    const set = await withErika('new');
    await set.world.digestLog.claim(date, monday10, [set.lead.id]);
    await set.world.digestLog.markSent(date, monday10);
    return set;
  }

  test('what was understood is done and confirmed, what was not is asked back', async () => {
    const { world, lead } = await withDigest();
    const record = await receive(
      world,
      aRawMail({ headers: headers(world), text: '1 erreicht\n7 gewonnen\n1 vielleicht' }),
      { envelopeFrom: owner },
    );
    expect(record.outcome).toBe('reply-appended');
    expect((await load(world, lead.id)).stage).toBe('needs-analysis');
    const [confirmation, ...others] = sentTo(world, owner);
    expect(others).toEqual([]);
    expect(confirmation?.text).toContain('Erika Muster');
    expect(confirmation?.text).toContain('7 gewonnen');
    expect(confirmation?.text).toContain('1 vielleicht');
  });

  test.each<[string, Record<string, string>, Partial<Delivery['verdicts']>, string]>([
    ['of somebody else', { From: 'joerg.weiss@customer.test' }, {}, 'unknown-sender'],
    ['that is not proven to be his', {}, { dmarc: 'fail' }, 'unproven-owner'],
  ])('an answer %s does nothing and is kept aside', async (_, other, verdicts, flag) => {
    const { world, lead } = await withDigest();
    const record = await receive(
      world,
      aRawMail({ headers: { ...headers(world), ...other }, text: '1 erreicht' }),
      {
        verdicts: { ...aDelivery('x').verdicts, ...verdicts },
      },
    );
    expect(record).toMatchObject({ outcome: 'spam-quarantined', flags: [flag] });
    expect((await load(world, lead.id)).version).toBe(lead.version);
  });
});

describe('no mail is lost', () => {
  test('line breaks smuggled into a subject end in no header of ours', async () => {
    const world = await aWorld();
    const Subject = '=?utf-8?Q?Bad=0D=0ABcc:_opfer@example.org=0D=0A=0D=0AText?=';
    const { leadId } = await receive(world, aRawMail({ headers: { Subject } }));
    await follow(world, leadId);
    for (const { subject, to } of world.mailer.sent) {
      expect(subject).not.toMatch(/[\r\n]/);
      expect(to).not.toContain('opfer@example.org');
    }
  });

  test('however a mail is damaged, it has one outcome and is kept', async () => {
    const bases = [
      aRawMail(),
      aRawMail({ files: { 'a.jpg': { contentType: 'image/jpeg', content: 'picture' } } }),
      aRawMail({ headers: { Subject: '=?iso-8859-1?Q?Heizung_f=E4llt_aus?=', 'Auto-Submitted': 'no' } }),
    ];
    const world = await aWorld();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...bases),
        fc.array(
          fc.record({
            at: fc.double({ min: 0, max: 1, noNaN: true }),
            byte: fc.nat(255),
            how: fc.nat(2),
            length: fc.nat(200),
          }),
          { minLength: 1, maxLength: 6 },
        ),
        async (base, damages) => {
          const raw = damages.reduce((mail, { at, byte, how, length }) => {
            const position = Math.floor(at * mail.length);
            if (how === 0)
              return Buffer.concat([
                mail.subarray(0, position),
                Buffer.from([byte]),
                mail.subarray(position + 1),
              ]);
            if (how === 1)
              return Buffer.concat([mail.subarray(0, position), mail.subarray(position + length)]);
            return Buffer.concat([mail.subarray(0, position + length), mail.subarray(position)]);
          }, base);
          const record = await receive(world, raw);
          expect(await world.intake.find(record.deliveryId)).toEqual(record);
          expect(await world.mailFiles.load(record.deliveryId)).toBeDefined();
        },
      ),
      { numRuns: 10_000 },
    );
  });
});
