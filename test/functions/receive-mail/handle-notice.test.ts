import { describe, expect, test } from 'vitest';
import { readMail } from '../../../adapters/mime/read-mail.ts';
import { addDuration } from '../../../domain/time/local-time.ts';
import { handleNotice } from '../../../functions/receive-mail/handle-notice.ts';
import { mailNotice } from '../../../functions/receive-mail/mail-notice.ts';
import { parseDelivery } from '../../../functions/receive-mail/parse-delivery.ts';
import { aRawMail, mailbox } from '../../support/a-raw-mail.ts';
import { monday10 } from '../../support/a-walk.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { aCompany } from '../../support/company.ts';
import { erika, sentTo, withErika } from './a-mailbox.ts';

const handle = (world: World, message: unknown) =>
  handleNotice(mailNotice.parse(message), { ...world, readMail });

const notice = (objectKey = 'mail/delivery-1') => ({
  notificationType: 'Received',
  mail: { messageId: 'delivery-1', source: 'Joerg.Weiss@customer.test', destination: [mailbox] },
  receipt: {
    timestamp: '2026-11-23T09:00:00.123Z',
    recipients: ['Anfrage@Mail.muster-haustechnik.example'],
    spamVerdict: { status: 'PASS' },
    virusVerdict: { status: 'FAIL' },
    spfVerdict: { status: 'GRAY' },
    dkimVerdict: { status: 'PROCESSING_FAILED' },
    action: { type: 'S3', bucketName: 'mails', objectKey },
  },
});

describe('a notice of SES', () => {
  test('names the mail, the envelope and the verdicts', () => {
    expect(mailNotice.parse(notice())).toEqual({
      delivery: {
        id: 'delivery-1',
        receivedAt: '2026-11-23T09:00:00.123Z',
        envelopeFrom: 'joerg.weiss@customer.test',
        envelopeTo: [mailbox],
        verdicts: { spam: 'pass', virus: 'fail', spf: 'gray', dkim: 'unknown', dmarc: 'unknown' },
      },
    });
  });

  test('twice is one lead', async () => {
    const world = await aWorld();
    world.mailFiles.keep('delivery-1', aRawMail(), monday10);
    await handle(world, notice());
    await handle(world, notice());
    expect(await world.leads.listOpen()).toHaveLength(1);
  });

  test('that is none fails, so that somebody looks at it', () => {
    const { receipt: _, ...torn } = notice();
    for (const message of [{}, torn, { replay: 1 }, 'text'])
      expect(mailNotice.safeParse(message).success).toBe(false);
  });
});

describe('rule 5: replaying mails', () => {
  test('one mail by its id', async () => {
    const world = await aWorld();
    world.mailFiles.keep('delivery-1', aRawMail(), monday10);
    await handle(world, { replay: { deliveryId: 'delivery-1' } });
    await handle(world, { replay: { deliveryId: 'delivery-1' } });
    expect(await world.leads.listOpen()).toHaveLength(1);
    await expect(handle(world, { replay: { deliveryId: 'gone' } })).rejects.toThrow();
  });

  test('all mails without an outcome, and no others; one that fails does not hold up the rest', async () => {
    const world = await aWorld();
    world.clock.set(addDuration(monday10, 'P1D'));
    for (const id of ['settled', 'lost', 'broken', 'last']) world.mailFiles.keep(id, aRawMail(), monday10);
    await handle(world, { replay: { deliveryId: 'settled' } });
    const failing = {
      ...world,
      readMail,
      mailFiles: {
        ...world.mailFiles,
        load: async (id: string) => {
          if (id === 'broken') throw new Error('S3 is down');
          return world.mailFiles.load(id);
        },
      },
    };
    await expect(handleNotice(mailNotice.parse({ replay: 'missing' }), failing)).rejects.toThrow('1 mails');
    const outcomes = await world.intake.listSince('2026-11-01T00:00:00.000Z');
    expect(outcomes.map(({ deliveryId }) => deliveryId).toSorted()).toEqual(['last', 'lost', 'settled']);
    await handle(world, { replay: 'missing' });
    expect(await world.leads.listOpen()).toHaveLength(4);
  });
});

