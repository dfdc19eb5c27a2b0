import { expect, test } from 'vitest';
import { memoryMailer } from '../../../adapters/memory/memory-mailer.ts';
import { MailRefusedError, MailUncertainError } from '../../../domain/ports/errors.ts';
import { anOutgoingMail } from '../../support/an-outgoing-mail.ts';

const mail = anOutgoingMail();

test('mails are kept in order, each under a message id of its own', async () => {
  const mailer = memoryMailer();
  const ids = [await mailer.send(mail), await mailer.send({ ...mail, subject: 'Noch einmal' })];
  expect(new Set(ids).size).toBe(2);
  expect(mailer.sent).toEqual([
    { ...mail, messageId: ids[0] },
    { ...mail, subject: 'Noch einmal', messageId: ids[1] },
  ]);
});

test('a mail that was handed over does not change any more', async () => {
  const mailer = memoryMailer();
  const to = ['erika.muster@example.org'];
  await mailer.send({ ...mail, to });
  to.push('somebody.else@example.org');
  expect(mailer.sent[0]?.to).toEqual(['erika.muster@example.org']);
});

test('it fails as told, takes nothing then, and works again', async () => {
  const mailer = memoryMailer();
  mailer.failNext(new MailRefusedError('busy'), new MailUncertainError('silent'));
  await expect(mailer.send(mail)).rejects.toThrow(MailRefusedError);
  await expect(mailer.send(mail)).rejects.toThrow(MailUncertainError);
  expect(mailer.sent).toEqual([]);
  await mailer.send(mail);
  expect(mailer.sent).toHaveLength(1);
});
