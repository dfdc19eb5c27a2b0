import { describe, expect, test } from 'vitest';
import { interpretMail } from '../../../domain/inbound/mail-reading.ts';
import { aDelivery } from '../../support/a-raw-mail.ts';
import { anIncomingMail } from '../../support/an-incoming-mail.ts';
import { aCompany } from '../../support/company.ts';

const company = aCompany();
const [ownerAddress = ''] = company.owner.email;

const interpret = (
  mail: Parameters<typeof anIncomingMail>[0],
  delivery: Parameters<typeof aDelivery>[1] = {},
) => interpretMail(anIncomingMail(mail), aDelivery('a', delivery), company);

const proven = {
  verdicts: { spam: 'pass', virus: 'pass', spf: 'pass', dkim: 'pass', dmarc: 'pass' },
} as const;
const forged = { verdicts: { ...proven.verdicts, dmarc: 'fail' } } as const;

describe('the reading of a mail', () => {
  test('of a customer who answers: what is new, and who wrote it', () => {
    const reading = interpret(
      { text: 'Ja, gern.\n\nAm 23.11.2026 um 10:00 schrieb Muster:\n> Passt Ihnen Donnerstag?\n> Gruß' },
      proven,
    );
    expect(reading).toEqual({
      kind: 'person',
      mark: 'none',
      fromOwner: false,
      fromColleague: false,
      provenance: 'authentic',
      authentic: true,
      contact: { name: 'Jörg Weiß', email: 'joerg.weiss@customer.test' },
      newText: 'Ja, gern.',
      ownWords: 'Ja, gern.',
    });
  });

  test('goes by the subject where only that tells a forwarded mail from an answer', () => {
    const text =
      'Zur Info\n\nVon: Karla Kunde\nGesendet: Montag, 23. November 2026 10:00\nAn: Chef\nBetreff: Bad\n\nHallo';
    expect(interpret({ text, subject: 'WG: Bad' }).newText).toBe(text);
  });

  test('of the owner says whether that is proven', () => {
    const from = [{ address: ownerAddress }];
    expect(interpret({ from }, proven)).toMatchObject({ fromOwner: true, authentic: true });
    expect(interpret({ from }, forged)).toMatchObject({ fromOwner: true, authentic: false });
  });

  test('of a mail that came back says for whom; of what only looks like it, nothing', () => {
    const text = 'The address nobody@customer.test is unknown: 550 5.1.1';
    const subject = 'Undelivered Mail Returned to Sender';
    const from = [{ address: 'mailer-daemon@mx.example' }];
    expect(interpret({ from, subject, text })).toMatchObject({
      kind: 'bounce',
      bounce: { kind: 'permanent', recipients: ['nobody@customer.test'] },
    });
    expect(interpret({ subject, text }).bounce).toBeUndefined();
  });
});
