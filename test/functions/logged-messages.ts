/** Messages to the functions that read a queue, well and in every way they can fail. */
import type { Context, SQSEvent } from 'aws-lambda';
import { expect } from 'vitest';
import type * as z from 'zod';
import { readMail } from '../../adapters/mime/read-mail.ts';
import { capturedSubmissionSchema } from '../../domain/capture/captured-submission.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { storeQueuedSubmission } from '../../functions/drain-submissions/store-queued-submission.ts';
import { handleNotice } from '../../functions/receive-mail/handle-notice.ts';
import { mailNotice } from '../../functions/receive-mail/mail-notice.ts';
import { mailEvent } from '../../functions/record-mail-event/mail-event.ts';
import { recordMailEvent } from '../../functions/record-mail-event/record-mail-event.ts';
import type { Log } from '../../functions/shared/logger.ts';
import { queueHandler } from '../../functions/shared/queue-handler.ts';
import { aDelivery, aRawMail, mailbox } from '../support/a-raw-mail.ts';
import { monday10, when } from '../support/a-walk.ts';
import type { World } from '../support/a-world.ts';
import { aCompany } from '../support/company.ts';
import { person, quotingSes, seededLead, seededSubmission, throws } from '../support/seeds.ts';
import {
  asLambda,
  type Case,
  type Cases,
  call,
  corrupt,
  lastMoment,
  leadsThat,
  metrics,
  seededWorld,
} from './a-logged-call.ts';

function queue<M extends z.ZodType>(
  name: string,
  message: M,
  handle: (message: z.output<M>, deps: never) => Promise<unknown>,
) {
  return (
    body: (world: World) => string | readonly string[],
    prepare: (world: World) => void | Promise<void> = () => {},
    overrides: (world: World) => object = () => ({}),
    {
      lead = seededLead(),
      context = call,
      fails,
    }: { lead?: Lead; context?: Context; fails?: number | undefined } = {},
  ): Case =>
    async () => {
      const world = await seededWorld([lead]);
      await prepare(world);
      const wire = (log: Log) => ({ ...world, readMail, metrics, log, ...overrides(world) });
      const handler = queueHandler({ name, message, wire, handle: handle as never });
      const Records = [body(world)].flat().map((text) => ({ messageId: 'message-1', body: text }));
      const answer = await asLambda(handler({ Records } as SQSEvent, context));
      if (fails !== undefined) expect(answer?.batchItemFailures).toHaveLength(fails);
    };
}
const receive = queue('receive-mail', mailNotice, handleNotice);
const record = queue('record-mail-event', mailEvent, recordMailEvent);
const drainAll = queue('drain-submissions', capturedSubmissionSchema, storeQueuedSubmission);
const drain = (
  bodies: readonly unknown[],
  fails: number | undefined,
  overrides?: (world: World) => object,
  context: Context = call,
): Case =>
  drainAll(() => bodies.map((body) => JSON.stringify(body)), undefined, overrides, { fails, context });
const late = seededSubmission();
const corrected = seededSubmission({
  facts: { ...late.facts, request: { ...late.facts.request, message: 'Auch im Samowar' } },
});

const owner = aCompany().owner.email[0] ?? '';
const arrived = () => notice();
const notice = (verdicts: Record<string, string> = {}, to = mailbox, source = person.email) =>
  JSON.stringify({
    notificationType: 'Received',
    mail: { messageId: 'delivery-1', source, destination: [to], commonHeaders: { subject: person.message } },
    receipt: {
      timestamp: monday10,
      recipients: [to],
      ...Object.fromEntries(
        ['spam', 'virus', 'spf', 'dkim', 'dmarc'].map((one) => [
          `${one}Verdict`,
          { status: verdicts[one] ?? 'PASS' },
        ]),
      ),
      action: { type: 'S3', bucketName: 'mails', objectKey: 'mail/delivery-1' },
    },
  });
