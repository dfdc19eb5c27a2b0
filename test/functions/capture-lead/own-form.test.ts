/** Our own form, from its rendering to what the owner and its sender get. */
import { describe, expect, test } from 'vitest';
import { addDuration, addMilliseconds } from '../../../domain/time/local-time.ts';
import { captureLead } from '../../../functions/capture-lead/capture-lead.ts';
import { followUpLead } from '../../../functions/follow-up-lead/follow-up-lead.ts';
import { rescueLink } from '../../../functions/shared/action-links.ts';
import { showForm } from '../../../functions/show-form/show-form.ts';
import { formScriptName } from '../../../views/page/form-script.ts';
import { pushScriptName, pushWorkerName } from '../../../views/page/push-script.ts';
import { aFormPost, aJsonPost, aRequest } from '../../support/a-request.ts';
import { monday10 } from '../../support/a-walk.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { fieldsOf, provenFieldsOf } from '../../support/own-form.ts';
import { request } from '../act-on-lead/a-phone.ts';

const bad = { name: 'Erika Muster', email: 'erika@example.org', message: 'Wir möchten unser Bad erneuern.' };
const advertisement =
  'High quality backlinks for your site, order at https://links.test today and save money';

async function aVisitor() {
  const world = await aWorld();
  let next = 0;
  const shown = () => showForm(aRequest(), { ...world, newSubmissionId: () => `form-${++next}` });
  const wait = (millis: number) => world.clock.set(addMilliseconds(world.clock.now(), millis));
  return { world, shown, wait, form: await shown() };
}

const send = (world: World, fields: Record<string, string>) => captureLead(aFormPost(fields), world);
const noticed = async (world: World) => world.intake.listSince('2026-11-20T00:00:00.000Z');

