import { once } from 'node:events';
import { connect } from 'node:net';
import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Envelope } from '../../../local/mail/envelope.ts';
import { ownAddresses } from '../../../local/mail/own-addresses.ts';
import { listenForMail, type MailServer } from '../../../local/mail/smtp-server.ts';

const own = ownAddresses({
  mail: { from: 'anfrage@mail.muster.example', replyTo: 'buero@muster.example' },
});
let server: MailServer;
let accepted: { envelope: Envelope; raw: string }[];
beforeEach(async () => {
  accepted = [];
  server = await listenForMail(0, own);
  server.acceptWith(async (envelope, raw) => {
    accepted.push({ envelope, raw: raw.toString('latin1') });
  });
});
afterEach(() => server.close(200));

const message = 'Subject: Bad\r\n\r\n.\r\n..Punkte\r\nGr\xfc\xdfe\r\n';

/** Sends as a mail program does; @returns the server's last answer, or why it refused. */
async function send(
  to: string | string[],
  { raw = Buffer.from(message, 'latin1'), from = 'erika@example.org', host = 'localhost' } = {},
): Promise<{ response: string; rejected: string[] }> {
  const transport = createTransport({ host, port: server.port, secure: false, ignoreTLS: true });
  try {
    const { response, rejected } = await transport.sendMail({ envelope: { from, to }, raw });
    return { response, rejected: rejected.map(String) };
  } catch (error) {
    return { response: (error as { response?: string }).response ?? String(error), rejected: [] };
  } finally {
    transport.close();
  }
}

/** Speaks SMTP word by word: each line is sent after the answer to the one before. Then it goes away, perhaps in mid-word. */
async function talk(lines: readonly string[], cutOff = ''): Promise<string[]> {
  const socket = connect(server.port, '127.0.0.1').setEncoding('latin1');
  const answers: string[] = [];
  let pending = '';
  const answered = async () => {
    while (!/^\d{3} .*\r\n/m.test(pending)) {
      const [chunk] = (await once(socket, 'data')) as [string];
      pending += chunk;
    }
    answers.push(pending);
    pending = '';
  };
  await answered();
  for (const line of lines) {
    socket.write(`${line}\r\n`, 'latin1');
    await answered();
  }
  socket.end(cutOff, 'latin1');
  return answers;
}

describe('the mail server takes', () => {
  test('a mail for the business byte by byte, with its envelope', async () => {
    expect((await send('Anfrage+7K2M.abc@mail.muster.example')).response).toMatch(/^250 /);
    expect(accepted).toEqual([
      {
        envelope: { from: 'erika@example.org', to: ['Anfrage+7K2M.abc@mail.muster.example'] },
        raw: message,
      },
    ]);
  });

  test('one mail for several of our addresses as one delivery', async () => {
    await send(['anfrage@mail.muster.example', 'BUERO@muster.example']);
    expect(accepted.map(({ envelope }) => envelope.to)).toEqual([
      ['anfrage@mail.muster.example', 'BUERO@muster.example'],
    ]);
  });

  test('several mails over one connection, also those without a sender', async () => {
    const dialogue = [
      'EHLO me',
      'MAIL FROM:<>',
      'RCPT TO:<buero@muster.example>',
      'DATA',
      'A: 1\r\n\r\nx\r\n.',
    ];
    const again = [
      'MAIL FROM:<b@example.org> BODY=8BITMIME',
      'RCPT TO:<postmaster>',
      'DATA',
      'B: 2\r\n\r\n.',
    ];
    await talk([...dialogue, ...again]);
    expect(accepted).toEqual([
      { envelope: { from: '', to: ['buero@muster.example'] }, raw: 'A: 1\r\n\r\nx\r\n' },
      { envelope: { from: 'b@example.org', to: ['postmaster@mail.muster.example'] }, raw: 'B: 2\r\n\r\n' },
    ]);
  });

  test('connections over IPv4 and IPv6', async () => {
    await send('buero@muster.example', { host: '127.0.0.1' });
    await send('buero@muster.example', { host: '::1' });
    expect(accepted).toHaveLength(2);
  });
});

