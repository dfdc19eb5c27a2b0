/**
 * The whole mailbox as JSON. Taking a mail apart costs a millisecond or more, and there may be tens of thousands: each is
 * taken apart once and kept on disk as JSON, not in memory, until the process ends.
 */
import { open } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Mailbox, MailEntry } from './mailbox.ts';
import { readMail } from './read-mail.ts';

const chunkBytes = 64 * 1024;
const mailsAtOnce = 100;

export interface MailboxJson {
  /** Writes the array of all mails, oldest first, and ends the stream. */
  writeTo(stream: Writable): Promise<void>;
  close(): Promise<void>;
}

export async function openMailboxJson(file: string, mailbox: Mailbox): Promise<MailboxJson> {
  // For nobody else on this machine: it holds what the database holds.
  const cache = await open(file, 'w+', 0o600);
  /** Of the last mail that is in the file. */
  let last = 0;
  let bytes = 0;
  let catchingUp: Promise<void> = Promise.resolve();

  const append = async (entry: MailEntry) => {
    const { attachments, ...mail } = await readMail(entry, mailbox.read(entry));
    const described = attachments.map(({ filename, contentType }) => ({ filename, contentType }));
    const json = JSON.stringify({ ...mail, attachments: described });
    const { bytesWritten } = await cache.write(bytes === 0 ? json : `,\n${json}`, bytes);
    bytes += bytesWritten;
    last = entry.number;
  };

  const catchUp = async () => {
    for (;;) {
      const entries = mailbox.listAfter(last, mailsAtOnce);
      if (entries.length === 0) return;
      for (const entry of entries) await append(entry);
    }
  };

  async function* chunks() {
    // What comes in while this is sent belongs to the next answer.
    const end = bytes;
    yield '[';
    for (let at = 0; at < end; ) {
      const size = Math.min(chunkBytes, end - at);
      const { bytesRead, buffer } = await cache.read(Buffer.alloc(size), 0, size, at);
      yield buffer.subarray(0, bytesRead);
      at += bytesRead;
    }
    yield ']\n';
  }

  return {
    async writeTo(stream) {
      catchingUp = catchingUp.then(catchUp);
      await catchingUp;
      await pipeline(chunks, stream);
    },
    async close() {
      await catchingUp;
      await cache.close();
    },
  };
}
