/** One real event for each function that somebody waits for, and for some others. */
import { readFileSync } from 'node:fs';
import { hashHookSecret } from '../adapters/crypto/hook-secret.ts';
import { readMail } from '../adapters/mime/read-mail.ts';
import { businessAttributes, currentBusinessKey } from '../adapters/table/business-item.ts';
import { aRawMail, mailbox } from '../test/support/a-raw-mail.ts';

/** Sent by a browser, without a script. */
function httpEvent(method: string, path: string, form?: Record<string, string>, pathParameters = {}) {
  return {
    version: '2.0',
    routeKey: `${method} ${path}`,
    rawPath: path,
    rawQueryString: '',
    headers: { accept: 'text/html', ...(form && { 'content-type': 'application/x-www-form-urlencoded' }) },
    requestContext: { http: { method, path } },
    pathParameters,
    ...(form && { body: new URLSearchParams(form).toString() }),
    isBase64Encoded: false,
  };
}

/** The bucket holds something under every name. */
const logo = `${'0'.repeat(32)}.png`;

const customer = 'erika@example.org';

export const rawMail = aRawMail().toString();

/** Of SES, about that mail. */
const mailNotice = {
  notificationType: 'Received',
  mail: { messageId: 'delivery-1', source: 'joerg.weiss@customer.test' },
  receipt: {
    timestamp: '2026-11-23T09:00:00.000Z',
    recipients: [mailbox],
    ...Object.fromEntries(
      ['spam', 'virus', 'spf', 'dkim', 'dmarc'].map((check) => [`${check}Verdict`, { status: 'PASS' }]),
    ),
    action: { type: 'S3', objectKey: 'mail/delivery-1' },
  },
};

export const captureEvent = httpEvent('POST', '/leads', {
  name: 'Erika Muster',
  email: customer,
  phone: '089 1234567',
  message: 'Wir möchten unser Bad erneuern: bodengleiche Dusche, neue Fliesen.',
});

const hook = { sender: 'tally', secret: 'a'.repeat(40) };

const hookEvent = httpEvent(
  'POST',
  `/hooks/${hook.sender}/${hook.secret}`,
  { name: 'Lena Vogt', phone: '089 7654321', message: 'Unsere Heizung wird nicht mehr warm.' },
  hook,
);

/** The example business and one hook as a deployment stores them, in the form of DynamoDB's API. */
export function storedItems(): readonly Readonly<Record<string, unknown>>[] {
  const savedAt = '2026-11-23T09:00:00.000Z';
  const file = JSON.parse(readFileSync(new URL('../companies/example.json', import.meta.url), 'utf8'));
  const secretHash = hashHookSecret(hook.secret);
  return [
    {
      ...currentBusinessKey,
      ...businessAttributes({ version: 1, savedAt, since: savedAt, by: 'bench', file }),
    },
    {
      pk: 'HOOKS',
      sk: `HOOK#${secretHash}`,
      id: '7K2M9QX4TD',
      sender: hook.sender,
      secretHash,
      createdAt: savedAt,
    },
  ].map((item) =>
    Object.fromEntries(
      Object.entries(item).map(([name, value]) => [
        name,
        typeof value === 'number' ? { N: String(value) } : { S: value },
      ]),
    ),
  );
}

/**
 * @param task the input of a lead's execution.
 * @param token of a link to that lead.
 */
export const eventsFor = (task: unknown, token: string): Readonly<Record<string, unknown>> => ({
  'show-form': httpEvent('GET', '/'),
  'capture-lead': captureEvent,
  'receive-hook': hookEvent,
  'act-on-lead': httpEvent('GET', `/a/${token}`, undefined, { token }),
  'serve-desk': httpEvent('GET', '/desk/login'),
  'check-health': httpEvent('GET', '/health'),
  'show-logo': httpEvent('GET', `/logo/${logo}`, undefined, { name: logo }),
  'receive-mail': { Records: [{ messageId: '1', body: JSON.stringify(mailNotice) }] },
  'follow-up-lead': task,
  'send-digest': { force: true },
});

/**
 * The token of the first link in the mail to the owner.
 * @throws Error no such mail went out, or none with a link.
 */
export async function tokenForOwner(mails: readonly string[]): Promise<string> {
  const read = await Promise.all(mails.map((raw) => readMail(Buffer.from(raw))));
  const alert = read
    .map(({ mail }) => mail)
    .find((mail) => mail.to.every(({ address }) => address !== customer));
  const token = /\/a\/([\w.~-]+)/.exec(alert?.text ?? '')?.[1];
  if (token === undefined) throw new Error(`No link to the owner in ${mails.length} mails`);
  return token;
}
