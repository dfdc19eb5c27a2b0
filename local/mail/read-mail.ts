/** A raw mail, as the mailbox shows it. */

import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';
import type { MailEntry } from './mailbox.ts';

export interface ReadMail {
  readonly id: string;
  /** The Date header: local-clock time. */
  readonly at: string;
  readonly to: readonly string[];
  readonly from: string;
  readonly replyTo: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** By lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments: readonly {
    readonly filename: string | undefined;
    readonly contentType: string;
    readonly content: Buffer;
  }[];
}

export async function readMail({ id, at }: Pick<MailEntry, 'id' | 'at'>, raw: Buffer): Promise<ReadMail> {
  const mail = await simpleParser(raw, {
    // What is not in the mail is not made up, which is also most of the parser's work.
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
    skipTextLinks: true,
  });
  return {
    id,
    at,
    to: listAddresses(mail.to),
    from: mail.from?.text ?? '',
    replyTo: listAddresses(mail.replyTo),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html || '',
    headers: readHeaders(mail),
    // An invitation is also an alternative of the text, which no mail program lists as a file.
    attachments: mail.attachments
      .filter(({ filename }) => filename !== undefined)
      .map(({ filename, contentType, content }) => ({
        filename,
        contentType,
        content: content as Buffer,
      })),
  };
}

function listAddresses(header: AddressObject | AddressObject[] | undefined): string[] {
  return [header ?? []]
    .flat()
    .flatMap(({ value }) => value)
    .flatMap(({ address }) => (address ? [address] : []));
}

/** Decoded where the parser keeps a text, otherwise as it stands, unfolded. */
function readHeaders({ headers, headerLines }: ParsedMail): Record<string, string> {
  return Object.fromEntries(
    headerLines.map(({ key, line }) => {
      const decoded = headers.get(key);
      const raw = line
        .slice(line.indexOf(':') + 1)
        .replace(/\r?\n[ \t]+/g, ' ')
        .trim();
      return [key, typeof decoded === 'string' ? decoded : raw];
    }),
  );
}