describe('a form of ours', () => {
  test('that a browser has worked for is proven', async () => {
    const { world, form, wait } = await aVisitor();
    wait(60_000);
    expect((await send(world, { ...(await provenFieldsOf(form)), ...bad })).status).toBe(200);
    expect(world.leads.all()).toMatchObject([{ proof: 'own-form', request: { extra: [] } }]);
  });

  test('is as welcome without a script, only unproven', async () => {
    const { world, form, wait } = await aVisitor();
    wait(60_000);
    expect((await send(world, { ...fieldsOf(form), ...bad })).status).toBe(200);
    const [lead] = world.leads.all();
    expect(lead).toMatchObject({ request: { extra: [] } });
    expect(lead).not.toHaveProperty('proof');
    expect(await noticed(world)).toEqual([]);
  });

  test('is honest on the next morning, and after three days or weeks only unproven', async () => {
    for (const [open, proof] of [
      ['PT23H', 'own-form'],
      ['P3D', undefined],
      ['P21D', undefined],
    ] as const) {
      const { world, form } = await aVisitor();
      world.clock.set(addDuration(monday10, open));
      await send(world, { ...(await provenFieldsOf(form)), ...bad });
      expect(world.leads.all().map((lead) => lead.proof)).toEqual([proof]);
      expect(await noticed(world)).toEqual([]);
    }
  });

  test('has one proof, for one person: sent on to 300 addresses it counts for none but the first', async () => {
    const { world, form, wait } = await aVisitor();
    wait(60_000);
    const fields: Record<string, string> = { ...(await provenFieldsOf(form)), ...bad };
    for (let index = 0; index < 300; index++) {
      const email = `opfer-${index}@example.org`;
      await send(world, {
        ...fields,
        email,
        message: `${bad.message} ${index}`,
        submissionId: fields.submissionId ?? '',
      });
    }
    expect(world.leads.all().filter(({ proof }) => proof !== undefined).length).toBeLessThanOrEqual(1);
  });

  test('proves nothing with the proof of another form', async () => {
    const { world, form, shown, wait } = await aVisitor();
    const { altcha = '' } = await provenFieldsOf(await shown());
    wait(60_000);
    await send(world, { ...fieldsOf(form), altcha, ...bad });
    expect(world.leads.all().map(({ proof }) => proof)).toEqual([undefined]);
  });

  test('corrected after a refusal keeps all that was typed, and its proof', async () => {
    const { world, form, wait } = await aVisitor();
    wait(60_000);
    const refused = await send(world, { ...(await provenFieldsOf(form)), ...bad, email: 'erika@' });
    expect(refused.status).toBe(422);
    expect(refused.headers['content-security-policy']).toContain("script-src 'self';");
    const again = fieldsOf(refused);
    expect(again).toMatchObject({ name: bad.name });
    expect(refused.body).toContain(`${bad.message}</textarea>`);
    await send(world, { ...again, message: bad.message, email: bad.email });
    expect(world.leads.all()).toMatchObject([{ proof: 'own-form', contact: { email: bad.email } }]);
  });

  test('that was sent before its work was done does it after the refusal', async () => {
    const { world, form, wait } = await aVisitor();
    wait(60_000);
    const refused = await send(world, { ...fieldsOf(form), ...bad, email: 'erika@' });
    wait(1_000);
    await send(world, { ...(await provenFieldsOf(refused)), ...bad });
    expect(world.leads.all().map(({ proof }) => proof)).toEqual(['own-form']);
  });

  test('works while no key can be read, in both directions', async () => {
    const { world, form, wait } = await aVisitor();
    const down = () => Promise.reject(new Error('Secrets Manager is down'));
    const seals = { seal: down, readRendered: down, readProof: down };
    const bare = await showForm(aRequest(), { ...world, seals, newSubmissionId: () => 'form-9' });
    expect(bare.body).toContain('Anfrage senden');
    expect(bare.body).not.toContain('<script');
    wait(60_000);
    const fields = { ...(await provenFieldsOf(form)), ...bad };
    expect((await captureLead(aFormPost(fields), { ...world, seals })).status).toBe(200);
    expect(world.leads.all().map(({ proof }) => proof)).toEqual([undefined]);
  });

  test('works while nothing can be claimed or counted', async () => {
    const { world, form } = await aVisitor();
    const down = () => Promise.reject(new Error('The table is down'));
    const formLog = { claimProof: down, countText: down };
    const fields = { ...(await provenFieldsOf(form)), ...bad, 'nf-homepage-url': '' };
    expect((await captureLead(aFormPost(fields), { ...world, formLog })).status).toBe(200);
    expect(world.leads.all()).toHaveLength(1);
  });

  test('of another make asks for no key and counts nothing', async () => {
    const { world } = await aVisitor();
    const never = () => Promise.reject(new Error('Asked without a reason'));
    const deps = {
      ...world,
      seals: { seal: never, readRendered: never, readProof: never },
      formLog: { claimProof: never, countText: never },
      log: { ...world.log, error: (message: string) => expect(message).toBe('never') },
    };
    expect((await captureLead(aJsonPost(bad), deps)).status).toBe(200);
  });
});

describe('photos in our own form', () => {
  const sentWith = async (world: World, fields: Record<string, string>, bytes: number) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set('files', new Blob([Buffer.alloc(bytes, 7)], { type: 'image/jpeg' }), 'schaden.jpg');
    const request = new Request('https://anfrage.example/leads', { method: 'POST', body: form });
    const headers = { ...Object.fromEntries(request.headers), accept: 'text/html' };
    const body = Buffer.from(await request.arrayBuffer());
    return captureLead(aRequest({ method: 'POST', url: '/leads', headers, body }), world);
  };

  test('come with the request, and it stays proven', async () => {
    const { world, form, wait } = await aVisitor();
    wait(60_000);
    await sentWith(world, { ...(await provenFieldsOf(form)), ...bad }, 50_000);
    const [lead] = world.leads.all();
    expect(lead).toMatchObject({ proof: 'own-form', request: { extra: [] } });
    expect(lead?.timeline[0]).toMatchObject({ files: { files: [{ name: 'schaden.jpg', bytes: 50_000 }] } });
  });

  test('too large without a script: the form keeps what was written and says what to do, and then it is proven', async () => {
    const { world, form, wait } = await aVisitor();
    wait(60_000);
    const answer = await sentWith(world, { ...(await provenFieldsOf(form)), ...bad }, 5_000_000);
    expect(answer.status).toBe(413);
    expect(answer.body).toContain('Ihre Dateien sind zusammen zu groß.');
    expect(answer.body).toContain(`${bad.message}</textarea>`);
    expect(world.leads.all()).toEqual([]);
    const again = fieldsOf(answer);
    expect(again).toMatchObject({ name: bad.name, email: bad.email, submissionId: 'form-1' });
    await send(world, { ...again, message: bad.message });
    expect(world.leads.all()).toMatchObject([{ proof: 'own-form', contact: { email: bad.email } }]);
  });

  test('too large for a program: a problem that says so', async () => {
    const { world } = await aVisitor();
    const body = Buffer.alloc(5_000_000, 'a');
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    const answer = await captureLead(aRequest({ method: 'POST', url: '/leads', headers, body }), world);
    expect(answer.status).toBe(413);
    expect(answer.headers['content-type']).toContain('problem+json');
  });
});

