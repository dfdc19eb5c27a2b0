import { describe, expect, test } from 'vitest';
import { readEnvelope } from '../../../local/mail/envelope.ts';
import { ownAddresses } from '../../../local/mail/own-addresses.ts';

const own = ownAddresses({
  mail: {
    from: 'Anfrage@Mail.Muster.example',
    receive: 'post@in.muster.example',
    replyTo: 'buero@müller.example',
  },
});

describe("the business's own addresses", () => {
  test.each([
    'anfrage@mail.muster.example',
    'ANFRAGE+7K2M9QX4TD.abc@MAIL.muster.EXAMPLE',
    'anything@in.muster.example',
    'buero@müller.example',
    'buero@xn--mller-kva.example',
  ])('%s is one', (address) => expect(own.includes(address)).toBe(true));

  test.each([
    'erika@example.org',
    'anfrage@muster.example',
    'x@evil-mail.muster.example',
    'mail.muster.example@example.org',
    '',
  ])('%s is none', (address) => expect(own.includes(address)).toBe(false));
});

describe('the envelope of a mail that comes without one', () => {
  const otherwise = 'post@in.muster.example';
  const envelope = (raw: string, given: { from?: string; to?: string } = {}) =>
    readEnvelope(Buffer.from(raw), { from: given.from, to: given.to }, own, otherwise);

  test('what is given wins', () => {
    const raw =
      'Return-Path: <a@example.org>\r\nFrom: b@example.org\r\nTo: anfrage@mail.muster.example\r\n\r\n';
    expect(envelope(raw, { from: 'c@example.org', to: 'x@in.muster.example, y@other.example' })).toEqual({
      from: 'c@example.org',
      to: ['x@in.muster.example', 'y@other.example'],
    });
  });

  test('the sender is that of Return-Path, else that of From', () => {
    expect(envelope('Return-Path: <a@example.org>\nFrom: b@example.org\n\n').from).toBe('a@example.org');
    expect(envelope('From: "Müller, B" <b@example.org>\n\n').from).toBe('b@example.org');
    expect(envelope('Subject: nobody\n\n').from).toBeUndefined();
  });

  test('a bounce has an empty sender, which is not the same as none', () => {
    expect(envelope('Return-Path: <>\r\nFrom: mailer-daemon@example.org\r\n\r\n').from).toBe('');
    expect(envelope('From: b@example.org\r\n\r\n', { from: '<>' }).from).toBe('');
    expect(envelope('From: b@example.org\r\n\r\n', { from: '' }).from).toBe('');
  });

  test('the receivers are those of To and Cc that are ours, each once, else the mailbox of the business', () => {
    const raw =
      'To: Otto <otto@example.org>, Muster <anfrage@mail.muster.example>\r\nCc: post@in.muster.example,\r\n anfrage@mail.muster.example\r\n\r\n';
    expect(envelope(raw).to).toEqual(['anfrage@mail.muster.example', 'post@in.muster.example']);
    expect(envelope('To: otto@example.org\r\n\r\n').to).toEqual([otherwise]);
    expect(envelope('no headers at all').to).toEqual([otherwise]);
  });
});
