import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalSystem, startLocalSystem } from '../../support/local-system.ts';
import { until } from '../../support/until.ts';

const business = 'anfrage@mail.muster-haustechnik.example';

let system: LocalSystem;
beforeAll(async () => {
  system = await startLocalSystem({ now: '2026-11-23T09:00:00.000Z' });
});
afterAll(() => system?.stop());

const rawMail = (
  from: string,
  { subject = 'Bad', text = 'Wir möchten unser Bad erneuern.', headers = '' } = {},
) =>
  `${headers}From: ${from}\r\nTo: ${business}\r\nSubject: ${subject}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`;

const leadsOf = async (email: string) =>
  (await system.leads()).filter((lead) => lead.contact.email === email);

describe('POST /_local/inbound', () => {
  test('takes one raw mail and says what became of it', async () => {
    const { outcome, leadId } = await system.inbound(rawMail('Erika Muster <erika@customer.test>'));
    expect(outcome).toBe('lead-created');
    expect(await system.lead(leadId ?? '')).toMatchObject({ contact: { email: 'erika@customer.test' } });
  });

  test('takes it whatever type it claims to be, also with the line ends of Unix', async () => {
    const { outcome } = await system.inbound(rawMail('unix@customer.test').replaceAll('\r\n', '\n'), {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(outcome).toBe('lead-created');
  });

  test('believes the envelope it is given: a null sender makes it a machine', async () => {
    const { outcome, leadId } = await system.inbound(
      rawMail('mailer-daemon@customer.test', { subject: 'Undelivered Mail' }),
      { 'x-envelope-from': '<>', 'x-envelope-to': business },
    );
    expect([outcome, leadId]).toEqual([expect.stringMatching(/^(auto-reply|bounce)-noted$/), null]);
  });

  test('rule 21: what was found to be spam is kept aside', async () => {
    const { outcome, leadId } = await system.inbound(
      rawMail('spam@customer.test', { headers: 'X-SES-Spam-Verdict: FAIL\r\n' }),
    );
    expect(outcome).toBe('spam-quarantined');
    expect(await leadsOf('spam@customer.test')).toEqual([]);
    expect(leadId).not.toBeUndefined();
  });

  test('what was noted or kept aside is listed with sender, subject, why, and the page that makes a lead of it', async () => {
    const headers =
      'List-Id: <news.markt.test>\r\nList-Unsubscribe: <https://markt.test/ab>\r\nPrecedence: bulk\r\n';
    const text = 'Unsere Angebote der Woche. Newsletter abbestellen: https://markt.test/ab';
    await system.inbound(
      rawMail('Markt <news@markt.test>', { headers, subject: 'Angebote der Woche', text }),
    );
    const spam = 'X-SES-Spam-Verdict: FAIL\r\n';
    await system.inbound(rawMail('Lotto <lotto@markt.test>', { headers: spam, subject: 'Gewonnen' }));
    const notices = (await (await system.get('/_local/notices')).json()) as Record<string, string>[];
    const [letter, lotto] = notices.filter(({ sender }) => sender?.endsWith('@markt.test'));
    expect(letter).toMatchObject({
      sender: 'news@markt.test',
      subject: 'Angebote der Woche',
      reason: 'newsletter',
    });
    expect(lotto).toMatchObject({
      senderName: 'Lotto',
      reason: 'spam',
      outcome: 'spam-quarantined',
      leadId: null,
    });
    const page = await fetch(letter?.url ?? '');
    expect(await page.text()).toContain('Ist das eine Anfrage?');
    expect(await leadsOf('news@markt.test')).toEqual([]);
    await fetch(letter?.url ?? '', { method: 'POST' });
    expect(await leadsOf('news@markt.test')).toMatchObject([{ id: letter?.asideId, stage: 'new' }]);
    const list = await system.get('/_local/noted');
    const shown = await fetch(list.headers.get('location') ?? '');
    expect(await shown.text()).toMatch(/Gewonnen[\s\S]*Angebote der Woche/);
  });

  test('rule 6: over 40 MB the outcome is that it is too large; over 41 MB nobody reads it', async () => {
    const megabyte = 1024 * 1024;
    const large = Buffer.concat([
      Buffer.from(rawMail('gross@customer.test')),
      Buffer.alloc(40 * megabyte, 'Foto\r\n'),
    ]);
    expect(await system.inbound(large)).toMatchObject({ outcome: 'too-large', leadId: expect.any(String) });
    const refused = await system.get('/_local/inbound', {
      method: 'POST',
      body: Buffer.alloc(41 * megabyte + 1),
    });
    expect(refused.status).toBe(413);
  });

  test('an empty body and bytes of nothing are mails too: they end in an outcome', async () => {
    for (const raw of ['', Buffer.from([0, 255, 13, 10, 13, 10, 0])]) {
      expect((await system.inbound(raw)).outcome).toMatch(/^[a-z-]+$/);
    }
  });
});

describe('by SMTP', () => {
  test('moving the clock waits until the mails that were taken have their outcome', async () => {
    const senders = Array.from({ length: 8 }, (_, index) => `schnell-${index}@customer.test`);
    await Promise.all(
      senders.map((from) => system.mail({ from, to: business, subject: 'Heizung', text: 'Sie ist kalt.' })),
    );
    await system.quiet();
    for (const sender of senders) expect(await leadsOf(sender)).toHaveLength(1);
  });

  test('rule 3: the same mail twice is one request', async () => {
    const mail = {
      from: 'doppelt@customer.test',
      to: business,
      subject: 'Heizung',
      text: 'Sie ist kalt.',
      messageId: '<doppelt@customer.test>',
    };
    await system.mail(mail);
    await system.mail(mail);
    await system.quiet();
    expect(await leadsOf('doppelt@customer.test')).toHaveLength(1);
  });

  test('rule 2: killed at any moment, each mail that was taken is one request with one answer', async () => {
    const taken: string[] = [];
    const burst = async (round: string) => {
      for (let index = 0; ; index++) {
        const from = `kunde-${round}-${index}@customer.test`;
        try {
          await system.mail({ from, to: business, subject: 'Bad', text: `Bad ${round} ${index}` });
        } catch {
          return;
        }
        taken.push(from);
      }
    };
    for (let round = 0; round < 3; round++) {
      const before = taken.length;
      const bursts = [burst(`${round}a`), burst(`${round}b`)];
      // In the middle of the burst, however slow the machine is, and each time at another point of the work.
      await until(() => taken.length >= before + 3 + round);
      await sleep(round * 20);
      await system.killAndRestart();
      await Promise.all(bursts);
    }
    await system.quiet();
    const emails = (await system.leads()).map((lead) => lead.contact.email);
    const answered = (await system.mailbox()).flatMap(({ to }) => to);
    const count = (all: readonly (string | undefined)[], one: string) =>
      all.filter((each) => each === one).length;
    for (const from of taken) {
      expect([from, count(emails, from), count(answered, from)]).toEqual([from, 1, 1]);
    }
    expect(readdirSync(join(system.dataFolder, 'spool'))).toEqual([]);
  });
});

test('what came in is listed, the latest first, with what became of it', async () => {
  await system.inbound(rawMail('otto@customer.test', { subject: '<i>Dusche</i>' }));
  const page = await (await system.get('/_local/incoming')).text();
  expect(page).toContain('&lt;i&gt;Dusche&lt;/i&gt;');
  expect(page).not.toContain('<i>Dusche');
  expect(page).toContain('otto@customer.test');
  expect(page).toContain('neue Anfrage');
  const raw = /\/_local\/files\/[\w-]+\/raw/.exec(page)?.[0] ?? '';
  expect(await (await system.get(raw)).text()).toContain('From: otto@customer.test');
  expect(await (await system.get('/_local')).text()).toContain('/_local/incoming');
});

describe('the files of a mail', () => {
  const boundary = 'x';
  const part = (type: string, name: string, content: string) =>
    `--${boundary}\r\nContent-Type: ${type}\r\nContent-Disposition: attachment; filename="${name}"\r\n\r\n${content}\r\n`;

  test('rule 20: images are shown, everything else is a download, above all HTML', async () => {
    const { leadId } = await system.inbound(
      `From: foto@customer.test\r\nTo: ${business}\r\nSubject: Fotos\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=${boundary}\r\n\r\n--${boundary}\r\nContent-Type: text/plain\r\n\r\nSo sieht es aus.\r\n${part('image/png', 'Bad.png', 'png')}${part('text/html', 'a.html', '<script>alert(1)</script>')}${part('image/svg+xml', 'a.svg', '<svg onload="alert(1)"/>')}--${boundary}--\r\n`,
    );
    const lead = await system.lead(leadId ?? '');
    const captured = lead.timeline.find((event) => event.type === 'captured');
    const mail = captured?.type === 'captured' ? captured.mail : undefined;
    const shown = await Promise.all(
      (mail?.files ?? []).map(async ({ index, name, contentType }) => {
        const query = new URLSearchParams({ name, type: contentType });
        const { status, headers } = await system.get(`/_local/files/${mail?.id}/${index}?${query}`);
        return {
          name,
          status,
          type: headers.get('content-type'),
          shown: headers.get('content-disposition')?.split(';')[0],
          sniffed: headers.get('x-content-type-options') !== 'nosniff',
        };
      }),
    );
    const download = { status: 200, type: 'application/octet-stream', shown: 'attachment', sniffed: false };
    expect(shown.toSorted((one, other) => one.name.localeCompare(other.name))).toEqual([
      { ...download, name: 'a.html' },
      { ...download, name: 'a.svg' },
      { ...download, name: 'Bad.png', type: 'image/png', shown: 'inline' },
    ]);
  });

  test('that are not there are not found', async () => {
    expect((await system.get('/_local/files/nichts/raw')).status).toBe(404);
    expect((await system.get('/_local/files/nichts/0')).status).toBe(404);
    expect((await system.get('/_local/files/..%2F..%2Fclock/raw')).status).toBe(404);
  });
});

test('a replay with nothing to take again takes nothing', async () => {
  expect(await system.postJson('/_local/replay', {})).toEqual({ replayed: [], failed: [] });
});

test('the system stops though somebody stays connected, and says so, and begins anew without the mails', async () => {
  const idle = connect(system.smtpPort, 'localhost');
  idle.on('error', () => undefined);
  await once(idle, 'data');
  let farewell = '';
  idle.on('data', (said) => {
    farewell += said;
  });
  await system.restart(['--fresh']);
  // Whoever is cut off when patience ends hears nothing.
  expect(farewell).toMatch(/^421 /);
  expect(await (await system.get('/_local/incoming')).text()).toContain('kam nichts');
  expect(readdirSync(join(system.dataFolder, 'incoming'))).toEqual([]);
});
