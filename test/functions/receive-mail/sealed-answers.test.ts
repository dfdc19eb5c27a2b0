import { describe, expect, test } from 'vitest';
import { aRawMail } from '../../support/a-raw-mail.ts';
import { encrypted } from '../../support/envelopes.ts';
import { fromErika, load, owner, receive, sentTo, withErika } from './a-mailbox.ts';

const smime = {
  'Content-Type': 'application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m',
  'Content-Transfer-Encoding': 'base64',
};

describe('an encrypted answer', () => {
  test('of a customer is an answer, and says that nobody here can read it', async () => {
    const { world, lead, address } = await withErika();
    const raw = aRawMail({
      headers: { ...fromErika, To: address, Subject: '...', ...smime },
      text: encrypted,
    });
    const { outcome } = await receive(world, raw, {
      envelopeFrom: lead.contact.email ?? '',
      envelopeTo: [address],
    });
    expect(outcome).toBe('reply-appended');
    const { timeline } = await load(world, lead.id);
    expect(timeline.at(-1)).toMatchObject({
      type: 'customer-replied',
      text: expect.stringMatching(/^Die E-Mail ist verschlüsselt \(S\/MIME\)/),
    });
  });

  test('of the owner goes to nobody, and he hears of it', async () => {
    const { world, lead, address } = await withErika();
    const raw = aRawMail({ headers: { From: owner, To: address, ...smime }, text: encrypted });
    await receive(world, raw, { envelopeFrom: owner, envelopeTo: [address] });
    expect(sentTo(world, lead.contact.email ?? '')).toEqual([]);
    expect(sentTo(world, owner)).toHaveLength(1);
  });
});
