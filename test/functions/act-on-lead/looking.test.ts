import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Action, actionKeys } from '../../../domain/lead/action.ts';
import type { Lead } from '../../../domain/lead/lead.ts';
import { learnedFacts } from '../../../domain/lead/learned.ts';
import { stageKeys } from '../../../domain/lead/pipeline.ts';
import type { Hook } from '../../../domain/ports/hook-store.ts';
import { aHeldAnswer } from '../../support/a-held-answer.ts';
import { aLead } from '../../support/a-lead.ts';
import { aLeadIn, monday10 } from '../../support/a-walk.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { linksOf, textOf } from '../../support/read-page.ts';
import { link, request } from './a-phone.ts';

/** All that is stored or under way. */
async function everything(world: World, lead: Lead) {
  return structuredClone({
    leads: world.leads.all(),
    person: await world.contacts.load({ kind: 'email', value: lead.contact.email ?? '' }),
    begun: world.workflow.begun,
    ended: world.workflow.ended,
    mails: world.mailer.sent,
    answer: await world.digestAnswers.find(lead.id),
  });
}

const aRobotsForm = {
  deliveryId: 'form-1',
  receivedAt: monday10,
  outcome: 'form-kept-aside',
  reason: 'robot',
  flags: [],
} as const;

/** Links are about leads here, and so its id is one. */
const aHookOf = ({ id }: Lead): Hook => ({
  id,
  sender: 'tally',
  secretHash: 'a'.repeat(64),
  createdAt: monday10,
});

describe('looking changes nothing', () => {
  test('whatever the link, the stage and the method: scanners follow every link', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...actionKeys),
        fc.constantFrom(...stageKeys),
        fc.constantFrom('GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'),
        fc.constantFrom('', '?to=won', '?to=lost&reason=x', '?finalCents=1', '?to=nowhere'),
        fc.integer({ min: 0, max: 4 }),
        async (action, stage, method, query, generation) => {
          const lead = aLeadIn(stage);
          const world = await aWorld({ leads: [lead] });
          await world.digestAnswers.keep(aHeldAnswer(lead));
          await world.intake.record(aRobotsForm);
          await world.hooks.add(aHookOf(lead));
          const before = await everything(world, lead);
          const response = await request(world, method, link(world, lead, action, { generation }) + query, {
            finalCents: '8000',
          });
          expect([200, 405]).toContain(response.status);
          expect(await everything(world, lead)).toEqual(before);
        },
      ),
      { numRuns: 300 },
    );
  });

  test.each(actionKeys)('%s: the page has one button and nothing that presses it', async (action) => {
    // Many are told together where too much came at once; of emergencies, all that nobody has taken on.
    const inCrowd = action === 'acknowledge-all' || action === 'spam-all';
    const known = inCrowd ? { ...aLeadIn('new'), muted: 'flood' as const } : aLeadIn('service');
    // Only what waits can be taken or left.
    const proposals = learnedFacts.map((fact) => ({ fact, value: 'anders', at: monday10 }));
    const lead = { ...known, proposals };
    // Only what was kept aside can be rescued.
    const world = await aWorld({ leads: action === 'rescue' ? [] : [lead] });
    await world.leads.keepSpam(lead);
    await world.digestAnswers.keep(aHeldAnswer(lead));
    await world.intake.record(aRobotsForm);
    await world.hooks.add(aHookOf(lead));
    const { body } = await request(world, 'GET', link(world, lead, action));
    const buttons = ['view', 'move', 'noted-mails', 'open-requests', 'hook'].includes(action) ? 0 : 1;
    expect([...body.matchAll(/<button/g)]).toHaveLength(buttons);
    expect([...body.matchAll(/<form method="post"/g)]).toHaveLength(buttons);
    expect(body).not.toMatch(/http-equiv|onload|autofocus|javascript:/i);
    // That of notifications asks the browser, once its button was pressed.
    const scripts = [...body.matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
    expect(scripts).toEqual(action === 'push' ? [expect.stringMatching(/src="\/assets\/push-\w+\.js"/)] : []);
  });

  test('HEAD answers as GET does, without a body', async () => {
    const lead = aLeadIn('quoted');
    const world = await aWorld({ leads: [lead] });
    const url = link(world, lead, 'win');
    const { status, headers } = await request(world, 'GET', url);
    expect(await request(world, 'HEAD', url)).toEqual({ status, headers, body: '' });
  });

  test('other methods are told which ones there are', async () => {
    const world = await aWorld({ leads: [aLead()] });
    const response = await request(world, 'DELETE', link(world, aLead(), 'erase'));
    expect(response.status).toBe(405);
    expect(response.headers.allow).toBe('GET, HEAD, POST');
  });
});

