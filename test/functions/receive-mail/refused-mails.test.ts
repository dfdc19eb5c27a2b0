/** Mails that the provider takes to nobody, or not to the owner, while mails come in. */
import { expect, test } from 'vitest';
import { readMail } from '../../../adapters/mime/read-mail.ts';
import { MailRefusedError, MailRejectedError } from '../../../domain/ports/errors.ts';
import { receiveMail } from '../../../functions/receive-mail/receive-mail.ts';
import { aDelivery, aRawMail } from '../../support/a-raw-mail.ts';
import { monday10 } from '../../support/a-walk.ts';
import { erika, load, owner, receive, sentTo, withErika } from './a-mailbox.ts';

const fromOwner = { From: `Martin Muster <${owner}>`, Subject: 'Re: Neue Anfrage' };
const words = 'Guten Tag Frau Muster, gern komme ich am Donnerstag vorbei.';

test('an answer that no provider carries comes back to the owner, and no address is blamed for it', async () => {
  const { world, lead, address } = await withErika('new');
  world.mailer.failNext(new MailRejectedError('SES, InvalidParameterValue: Illegal filename', 'content'));
  await receive(world, aRawMail({ headers: { ...fromOwner, To: address }, text: words }), {
    envelopeFrom: owner,
  });
  expect(sentTo(world, erika)).toEqual([]);
  expect(sentTo(world, owner)[0]?.text).toContain('ohne Datei oder als PDF');
  expect((await load(world, lead.id)).mailsStopped).toBeUndefined();
});

test('an address that is refused is named as the reason', async () => {
  const { world, address } = await withErika('new');
  world.mailer.failNext(new MailRejectedError('SES, InvalidParameterValue: Illegal address'));
  await receive(world, aRawMail({ headers: { ...fromOwner, To: address }, text: words }), {
    envelopeFrom: owner,
  });
  expect(sentTo(world, owner)[0]?.text).toContain('Adresse des Kunden wird nicht angenommen');
});

test('an answer that is refused because of us is neither lost nor sent twice: its delivery comes again', async () => {
  const { world, address } = await withErika('new');
  const delivery = aDelivery('answer', { envelopeFrom: owner });
  world.mailFiles.keep('answer', aRawMail({ headers: { ...fromOwner, To: address }, text: words }), monday10);
  const deps = { ...world, readMail };
  world.mailer.failNext(new MailRefusedError('not verified', 'ours'), new MailRefusedError('paused', 'ours'));
  await expect(receiveMail(delivery, deps)).rejects.toThrow(MailRefusedError);
  await expect(receiveMail(delivery, deps)).rejects.toThrow(MailRefusedError);
  await receiveMail(delivery, deps);
  await receiveMail(delivery, deps);
  expect(sentTo(world, erika)).toHaveLength(1);
  expect(sentTo(world, owner)).toEqual([]);
});

test('that the owner cannot be told of a mail keeps it from nobody', async () => {
  const { world, lead, address } = await withErika('new');
  const mailer = {
    ...world.mailer,
    send: () => Promise.reject(new MailRejectedError('SES, InvalidParameterValue: Illegal address')),
  };
  const delivery = aDelivery('told', { envelopeFrom: owner });
  world.mailFiles.keep(
    'told',
    aRawMail({ headers: { ...fromOwner, To: address }, text: 'nicht erreicht' }),
    monday10,
  );
  const record = await receiveMail(delivery, { ...world, mailer, readMail });
  expect(record).toMatchObject({ leadId: lead.id });
  expect(world.metrics.counted).toContainEqual(['MailsHeld', 1]);
});
