/**
 * The mails that went out, on disk: the raw mails one after the other in one file, and one line about each in another. A
 * mail counts when its line is complete, so a process that is killed in between leaves no half mail. Nothing is forced to
 * the disk: what the operating system took survives the end of the process, and that is what is promised.
 */
import { randomUUID } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { readHeaders } from './mail-headers.ts';

/** What stays in memory of each mail. */
export interface MailEntry {
  /** As SES makes them: what answers refer to. */
  readonly id: string;
  /** When it was accepted, by the local clock; the mail's own Date has no milliseconds. */
  readonly at: string;
  /** Which mail of which lead this is (`X-Nachfass-Mail`), if it says so. */
  readonly mailKey?: string | undefined;
  readonly offset: number;
  readonly bytes: number;
}

export interface Mailbox {
  /** Oldest first. */
  readonly entries: readonly MailEntry[];
  /** Stores a mail durably. Returns its id. */
  add(raw: Buffer, at: string): Promise<string>;
  read(entry: MailEntry): Promise<Buffer>;
  close(): Promise<void>;
}

/** The domain in the Message-ID that SES gives a mail sent from Frankfurt. */
const messageIdDomain = 'eu-central-1.amazonses.com';

export async function openMailbox(folder: string): Promise<Mailbox> {
  const lines = await open(join(folder, 'mails.ndjson'), 'a+');
  const raws = await open(join(folder, 'mails.raw'), 'a+');
  const { entries, bytes } = parseLines(await lines.readFile());
  await lines.truncate(bytes);
  let linesEnd = bytes;
  let end = (await raws.stat()).size;
  let adding: Promise<unknown> = Promise.resolve();

  const append = async (raw: Buffer, at: string): Promise<string> => {
    const id = newMessageId();
    const mail = withMessageId(raw, `<${id}@${messageIdDomain}>`);
    const mailKey = readHeaders(raw).get('x-nachfass-mail');
    const length = mail[0].length + mail[1].length;
    const entry: MailEntry = {
      id,
      at,
      ...(mailKey !== undefined && { mailKey }),
      offset: end,
      bytes: length,
    };
    const line = `${JSON.stringify(entry)}\n`;
    await appendAll(raws, mail);
    await appendAll(lines, [Buffer.from(line)]);
    end += length;
    linesEnd += Buffer.byteLength(line);
    // Read back: a part of a text, as the key is, would keep all of the mail's headers in memory.
    entries.push(JSON.parse(line));
    return id;
  };

  /** After a fault, e.g. a full disk: what was half written is not there. */
  const recover = async () => {
    await lines.truncate(linesEnd);
    end = (await raws.stat()).size;
  };

  return {
    entries,
    add(raw, at) {
      const added = adding.then(() => append(raw, at));
      adding = added.catch(recover);
      return added;
    },
    async read({ offset, bytes: length }) {
      const mail = Buffer.alloc(length);
      await raws.read(mail, 0, length, offset);
      return mail;
    },
    async close() {
      await adding;
      await lines.close();
      await raws.close();
    },
  };
}

/** The whole lines and how many bytes they take; a last line without its end was never answered for. */
function parseLines(file: Buffer): { entries: MailEntry[]; bytes: number } {
  const bytes = file.lastIndexOf(0x0a) + 1;
  const lines = file.toString('utf8', 0, bytes).split('\n').slice(0, -1);
  return { entries: lines.map((line) => JSON.parse(line) as MailEntry), bytes };
}

async function appendAll(file: FileHandle, parts: readonly Buffer[]): Promise<void> {
  for (const part of parts) {
    for (let written = 0; written < part.length; ) {
      written += (await file.write(part, written)).bytesWritten;
    }
  }
}

/** Region, time and a random part, as in `0107019ab2c3d4e5-6f0c2d1e-1b2c-4d5e-8f90-a1b2c3d4e5f6-000000`. */
function newMessageId(): string {
  return `0107${Date.now().toString(16).padStart(12, '0')}-${randomUUID()}-000000`;
}

/** The headers and the rest. SES replaces the Message-ID it is given. */
function withMessageId(raw: Buffer, messageId: string): [Buffer, Buffer] {
  const headersEnd = Math.max(raw.indexOf('\r\n\r\n'), 0);
  const headers = raw.toString('latin1', 0, headersEnd).replace(/^message-id:.*(\r\n[ \t].*)*\r\n/im, '');
  return [Buffer.from(`Message-ID: ${messageId}\r\n${headers}`, 'latin1'), raw.subarray(headersEnd)];
}