describe('pages', () => {
  test('are kept by no cache, found by no search engine, and tell no other site where they were', async () => {
    const world = await aWorld({ leads: [aLead()] });
    for (const method of ['GET', 'POST']) {
      const { headers } = await request(world, method, link(world, aLead(), 'reached'));
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': expect.stringContaining('noindex'),
        'content-security-policy': expect.stringContaining("default-src 'none'"),
      });
    }
  });

  test('what people typed is text, never markup', async () => {
    const evil = "\"><script>alert(1)</script><b onmouseover='x'>";
    const lead = aLead({
      contact: { name: evil, phone: evil, email: 'a"b@x.example', city: evil, address: evil, language: 'de' },
      request: {
        message: evil,
        urgency: 'now',
        urgencyWord: evil,
        gas: false,
        budget: evil,
        extra: [{ name: evil, value: evil }],
      },
      reason: evil,
    });
    const world = await aWorld({ leads: [lead] });
    await world.digestAnswers.keep(aHeldAnswer(lead, evil));
    for (const action of actionKeys) {
      const { body } = await request(world, 'GET', link(world, lead, action));
      expect(body.replace(/<script src="\/assets\/push-\w+\.js" defer><\/script>/, '')).not.toContain(
        '<script',
      );
      expect(body).not.toContain('<b ');
      expect(body).not.toMatch(/onmouseover='/);
    }
    const again = await request(world, 'POST', link(world, lead, 'quote'), { quotedCents: evil });
    expect(again.status).toBe(422);
    expect(again.body).toContain('&quot;&gt;&lt;script&gt;');
    expect(again.body).not.toContain('<script');
  });

  test('the page of a lead has no end, whatever generation its link is of', async () => {
    const lead = aLeadIn('quoted');
    const world = await aWorld({ leads: [lead] });
    const response = await request(world, 'GET', link(world, lead, 'view', { generation: 1 }));
    expect(response.status).toBe(200);
    expect(textOf(response)).toContain('Nächste Schritte');
  });

  test('all links of a page hold', async () => {
    for (const stage of stageKeys) {
      const lead = aLeadIn(stage);
      const world = await aWorld({ leads: [lead] });
      const page = await request(world, 'GET', link(world, lead, 'view'));
      const signed = [...linksOf(page).values()].filter((url) => url.includes('/a/'));
      expect(signed.length).toBeGreaterThan(0);
      for (const url of signed) expect((await request(world, 'GET', url)).status).toBe(200);
    }
  });
});

describe('links that do not hold', () => {
  /** Nothing about any lead, and no difference between the reasons. */
  async function expectForbidden(world: World, url: string) {
    const page = await request(world, 'GET', url);
    const posted = await request(world, 'POST', url);
    expect(page.status).toBe(403);
    expect(posted).toEqual(page);
    expect(page.body).not.toContain('Erika');
    expect(page.body).not.toContain(aLead().id);
    return page;
  }

  test('forged, damaged, cut off, expired or of another kind: the same page, and nothing happens', async () => {
    const lead = aLeadIn('quoted');
    const world = await aWorld({ leads: [lead] });
    const before = await everything(world, lead);
    const good = link(world, lead, 'win');
    const [, token = ''] = good.split('/a/');
    const pages = await Promise.all(
      [
        good.slice(0, -1),
        good.replace('.win.', '.lose.'),
        good.replace(lead.id, '0000000000'),
        good.replace(`.${lead.generation}.`, `.${lead.generation + 1}.`),
        `/a/${token.toUpperCase()}`,
        '/a/x',
        '/a/',
        link(world, lead, 'win', { expiresAt: monday10 }),
        link(world, lead, 'launch' as Action),
      ].map((url) => expectForbidden(world, url)),
    );
    expect(new Set(pages.map(({ body }) => body)).size).toBe(1);
    expect(await everything(world, lead)).toEqual(before);
  });

  test('a link of a key that is no longer trusted', async () => {
    const lead = aLead();
    const [one, other] = [await aWorld({ leads: [lead] }), await aWorld({ leads: [lead] })];
    const { hmacLinks } = await import('../../../adapters/crypto/hmac-links.ts');
    const links = hmacLinks({
      baseUrl: 'https://anfrage.example',
      keys: { current: { id: '1', secret: 'another secret, and long enough too' } },
    });
    await expectForbidden(one, link({ ...other, links }, lead, 'win'));
  });

  test('a lead that is no longer there', async () => {
    const world = await aWorld();
    const response = await request(world, 'GET', link(world, aLead(), 'reached'));
    expect(response.status).toBe(410);
    expect(response.body).not.toContain(aLead().id);
  });

  test.each(['GET', 'POST'])(
    '%s on a link of an older generation shows where the lead stands, with fresh links',
    async (method) => {
      const lead = aLeadIn('quoted');
      const world = await aWorld({ leads: [lead] });
      const before = await everything(world, lead);
      const old = link(world, lead, 'win', { generation: lead.generation - 1 });
      const page = await request(world, method, old, { finalCents: '100' });
      expect(page.status).toBe(method === 'GET' ? 200 : 409);
      expect(textOf(page)).toContain('Inzwischen hat sich etwas getan');
      expect(textOf(page)).toContain('Angebot beim Kunden');
      expect(await everything(world, lead)).toEqual(before);
      const fresh = linksOf(page).get('Gewonnen') ?? '';
      expect(textOf(await request(world, 'GET', fresh))).toContain('Auftragssumme');
    },
  );
});
