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
      verdicts: { spam: 'pass', virus: 'fail', spf: 'pass', dkim: 'pass', dmarc: 'fail' },
    });
  });

  test("without SES's mark nothing is proven", () => {
    const { 'X-SES-RECEIPT': _, ...made } = ofSes;
    const { verdicts } = parseDelivery('a', aRawMail({ headers: made }), monday10, aCompany());
    expect(new Set(Object.values(verdicts))).toEqual(new Set(['unknown']));
  });
});