describe('the script of the form', () => {
  const asked = async (name: string) =>
    showForm(
      { ...aRequest({ url: `/assets/${name}` }), pathParameters: { name } },
      {
        ...(await aWorld()),
        newSubmissionId: () => 'id',
      },
    );

  test('may be kept for ever under its name', async () => {
    const script = await asked(formScriptName);
    expect(script.status).toBe(200);
    expect(script.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    });
    expect(script.body).not.toMatch(/https?:\/\/(?!github\.com)/);
  });

  test('stands beside those of notifications, of which that of the worker is looked for anew', async () => {
    const page = await asked(pushScriptName);
    expect(page.headers['cache-control']).toContain('immutable');
    const worker = await asked(pushWorkerName);
    expect(worker).toMatchObject({ status: 200, headers: { 'cache-control': 'no-cache' } });
    expect(worker.body).toContain('notificationclick');
  });

  test.each(['form-0000.js', '../secret', 'form.js', ''])('is nothing else: %s', async (name) => {
    expect((await asked(name)).status).toBe(404);
  });

  test('is all that the page may load, and it needs no worker and no other site', async () => {
    const { form } = await aVisitor();
    expect(form.headers['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'self'; style-src/,
    );
    expect(
      form.body.match(/ (?:src|href)="(?!\/|tel:|data:,|https:\/\/www\.muster-haustechnik\.example)[^"]*"/g),
    ).toBeNull();
  });
});

