import { describe, expect, test } from 'vitest';
import { readMail } from '../../../adapters/mime/read-mail.ts';
import type { Delivery } from '../../../domain/inbound/incoming-mail.ts';
import { MailRefusedError } from '../../../domain/ports/errors.ts';
import { receiveMail } from '../../../functions/receive-mail/receive-mail.ts';
import { changeLead } from '../../../functions/shared/change-lead.ts';
import { aDelivery, aRawMail } from '../../support/a-raw-mail.ts';
import { monday10 } from '../../support/a-walk.ts';
import { aCompany } from '../../support/company.ts';
import { dyingAtTheEnd, erika, load, owner, receive, sentTo, withErika } from './a-mailbox.ts';

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

  test('a mail that he sends along goes as the one file that it is', async () => {
    const { world, address } = await withErika('new');
    const offer = aRawMail({
      headers: { From: 'Lieferant <angebot@bad.test>' },
      files: { 'wanne.jpg': { contentType: 'image/jpeg', content: 'x' } },
    });
    const files = { 'angebot.eml': { contentType: 'message/rfc822', content: offer } };
    await receive(world, aRawMail({ headers: { ...fromOwner, To: address }, text, files }), ownersEnvelope);
    expect(sentTo(world, erika)[0]?.files?.map(({ name }) => name)).toEqual(['angebot.eml']);
  });

  test.each([
    ['after what she wrote', '2026-11-23T08:30:00.000Z', '2026-11-23T08:45:00.000Z', 0],
    ['before she wrote again', '2026-11-23T08:45:00.000Z', '2026-11-23T08:30:00.000Z', 1],
  ])('a stop that she said about another request counts %s', async (_, repliedAt, stoppedAt, mails) => {
    const { world, lead, address } = await withErika();
    const event = { type: 'customer-replied', at: repliedAt, by: 'customer' } as const;
    await world.leads.save({ ...lead, timeline: [...lead.timeline, event] });
    await world.contacts.suppress({ kind: 'email', value: erika }, 'stopped', stoppedAt);
    await receive(world, aRawMail({ headers: { ...fromOwner, To: address }, text }), ownersEnvelope);
    expect(sentTo(world, erika)).toHaveLength(mails);
  });

  test('twice the same delivery is one mail to the customer', async () => {
    const { world, address } = await withErika();
    const delivery = aDelivery('answer', ownersEnvelope);
    world.mailFiles.keep('answer', aRawMail({ headers: { ...fromOwner, To: address }, text }), monday10);
    const dying = dyingAtTheEnd(world);
    await expect(receiveMail(delivery, dying)).rejects.toThrow('killed');
    await receiveMail(delivery, { ...world, readMail });
    expect(sentTo(world, erika)).toHaveLength(1);
  });

  test('an answer that went out stands on the timeline, although she stopped the mails before it was delivered again', async () => {
    const { world, lead, address } = await withErika('new');
    const delivery = aDelivery('answer', ownersEnvelope);
    world.mailFiles.keep('answer', aRawMail({ headers: { ...fromOwner, To: address }, text }), monday10);
    const mailLog = { ...world.mailLog, markSent: () => Promise.reject(new Error('The table is down')) };
    await expect(receiveMail(delivery, { ...world, readMail, mailLog })).rejects.toThrow('down');
    await changeLead(world, lead.id, { type: 'stop' }, { by: 'customer' });
    world.clock.set('2026-11-26T09:00:00.000Z');
    await receiveMail(delivery, { ...world, readMail });
    expect(sentTo(world, erika)).toHaveLength(1);
    const { timeline } = await load(world, lead.id);
    expect(timeline.map(({ type }) => type)).toContain('owner-replied');
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

  const quote =
    '\n\nAm 23.11.2026 um 09:00 schrieb Erika Muster <erika.muster@example.org>:\n> Wann kommen Sie?';
  test.each([
    '-- \nMartin Muster\nTel 089',
    'Viele Grüße\nMartin Muster',
    'Hallo Frau Muster,\n\nmit freundlichen Grüßen\nMartin Muster\nTel. 089 1234560',
    'Martin Muster\nTel. 089 1234560',
    'Von meinem iPhone gesendet',
    'Viele Grüße\nMartin Muster\n\nOutlook für Android herunterladen',
    'Viele Grüße\nMartin Muster\n\nGet Outlook for iOS<https://aka.ms/o0ukef>',
    'Viele Grüße\nMartin Muster\n\nOutlook für iOS beziehen',
    'Martin Muster\n\nLaden Sie Outlook für iOS herunter',
    'Télécharger Outlook pour Android',
    'Obtenez Outlook pour iOS',
    'Scarica Outlook per Android',
    'Inviato da iPhone',
    'Envoyé depuis mon Samsung Galaxy',
    'Von meinem Samsung Galaxy Smartphone gesendet.',
    'Von meinem/meiner Galaxy gesendet',
    'Von meinem Samsung Galaxy S24',
    'Mit freundlichen Grüßen\nMartin Muster\n\nGesendet mit der GMX Mail App',
    'Diese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.',
    'Sent from Yahoo Mail on Android',
    'Sent from my mobile phone, please excuse typos',
    `Viele Grüße\nMartin Muster${quote}`,
    `-- \nMartin Muster\nTel 089${quote}`,
  ])('his signature alone is no answer: %j', async (signature) => {
    const { world, lead, address } = await withErika('new');
    await receive(
      world,
      aRawMail({ headers: { ...fromOwner, To: address }, text: signature }),
      ownersEnvelope,
    );
    expect(sentTo(world, erika)).toEqual([]);
    expect(sentTo(world, owner)).toHaveLength(1);
    expect((await load(world, lead.id)).stage).toBe('new');
  });

  test.each([
    'Ja\n\nViele Grüße\nMartin Muster',
    'Passt!',
    'Hallo, passt.',
    'Donnerstag\nMartin Muster',
    'Danke\n-- \nMartin Muster',
    '👍',
    'Donnerstag 10 Uhr',
    'Outlook kann ich nicht öffnen, bitte als PDF.',
    'Outlook für Windows haben wir nicht, bitte als PDF.',
    'Von meinem Kollegen bekommen Sie das Angebot.',
    'Laden Sie Outlook herunter, dann klappt der Termin.\nGruß Muster',
  ])('however short, his words are: %j', async (words) => {
    const { world, address } = await withErika('new');
    await receive(world, aRawMail({ headers: { ...fromOwner, To: address }, text: words }), ownersEnvelope);
    expect(sentTo(world, erika)).toHaveLength(1);
  });

  test.each([
    'nicht erreicht',
    'Spam',
    'erledigt',
    'verloren zu teuer',
    'Verloren',
    'später nach Weihnachten',
    'Angebot 8500\n\nViele Grüße\nMartin Muster',
    'Nicht erreicht.\n\nVon meinem iPhone gesendet',
    'Mailbox besprochen',
    `erreicht${quote}`,
    'Besichtigung Donnerstag 10 Uhr',
  ])('what he would answer to us is asked back and not sent: %j', async (words) => {
    const { world, lead, address } = await withErika('new');
    const raw = aRawMail({ headers: { ...fromOwner, To: address }, text: words });
    await receive(world, raw, ownersEnvelope);
    expect(sentTo(world, erika)).toEqual([]);
    expect(sentTo(world, owner)).toHaveLength(1);
    const [told] = sentTo(world, owner);
    expect(told?.text).toContain('klingt nach einer Antwort an uns');
    expect(told?.text).toContain(words.split('\n')[0]);
    expect(told?.text).toMatch(/\/a\/\S+\.not-reached\./);
    expect((await load(world, lead.id)).generation).toBe(lead.generation);
  });

  test.each([
    'Ja, Donnerstag 10 Uhr.',
    'Termin passt.',
    'Der Termin am Donnerstag um 10 Uhr passt.',
    'Termin Donnerstag um 10 Uhr passt mir.',
    'Ich habe Sie nicht erreicht.',
    'Ich bin unterwegs.',
    'Nicht erreicht\n\nBitte rufen Sie mich zurück.',
    'Der Auftrag ist erledigt, die Rechnung kommt per Post.',
    'Das Angebot kommt morgen.',
    'Angebot im Anhang',
    'Danke!',
  ])('what he says to a customer goes out: %j', async (words) => {
    const { world, address } = await withErika('new');
    await receive(world, aRawMail({ headers: { ...fromOwner, To: address }, text: words }), ownersEnvelope);
    expect(sentTo(world, erika)).toHaveLength(1);
  });

  test('a file goes to the customer with his signature alone', async () => {
    const { world, address } = await withErika('new');
    const files = { 'angebot.pdf': { contentType: 'application/pdf', content: '%PDF' } };
    const raw = aRawMail({
      headers: { ...fromOwner, To: address },
      text: 'Viele Grüße\nMartin Muster',
      files,
    });
    await receive(world, raw, ownersEnvelope);
    expect(sentTo(world, erika)[0]?.files).toHaveLength(1);
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
