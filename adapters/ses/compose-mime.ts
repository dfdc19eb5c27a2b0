import MailComposer from 'nodemailer/lib/mail-composer';
import type { OutgoingMail } from '../../domain/ports/mailer.ts';

/**
 * The mail as it goes over the wire (RFC 5322, MIME): text, HTML and, for visits, the invitation; CRLF throughout.
 *
 * An invitation is there twice: as an alternative, which Gmail and Outlook show as a card with the date, and as a file,
 * which Apple Mail and web mailers offer to open.
 *
 * No value can add a header or a receiver: addresses are handed over as addresses, not as text to be parsed, and line
 * breaks in header values become spaces.
 */
export async function composeMime(mail: OutgoingMail): Promise<Uint8Array> {
  const composer = new MailComposer({
    from: { name: readableText(mail.from.name), address: mail.from.address },
    to: mail.to.map((address) => ({ name: '', address })),
    replyTo: { name: '', address: mail.replyTo },
    subject: readableText(mail.subject),
    text: mail.text,
    html: mail.html,
    headers: Object.fromEntries(Object.entries(mail.headers).map(([name, value]) => [name, oneLine(value)])),
    date: new Date(mail.at),
    ...enclosed(mail),
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

function enclosed({ calendar, files = [] }: OutgoingMail) {
  const invited = calendar && invitation(calendar);
  const attachments = files.map(({ name, contentType, content }) => ({
    filename: readableText(name),
    contentType: oneLine(contentType),
    content: Buffer.from(content),
  }));
  return {
    ...(invited && { alternatives: invited.alternatives }),
    attachments: [...(invited?.attachments ?? []), ...attachments],
  };
}

/** As a file it is `text/calendar` too: nodemailer's own `icalEvent` calls it `application/ics`, which nobody registered. */
function invitation({ method, content }: { readonly method: string; readonly content: string }) {
  const contentType = `text/calendar; charset=utf-8; method=${method}`;
  return {
    alternatives: [{ contentType, content }],
    attachments: [{ filename: 'termin.ics', contentType, content }],
  };
}

function oneLine(value: string): string {
  return value.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

/** What looks like an encoded word (RFC 2047) would be decoded by the reader, to whatever somebody hid in it. */
function readableText(value: string): string {
  return oneLine(value).replaceAll('=?', '= ?');
}