describe('a robot', () => {
  test('that fills in at once what nobody sees is put aside, visible, and answered as anybody', async () => {
    const { world, form } = await aVisitor();
    const answer = await send(world, { ...fieldsOf(form), ...bad, 'nf-homepage-url': 'https://x.test' });
    expect(answer.status).toBe(200);
    expect(world.leads.all()).toEqual([]);
    const [notice, ...others] = await noticed(world);
    expect(others).toEqual([]);
    const page = await request(
      world,
      'GET',
      rescueLink(world.links, notice?.asideId ?? '', world.clock.now()),
    );
    expect(page.body).toContain(
      'Dafür spricht: in unter drei Sekunden ausgefüllt, ein unsichtbares Feld ausgefüllt.',
    );
  });

  test('that sends advertisements as fast as it can is put aside', async () => {
    const { world, form } = await aVisitor();
    await send(world, { ...(await provenFieldsOf(form)), ...bad, message: advertisement });
    expect(world.leads.all()).toEqual([]);
  });

  test('that posts the same advertisement everywhere is put aside from the third time on', async () => {
    const { world } = await aVisitor();
    for (let time = 0; time < 5; time++) {
      const email = `robot${time}@example.org`;
      await captureLead(aJsonPost({ ...bad, email, message: advertisement }), world);
    }
    expect(world.leads.all()).toHaveLength(2);
    expect(await noticed(world)).toHaveLength(3);
  });

  test('that advertises under a new name each time is put aside once its network is a crowd', async () => {
    const offers = [
      'Backlinks',
      'Online casino',
      'Crypto trading',
      'Google ranking',
      'SEO services',
      'Free spins',
    ];
    const sent = async (sourceIp: (index: number) => string) => {
      const world = await aWorld();
      for (const [index, offer] of offers.entries()) {
        const body = { email: `m${index}@x${index}.test`, message: `${offer}: https://offer${index}.test` };
        await captureLead({ ...aJsonPost(body), sourceIp: sourceIp(index) }, world);
      }
      return world.leads.all().length;
    };
    expect(await sent(() => '198.51.100.9')).toBe(4);
    expect(await sent((index) => `198.51.100.${index}`)).toBe(6);
  });

  test('is not whoever shows one sign alone', async () => {
    const fast = await aVisitor();
    await send(fast.world, { ...fieldsOf(fast.form), ...bad });
    const autofilled = await aVisitor();
    autofilled.wait(60_000);
    await send(autofilled.world, {
      ...fieldsOf(autofilled.form),
      ...bad,
      'nf-homepage-url': 'https://own.test',
    });
    const partner = await aVisitor();
    await captureLead(aJsonPost({ ...bad, message: advertisement }), partner.world);
    for (const { world } of [fast, autofilled, partner]) {
      expect(world.leads.all()).toHaveLength(1);
      expect(await noticed(world)).toEqual([]);
    }
  });

  test('is not whoever sends the same honest text often, by another form', async () => {
    const { world } = await aVisitor();
    const message = 'Bitte nennen Sie uns einen Termin für die Wartung der Heizung in unserem Haus.';
    for (let time = 0; time < 5; time++) {
      await captureLead(aJsonPost({ ...bad, email: `mieter${time}@example.org`, message }), world);
    }
    expect(world.leads.all()).toHaveLength(5);
  });

  test('never takes an emergency with it', async () => {
    const { world, form } = await aVisitor();
    const urgent = { ...bad, message: 'Rohrbruch! Wasser läuft in den Keller.', 'nf-homepage-url': 'x' };
    await send(world, { ...fieldsOf(form), ...urgent });
    expect(world.leads.all()).toMatchObject([{ stage: 'service' }]);
  });
});

describe('the confirmation of receipt', () => {
  async function confirmed(fields: Record<string, string>, proven: boolean) {
    const { world, form, wait } = await aVisitor();
    wait(60_000);
    await send(world, { ...(proven ? await provenFieldsOf(form) : fieldsOf(form)), ...fields });
    const [lead] = world.leads.all();
    if (!lead) throw new Error('No lead');
    await followUpLead({ leadId: lead.id, generation: lead.generation }, world);
    const mail = world.mailer.sent.find(({ to }) => to.includes(fields.email ?? ''));
    if (!mail) throw new Error('No confirmation');
    return { ...mail, flat: mail.text.replace(/\s+/g, ' ') };
  }

  test('repeats what was asked through our own form with its proof', async () => {
    expect((await confirmed(bad, true)).flat).toContain('> Wir möchten unser Bad erneuern.');
  });

  test('else names the request in our words: day, topic, number', async () => {
    const { flat, subject } = await confirmed({ ...bad, address: 'Lindenweg 7', city: 'Pasing' }, false);
    expect(flat).toContain('Thema: Bad');
    expect(flat).toContain('Eingang: 23. November 2026');
    expect(flat).toContain('Guten Tag Erika Muster,');
    expect(`${subject} ${flat}`).not.toMatch(/möchten unser|erneuern|Lindenweg|Pasing/);
  });

  test('repeats no address of the web, proven or not', async () => {
    for (const proven of [true, false]) {
      const message = 'Gewinnen Sie jetzt auf gewinn [punkt] de';
      const { flat, html } = await confirmed({ ...bad, message, name: 'www.gewinn.test' }, proven);
      expect(`${flat} ${html}`).not.toMatch(/gewinn/i);
      expect(flat).toContain('Guten Tag,');
    }
  });

  test('repeats of a number that is none only what can be dialled', async () => {
    const phone = '0171 5550101 Gewinnhotline';
    expect((await confirmed({ ...bad, phone }, false)).flat).not.toContain('hotline');
  });
});
