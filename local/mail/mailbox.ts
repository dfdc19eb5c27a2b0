/** The mails that went out, whole, in the database: a mail that was accepted is on the disk. */
import { randomUUID } from 'node:crypto';
import type { Database } from '../../adapters/sqlite/open-database.ts';
import { readHeaders } from './mail-headers.ts';

export interface MailEntry {
  /** Grows from mail to mail. */
  readonly number: number;
  /** As SES makes them: what answers refer to. */
  readonly id: string;
  /** When it was accepted, by the local clock; the mail's own Date has no milliseconds. */
  readonly at: string;
  /** Which mail of which lead this is (`X-Nachfass-Mail`: `<lead>/<key>`), if it says so. */
  readonly mailKey: string | null;
}

export interface Mailbox {
  /** Resolves when the mail is on the disk. Returns its id. */
  add(raw: Buffer, at: string): Promise<string>;
  /** Keeps a mail as it is, under the id it has. */
  keep(mail: Omit<MailEntry, 'number'>, raw: Buffer): Promise<void>;
  find(id: string): MailEntry | undefined;
  /** The last one that says it is this mail. */
  findByKey(mailKey: string): MailEntry | undefined;
  /** @param leadId absent: of all leads. */
  count(leadId?: string): number;
  /** So many from a place on, oldest first. */
  list(place: {
    readonly from: number;
    readonly atMost: number;
    readonly leadId?: string | undefined;
  }): MailEntry[];
  /** Those after a number, oldest first. */
  listAfter(number: number, atMost: number): MailEntry[];
  read(entry: MailEntry): Buffer;
}

/** The domain in the Message-ID that SES gives a mail sent from Frankfurt. */
const messageIdDomain = 'eu-central-1.amazonses.com';

const schema = `
  CREATE TABLE IF NOT EXISTS mails (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    mailKey TEXT,
    raw BLOB NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS mailsByKey ON mails (mailKey);
`;

export function openMailbox({ connection, write }: Database): Mailbox {
  connection.exec(schema);
  const entry = 'SELECT number, id, at, mailKey FROM mails';
  /** A lead's id has no character of its own before `/` and `0`, which follows it. */
  const ofLead = "(:leadId IS NULL OR (mailKey > :leadId || '/' AND mailKey < :leadId || '0'))";
  const insert = connection.prepare('INSERT INTO mails (id, at, mailKey, raw) VALUES (?, ?, ?, ?)');
  const selectById = connection.prepare(`${entry} WHERE id = ?`);
  const selectByKey = connection.prepare(`${entry} WHERE mailKey = ? ORDER BY number DESC LIMIT 1`);
  const selectCount = connection.prepare(`SELECT count(*) AS mails FROM mails WHERE ${ofLead}`);
  const selectPage = connection.prepare(
    `${entry} WHERE ${ofLead} ORDER BY number LIMIT :atMost OFFSET :from`,
  );
  const selectAfter = connection.prepare(`${entry} WHERE number > ? ORDER BY number LIMIT ?`);
  const selectRaw = connection.prepare('SELECT raw FROM mails WHERE number = ?');

  const keep: Mailbox['keep'] = ({ id, at, mailKey }, raw) =>
    write(() => {
      insert.run(id, at, mailKey, raw);
    });

  return {
    async add(raw, at) {
      const id = newMessageId();
      const mailKey = readHeaders(raw).get('x-nachfass-mail') ?? null;
      await keep({ id, at, mailKey }, withMessageId(raw, `<${id}@${messageIdDomain}>`));
      return id;
    },
    keep,
    find: (id) => selectById.get(id) as MailEntry | undefined,
    findByKey: (mailKey) => selectByKey.get(mailKey) as MailEntry | undefined,
    count: (leadId) => (selectCount.get({ leadId: leadId ?? null }) as { mails: number }).mails,
    list: ({ from, atMost, leadId }) =>
      selectPage.all({ from, atMost, leadId: leadId ?? null }) as unknown as MailEntry[],
    listAfter: (number, atMost) => selectAfter.all(number, atMost) as unknown as MailEntry[],
    read: ({ number }) => Buffer.from((selectRaw.get(number) as { raw: Uint8Array }).raw),
  };
}

/** Region, time and a random part, as in `0107019ab2c3d4e5-6f0c2d1e-1b2c-4d5e-8f90-a1b2c3d4e5f6-000000`. */
function newMessageId(): string {
  return `0107${Date.now().toString(16).padStart(12, '0')}-${randomUUID()}-000000`;
}

/** SES replaces the Message-ID it is given. */
function withMessageId(raw: Buffer, messageId: string): Buffer {
  const headersEnd = Math.max(raw.indexOf('\r\n\r\n'), 0);
  const headers = raw.toString('latin1', 0, headersEnd).replace(/^message-id:.*(\r\n[ \t].*)*\r\n/im, '');
  return Buffer.concat([
    Buffer.from(`Message-ID: ${messageId}\r\n${headers}`, 'latin1'),
    raw.subarray(headersEnd),
  ]);
}