describe('the envelope of a mail whose notice is gone', () => {
  const ofSes = {
    'Return-Path': '<joerg.weiss@customer.test>',
    Received: `from mx.customer.test by inbound-smtp.eu-central-1.amazonaws.com with SMTP id x for anfrage+7k2m9qx4td.abc@mail.muster-haustechnik.example; Mon, 23 Nov 2026 09:00:00 +0000 (UTC)`,
    'X-SES-Spam-Verdict': 'PASS',
    'X-SES-Virus-Verdict': 'FAIL',
    'Authentication-Results': [
      'amazonses.com; spf=pass (x); dkim=pass header.i=@customer.test; dmarc=fail header.from=customer.test;',
      'mine.example; dmarc=pass',
    ],
    'X-SES-RECEIPT': 'AEFBQUFB',
  };

  test('is what SES wrote on top of it; what the sender wrote below does not count', () => {
    expect(parseDelivery('a', aRawMail({ headers: ofSes }), monday10, aCompany())).toEqual({
      id: 'a',
      receivedAt: monday10,
      envelopeFrom: 'joerg.weiss@customer.test',
      envelopeTo: ['anfrage+7k2m9qx4td.abc@mail.muster-haustechnik.example'],
      verdicts: {
        spam: 'pass',
        virus: 'fail',
        spf: 'pass',
        dkim: 'pass',
        dmarc: 'fail',
        dkimDomains: ['customer.test'],
        dmarcDomain: 'customer.test',
      },
    });
  });

  test('what a sender of the envelope made up is no result', () => {
    const sender =
      '"x; dmarc=pass header.from=customer.test; dkim=pass header.d=customer.test; ("@evil.example';
    const headers = {
      ...ofSes,
      'Return-Path': `<${sender}>`,
      'Authentication-Results': `amazonses.com; spf=pass client-ip=192.0.2.1; envelope-from=${sender}; helo=x; dmarc=fail header.from=customer.test`,
    };
    const { verdicts } = parseDelivery('a', aRawMail({ headers }), monday10, aCompany());
    expect(verdicts).toMatchObject({ spf: 'unknown', dkim: 'unknown', dmarc: 'unknown' });
    expect(verdicts).not.toHaveProperty('dkimDomains');
  });

  test("without SES's mark nothing is proven", () => {
    const { 'X-SES-RECEIPT': _, ...made } = ofSes;
    const { verdicts } = parseDelivery('a', aRawMail({ headers: made }), monday10, aCompany());
    expect(new Set(Object.values(verdicts))).toEqual(new Set(['unknown']));
  });
});

describe('whose signature it is', () => {
  const signed = {
    ...notice(),
    receipt: { ...notice().receipt, dkimVerdict: { status: 'PASS' } },
  };
  const fromOwner = (results: string, receiptOfSes = true) => ({
    From: 'chef@muster-haustechnik.example',
    Subject: 'Re: Neue Anfrage',
    'Authentication-Results': [results, 'amazonses.com; dkim=pass header.i=@muster-haustechnik.example;'],
    ...(receiptOfSes && { 'X-SES-RECEIPT': 'AEFBQUFB' }),
  });

  /** The owner answers a customer; her answer is what goes out. */
  async function answered(headers: Record<string, string | readonly string[]>) {
    const { world, address } = await withErika('new');
    world.mailFiles.keep(
      'delivery-1',
      aRawMail({ headers: { ...headers, To: address }, text: 'Ich komme.' }),
      monday10,
    );
    await handle(world, signed);
    return sentTo(world, erika).length;
  }

  test('says SES above the mail: an owner whose domain has no DMARC is believed', async () => {
    expect(await answered(fromOwner('amazonses.com; dkim=pass header.i=@muster-haustechnik.example;'))).toBe(
      1,
    );
  });

  test.each<[string, Record<string, string | readonly string[]>]>([
    ['another one signed', fromOwner('amazonses.com; dkim=pass header.i=@evil.example;')],
    ['another server says so', fromOwner('mx.evil.example; dkim=pass header.i=@muster-haustechnik.example;')],
    ['SES did not', fromOwner('amazonses.com; dkim=pass header.i=@muster-haustechnik.example;', false)],
    [
      'it stands below the mark of SES',
      {
        From: 'chef@muster-haustechnik.example',
        'X-SES-RECEIPT': 'AEFBQUFB',
        'Authentication-Results': 'amazonses.com; dkim=pass header.i=@muster-haustechnik.example;',
      },
    ],
  ])('and nobody else: not if %s', async (_, headers) => {
    expect(await answered(headers)).toBe(0);
  });
});