const letter = (
  headers: Record<string, string> = {},
  text = `${person.message}\n\n${person.name}\n${person.phone}`,
) =>
  aRawMail({
    headers: { From: `"${person.name}" <${person.email}>`, Subject: person.message, ...headers },
    text,
    files: { [`grundriss-${person.name}.txt`]: { contentType: 'text/plain', content: person.message } },
  });
const keeps = (raw: Uint8Array) => (world: World) => world.mailFiles.keep('delivery-1', raw, monday10);
const plainLetter = (headers: Record<string, string>, text: string) =>
  aRawMail({ headers: { From: `"${person.name}" <${person.email}>`, Subject: 'x', ...headers }, text });

const fate = (event: object) => () => JSON.stringify({ mail: { messageId: 'message-1' }, ...event });
const sentBefore = async (world: World) => {
  await world.mailLog.claim({ leadId: seededLead().id, key: 'g1#new#1', to: 'customer' }, monday10);
  await world.mailLog.markSent(seededLead().id, 'g1#new#1', 'message-1', monday10);
};
const bounced = fate({
  eventType: 'Bounce',
  bounce: {
    bounceType: 'Permanent',
    bouncedRecipients: [
      { emailAddress: person.email, diagnosticCode: `smtp; 550 ${person.email} unknown to ${person.name}` },
    ],
  },
});

