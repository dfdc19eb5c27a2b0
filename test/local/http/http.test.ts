import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocalSystem, linkBehind, startLocalSystem } from '../../support/local-system.ts';

let system: LocalSystem;
beforeAll(async () => {
  system = await startLocalSystem({ now: '2026-11-23T09:00:00.000Z' });
});
afterAll(() => system?.stop());

const post = (body: NonNullable<RequestInit['body']>, headers: Record<string, string> = {}) =>
  system.get('/leads', { method: 'POST', body, headers });

describe('capturing over HTTP', () => {
  const erika = { name: 'Erika Muster', phone: '089 1234567' };

  test('JSON, form and multipart become the same lead data', async () => {
    const multipart = new FormData();
    multipart.set('your-email', 'multi@example.org');
    multipart.set('Nachricht', 'Dusche statt Wanne');
    const answers = await Promise.all([
      post(JSON.stringify({ email: 'json@example.org', message: 'Dusche statt Wanne', ...erika }), {
        'content-type': 'application/json; charset=utf-8',
      }),
      post(
        new URLSearchParams({
          'E-Mail': 'form@example.org',
          Nachricht: 'Dusche statt Wanne',
          Vorname: 'Erika',
          Nachname: 'Muster',
        }),
      ),
      post(
        new URLSearchParams({
          'fields[email][value]': 'nested@example.org',
          'fields[message][value]': 'Dusche statt Wanne',
        }),
      ),
      post(multipart),
    ]);
    for (const answer of answers) {
      expect(answer.status).toBe(200);
      const { id, ...rest } = (await answer.json()) as { id: string };
      expect(rest).toEqual({ stage: 'new', acknowledged: true });
      const { contact, request } = await system.lead(id);
      expect(contact.email).toMatch(/^(json|form|nested|multi)@example\.org$/);
      expect(request.message).toBe('Dusche statt Wanne');
    }
  });

  test('the same content at the same instant, many times over, is one lead', async () => {
    const body = JSON.stringify({ email: 'doppelt@example.org', message: 'Zweimal geklickt' });
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => post(body, { 'content-type': 'application/json' })),
    );
    const ids = await Promise.all(
      answers.map(async (answer) => ((await answer.json()) as { id: string }).id),
    );
    expect(new Set(ids).size).toBe(1);
    const leads = await system.leads();
    expect(leads.filter((lead) => lead.contact.email === 'doppelt@example.org')).toHaveLength(1);
  });

  test('listing the leads disturbs nobody: capturing and following up go on', async () => {
    await system.leads();
    const id = await system.capture({ email: 'danach@example.org', message: 'Noch eine' });
    await system.quiet();
    expect((await system.lead(id)).timeline.map((event) => event.type)).toEqual([
      'captured',
      'acknowledged',
      'owner-alerted',
    ]);
    expect((await system.leads())[0]?.id).toBe(id);
  });

  test('what cannot be taken is refused in words, and nothing is stored', async () => {
    const before = (await system.leads()).length;
    const wrong = await post(JSON.stringify({ email: 'kein', name: 'x'.repeat(201) }), {
      'content-type': 'application/json',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.headers.get('content-type')).toContain('application/problem+json');
    const { errors } = (await wrong.json()) as { errors: { field: string }[] };
    expect(errors.map(({ field }) => field).sort()).toEqual(['email']);
    const huge = await post(JSON.stringify({ email: 'a@example.org', message: 'x'.repeat(300_000) }), {
      'content-type': 'application/json',
    });
    expect(huge.status).toBe(413);
    expect((await post('<lead/>', { 'content-type': 'application/xml' })).status).toBe(415);
    expect((await post('{', { 'content-type': 'application/json' })).status).toBe(400);
    expect(await system.leads()).toHaveLength(before);
  });

  test('a browser gets a page, or is sent on to a page of the business only', async () => {
    const fields = { email: 'seite@example.org', message: 'Hallo' };
    const html = { accept: 'text/html' };
    const page = await post(new URLSearchParams(fields), html);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<html');
    const own = 'https://www.muster-haustechnik.example/danke';
    const sent = await post(new URLSearchParams({ ...fields, redirect: own }), html);
    expect([sent.status, sent.headers.get('location')]).toEqual([303, own]);
    const foreign = await post(new URLSearchParams({ ...fields, redirect: 'https://evil.example/' }), html);
    expect(foreign.headers.get('location')).toBeNull();
  });
});

describe('signed links over HTTP', () => {
  test('looking changes nothing, a forged link shows nothing, pressing the button acts once', async () => {
    const id = await system.capture({
      name: 'Karl Maier',
      email: 'karl@example.org',
      message: 'Heizung tropft',
    });
    await system.quiet();
    const alert = (await system.mailbox()).find(
      (mail) => mail.headers['x-nachfass-mail'] === `${id}/g1#new-lead-alert#1`,
    );
    const link = linkBehind('Erreicht', alert?.html ?? '');
    const before = await system.lead(id);
    for (const method of ['GET', 'HEAD']) {
      expect((await fetch(link, { method })).status).toBe(200);
    }
    const forged = await fetch(
      link.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a')),
      { method: 'POST' },
    );
    expect(forged.status).toBe(403);
    expect(await forged.text()).not.toContain('Karl');
    expect(await system.lead(id)).toEqual(before);

    expect((await system.tap(link)).status).toBe(200);
    const acted = await system.lead(id);
    expect(acted.stage).toBe('needs-analysis');
    await system.quiet();
    await system.tap(link);
    expect((await system.lead(id)).timeline.filter((event) => event.type === 'moved')).toHaveLength(1);
  });

  test('the stop link of a reminder needs no page: mail programs press it themselves', async () => {
    const id = await system.capture({ name: 'Lisa Los', email: 'lisa@example.org', message: 'Neue Heizung' });
    await system.quiet();
    const alert = (await system.mailbox()).find(
      (mail) => mail.headers['x-nachfass-mail'] === `${id}/g1#new-lead-alert#1`,
    );
    await system.tap(linkBehind('Nicht erreicht', alert?.html ?? ''));
    await system.advance('P3D');
    const reminder = (await system.mailbox()).findLast((mail) => mail.to.includes('lisa@example.org'));
    const [, link] = /<([^>]+)>/.exec(reminder?.headers['list-unsubscribe'] ?? '') ?? [];
    const stopped = await fetch(link ?? '', {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    });
    expect(stopped.status).toBe(200);
    await system.advance('P30D');
    const mails = (await system.mailbox()).filter((mail) => mail.to.includes('lisa@example.org'));
    expect(mails).toHaveLength(2);
    expect((await system.lead(id)).timeline.some((event) => event.type === 'stopped')).toBe(true);
  });
});

describe('the local pages', () => {
  test.each(['/', '/_local', '/_local/mail', '/_local/lead'])('%s is a page', async (path) => {
    const page = await system.get(path);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toContain('text/html');
  });

  test('a clock that cannot be moved so says why', async () => {
    for (const body of [
      {},
      { advance: 'soon' },
      { to: '2020-01-01T00:00:00Z' },
      { advance: 'PT1H', to: 'x' },
    ]) {
      const refused = await system.get('/_local/clock', { method: 'POST', body: JSON.stringify(body) });
      expect(refused.status).toBe(400);
    }
  });

  test('the digest runs now, once a day', async () => {
    const first = await system.postJson('/_local/digest', {});
    const second = await system.postJson('/_local/digest', {});
    expect([first, second].map((answer) => (answer as { outcome: string }).outcome)).toContain(
      'already-sent',
    );
  });
});
