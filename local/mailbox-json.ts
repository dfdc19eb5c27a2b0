/**
 * The whole mailbox as JSON. Taking a mail apart costs a millisecond or more, and there may be tens of thousands: each is
 * taken apart once and kept on disk as JSON, not in memory, until the process ends.
 */
import { open } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Mailbox } from './mailbox.ts';
import { readMail } from './read-mail.ts';

export interface MailboxJson {
  /** Writes the array of all mails, oldest first, and ends the stream. */
  writeTo(stream: Writable): Promise<void>;
  close(): Promise<void>;
}

export async function openMailboxJson(file: string, mailbox: Mailbox): Promise<MailboxJson> {
  const cache = await open(file, 'w+');
  let mails = 0;
  let bytes = 0;
  let catchingUp: Promise<void> = Promise.resolve();

  const catchUp = async () => {
    for (let entry = mailbox.entries[mails]; entry; entry = mailbox.entries[mails]) {
      const { attachments, ...mail } = await readMail(entry, await mailbox.read(entry));
      const described = attachments.map(({ filename, contentType }) => ({ filename, contentType }));
      const json = JSON.stringify({ ...mail, attachments: described });
      const { bytesWritten } = await cache.write(mails === 0 ? json : `,\n${json}`, bytes);
      bytes += bytesWritten;
      mails += 1;
    }
  };

  return {
    async writeTo(stream) {
      catchingUp = catchingUp.then(catchUp);
      await catchingUp;
      stream.write('[');
      if (bytes > 0) {
        const cached = cache.createReadStream({ start: 0, end: bytes - 1, autoClose: false });
        await pipeline(cached, stream, { end: false });
      }
      stream.end(']\n');
    },
    async close() {
      await catchingUp;
      await cache.close();
    },
  };
}