describe('the mail server refuses', () => {
  test('mails for anybody else: it is no relay', async () => {
    const { response } = await send('otto@example.org');
    expect(response).toMatch(/^550 .*otto@example\.org.*mail\.muster\.example/);
    expect(accepted).toEqual([]);
  });

  test('only the strangers among the receivers', async () => {
    const { rejected } = await send(['buero@muster.example', 'otto@example.org']);
    expect(rejected).toEqual(['otto@example.org']);
    expect(accepted.map(({ envelope }) => envelope.to)).toEqual([['buero@muster.example']]);
  });

  test('a mail of more than 40 MB, announced or not, and says how large one may be', async () => {
    const size = 40 * 1024 * 1024;
    const [, hello, announced] = await talk(['EHLO me', `MAIL FROM:<a@example.org> SIZE=${size + 1}`]);
    expect(hello).toContain(`SIZE ${size}`);
    expect(announced).toMatch(/^552 /);
    const raw = Buffer.alloc(size + 100, 'x\r\n');
    const lines = ['EHLO me', 'MAIL FROM:<a@example.org>', 'RCPT TO:<buero@muster.example>', 'DATA'];
    const answers = await talk([...lines, `${raw.toString('latin1')}\r\n.`]);
    expect(answers.at(-1)).toMatch(/^552 /);
    expect(accepted).toEqual([]);
    expect((await send('buero@muster.example')).response).toMatch(/^250 /);
  });

  test('more than 100 receivers', async () => {
    const to = Array.from({ length: 101 }, (_, index) => `k${index}@muster.example`);
    expect((await send(to)).rejected).toEqual(['k100@muster.example']);
    expect(accepted[0]?.envelope.to).toHaveLength(100);
  });

  test('passwords and encryption, which it does not need', async () => {
    const [, hello, auth, tls] = await talk(['EHLO me', 'AUTH PLAIN AGEAYg==', 'STARTTLS']);
    expect(hello).not.toMatch(/AUTH|STARTTLS/);
    expect(hello).toMatch(/8BITMIME/);
    expect(hello).toMatch(/SMTPUTF8/);
    expect([auth, tls]).toEqual([expect.stringMatching(/^5/), expect.stringMatching(/^5/)]);
  });
});

describe('the mail server never says that it has a mail which it has not', () => {
  test('a mail that could not be kept is to be sent again', async () => {
    server.acceptWith(() => Promise.reject(new Error('The disk is full')));
    expect((await send('buero@muster.example')).response).toMatch(/^451 /);
  });

  test('before the system is ready, likewise', async () => {
    const early = await listenForMail(0, own);
    const ready = server;
    server = early;
    expect((await send('buero@muster.example')).response).toMatch(/^451 /);
    await ready.close(200);
  });

  test('a mail whose sender breaks off is no mail, and the next one is taken', async () => {
    const lines = ['EHLO me', 'MAIL FROM:<a@example.org>', 'RCPT TO:<buero@muster.example>', 'DATA'];
    await talk(lines, 'Subject: half a ma');
    expect((await send('buero@muster.example')).response).toMatch(/^250 /);
    expect(accepted).toHaveLength(1);
  });
});

test('closing waits for the mail that is being kept, and does not wait for who only stays connected', async () => {
  const idle = connect(server.port, '127.0.0.1');
  idle.on('error', () => undefined);
  await once(idle, 'data');
  const keeping = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  server.acceptWith(() => {
    begun.resolve();
    return keeping.promise;
  });
  const answer = send('buero@muster.example');
  await begun.promise;
  // More patience than this test has.
  const closed = server.close(3_600_000);
  keeping.resolve();
  expect((await answer).response).toMatch(/^250 /);
  await closed;
  expect((await send('buero@muster.example')).response).toContain('ECONNREFUSED');
});

test('a port in use is named in one line, with the flag that changes it', async () => {
  await expect(listenForMail(server.port, own)).rejects.toThrow(
    `Port ${server.port} is in use. Choose another one: npm start -- --smtp-port ${server.port + 1}`,
  );
});