export const messages: Cases = {
  'drain-submissions': {
    'a request that comes late': drain([late], 0),
    'the same again': drain([late, late], 0),
    'a request that its correction overtook': drain([corrected, { ...late, leadId: '7K2M9QX4TG' }], 0),
    'a request that was erased in between': drain(
      [late, late],
      0,
      leadsThat({ load: async () => undefined }),
    ),
    'a table that stores nothing': drain([late], 1, leadsThat({ add: throws })),
    'a table that is down': drain([late], 1, leadsThat({ load: throws })),
    'a table that never answers': drain(
      [late],
      undefined,
      leadsThat({ load: () => new Promise(() => {}) }),
      lastMoment,
    ),
    'an item that is damaged': drain([late], 1, leadsThat({ load: corrupt })),
    'a correction that cannot be stored': drain(
      [late, { ...corrected, leadId: '7K2M9QX4TG' }],
      1,
      leadsThat({ save: throws }),
    ),
    'a workflow that does not start': drain([late], 0, () => ({ workflow: { begin: throws, end: throws } })),
    'a message that is none': drain([person], 1),
    'a message that is broken': drainAll(() => `{"name":"${person.name}`, undefined, undefined, {
      fails: 1,
    }),
    'a message of a later version': drain([{ ...late, schemaVersion: 2 }], 1),
    'a message that knows more': drain([{ ...late, [person.email]: person.message }], 1),
    'a message with details that are none': drain(
      [{ ...late, leadId: person.name, capturedAt: person.message, facts: { contact: person.name } }],
      1,
    ),
    'a start that fails': async () => {
      const handler = queueHandler({
        name: 'drain-submissions',
        message: capturedSubmissionSchema,
        wire: throws as never,
        handle: storeQueuedSubmission,
      });
      const Records = [{ messageId: 'message-1', body: JSON.stringify(late) }];
      await asLambda(handler({ Records } as SQSEvent, call));
    },
  },

  'receive-mail': {
    'a request': receive(arrived, keeps(letter({ From: `${person.name} <neu.${person.email}>` }))),
    'a reply': receive(
      arrived,
      keeps(letter({ 'In-Reply-To': '<message-1@x>', Subject: `Re: ${person.message}` })),
    ),
    spam: receive(
      () => notice({ spam: 'FAIL' }),
      keeps(letter({ From: `${person.name} <x@seedmail.test>` })),
    ),
    'a virus': receive(() => notice({ virus: 'FAIL' }), keeps(letter())),
    'an absence note': receive(arrived, keeps(letter({ 'Auto-Submitted': 'auto-replied' }))),
    'a mail that is damaged': receive(
      arrived,
      keeps(
        Buffer.from(
          `From: =?utf-9?Q?${person.name}\r\nContent-Type: multipart/mixed; boundary=\r\n\r\n--\r\n${person.message}\xff`,
          'latin1',
        ),
      ),
    ),
    'a bounce': receive(
      (world) => notice({}, world.replyAddresses.sign(seededLead().id), ''),
      keeps(
        plainLetter(
          { From: 'MAILER-DAEMON@seedmail.test', 'Auto-Submitted': 'auto-replied', Subject: 'Undelivered' },
          `550 ${person.email} unknown\nFinal-Recipient: rfc822; ${person.email}`,
        ),
      ),
    ),
    'an answer of the owner': receive(
      (world) => notice({}, world.replyAddresses.sign(seededLead().id), owner),
      keeps(plainLetter({ From: owner }, person.message)),
    ),
    'an answer of the owner that SES rejects': receive(
      (world) => notice({}, world.replyAddresses.sign(seededLead().id), owner),
      keeps(plainLetter({ From: owner }, person.message)),
      () => ({ mailer: quotingSes('MessageRejected', 400) }),
    ),
    'an answer to the digest that cannot be confirmed': receive(
      (world) => notice({}, world.replyAddresses.sign('digest-2026-11-23'), owner),
      keeps(plainLetter({ From: owner }, `1 erreicht\n${person.message}`)),
      () => ({ mailer: quotingSes('MessageRejected', 400) }),
    ),
    'a reply to a closed lead that the owner cannot be told of': receive(
      (world) => notice({}, world.replyAddresses.sign(seededLead().id)),
      keeps(letter()),
      () => ({ mailer: quotingSes('MessageRejected', 400) }),
      { lead: when(seededLead(), { type: 'move', to: 'lost', facts: { reason: person.message } }).lead },
    ),
    'a mail that is not there': receive(arrived),
    'a message that is none': receive(() => `{"from":"${person.email}","text":"${person.message}"}`),
    'a message that is broken': receive(() => `{"from":"${person.email}`),
    'a reader that fails': receive(arrived, keeps(letter()), () => ({ readMail: throws })),
    'a table that is down': receive(
      arrived,
      keeps(letter({ From: `${person.name} <neu.${person.email}>` })),
      leadsThat({ add: throws }),
    ),
    'an answer to a customer that waits for our sender': receive(
      (world) => notice({}, world.replyAddresses.sign(seededLead().id), owner),
      keeps(plainLetter({ From: owner }, person.message)),
      () => ({ mailer: quotingSes('MailFromDomainNotVerified', 400) }),
    ),
    'mails that waited, one of which fails': receive(
      () =>
        JSON.stringify({
          again: [{ delivery: aDelivery('delivery-1', { envelopeFrom: person.email }), since: monday10 }],
        }),
      keeps(letter()),
      () => ({ readMail: throws }),
    ),
    'mails that are replayed, one of which fails': receive(
      () => JSON.stringify({ replay: 'missing' }),
      keeps(letter()),
      () => ({ readMail: throws }),
    ),
  },
  'record-mail-event': {
    'a bounce': record(bounced, sentBefore),
    'a complaint': record(
      fate({
        eventType: 'Complaint',
        complaint: { complainedRecipients: [{ emailAddress: person.email }] },
      }),
      sentBefore,
    ),
    'a delay': record(fate({ eventType: 'DeliveryDelay', deliveryDelay: { for: person.email } }), sentBefore),
    'an event that is torn': record(fate({ eventType: 'Bounce', bounce: { for: person.email } }), sentBefore),
    'an event that is broken': record(() => `{"eventType":"Bounce","to":"${person.email}`),
    'contacts that fail': record(bounced, sentBefore, () => ({
      contacts: { suppress: throws, load: throws },
    })),
    'a lead that is damaged': record(bounced, sentBefore, leadsThat({ load: corrupt })),
  },
};
