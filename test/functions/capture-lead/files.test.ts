/** Files that come with a form: kept, shown, missed, erased. */
import { describe, expect, test } from 'vitest';
import type { Lead } from '../../../domain/lead/lead.ts';
import { captureLead } from '../../../functions/capture-lead/capture-lead.ts';
import { storeQueuedSubmission } from '../../../functions/drain-submissions/store-queued-submission.ts';
import { newLeadAlert } from '../../../views/mail/new-lead-alert.ts';
import { aJsonPost, aRequest } from '../../support/a-request.ts';
import { aWorld, type World } from '../../support/a-world.ts';
import { aJpeg, aPdf, multipart, parts } from '../../support/form-parts.ts';
import { linksOf, textOf } from '../../support/read-page.ts';
import { link, request, tap } from '../act-on-lead/a-phone.ts';
import { bodyOf, company, ownSite } from './a-sender.ts';

const fields = [
  ['name="name"', 'Erika Muster'],
  ['name="email"', 'erika@example.de'],
  ['name="message"', 'So sieht unser Bad aus.'],
] as const;
const photo = [
  'name="foto"; filename="Bad <alt>.jpg"',
  aJpeg(1_240_000),
  'Content-Type: image/jpeg',
] as const;
const plan = ['name="plan"; filename="plan.pdf"', aPdf(), 'Content-Type: application/pdf'] as const;

const aPost = (list: Parameters<typeof parts>[0], accept = '*/*') =>
  aRequest({
    method: 'POST',
    url: '/leads',
    headers: { 'content-type': multipart, accept },
    body: parts(list),
  });

/** A world whose place for files takes none, or not all. */
function failing(world: World, fails: (index: number) => boolean = () => true): World {
  const keepFile: World['mailFiles']['keepFile'] = async (id, file) => {
    if (fails(file.index)) throw new Error('The bucket is down');
    await world.mailFiles.keepFile(id, file);
  };
  return { ...world, mailFiles: { ...world.mailFiles, keepFile } };
}

async function sent(world: World, ...requests: Parameters<typeof captureLead>[0][]) {
  const responses = [];
  for (const one of requests) responses.push(await captureLead(one, world));
  return { responses, leads: world.leads.all() };
}

const first = ([lead]: readonly Lead[]): Lead => {
  if (!lead) throw new Error('No lead');
  return lead;
};
const submittedFiles = (lead: Lead) => {
  const [captured] = lead.timeline;
  if (captured?.type !== 'captured' || !captured.files) throw new Error('No files');
  return captured.files;
};
const alertOf = (lead: Lead) =>
  newLeadAlert({ lead, company, now: lead.capturedAt, actions: [], viewUrl: 'https://anfrage.example/a/x' });

describe('files that come with a form', () => {
  test('belong to the lead, and no field speaks of them', async () => {
    const world = await aWorld({ company });
    const { responses, leads } = await sent(world, aPost([...fields, photo, plan]));
    expect(responses.map(bodyOf)).toEqual([{ id: 'TEST000001', stage: 'new', acknowledged: true }]);
    const lead = first(leads);
    expect(submittedFiles(lead)).toEqual({
      id: expect.stringMatching(/^form-/),
      files: [
        { index: 0, name: 'Bad _alt_.jpg', contentType: 'image/jpeg', bytes: 1_240_000 },
        { index: 1, name: 'plan.pdf', contentType: 'application/pdf', bytes: 3_000 },
      ],
    });
    expect(lead.request).toMatchObject({ message: 'So sieht unser Bad aus.', extra: [] });
  });

  test('in base64 as well', async () => {
    const world = await aWorld({ company });
    const foto = { filename: 'bad.jpg', content: aJpeg().toString('base64') };
    const { leads } = await sent(world, aJsonPost({ name: 'Erika', email: 'erika@example.de', foto }));
    expect(submittedFiles(first(leads)).files).toMatchObject([
      { name: 'bad.jpg', contentType: 'image/jpeg' },
    ]);
    expect(first(leads).request.extra).toEqual([]);
  });

  test('are no mails that nobody has worked off', async () => {
    const world = await aWorld({ company });
    await sent(world, aPost([...fields, photo]));
    expect(await world.mailFiles.listSince('2000-01-01T00:00:00.000Z')).toEqual([]);
  });

  test('are named in the alert, and open from the page of the lead', async () => {
    const world = await aWorld({ company });
    const lead = first((await sent(world, aPost([...fields, photo, plan]))).leads);
    const { id } = submittedFiles(lead);
    expect(alertOf(lead).text).toContain('📎 Dabei: 1 Foto und 1 Datei (Bad _alt_.jpg, plan.pdf)');
    const page = await request(world, 'GET', link(world, lead, 'view'));
    expect(textOf(page)).toContain('Fotos und Anhänge');
    const links = linksOf(page);
    for (const [label, index] of [
      ['📷 Bad _alt_.jpg · 1,2 MB', 0],
      ['📎 plan.pdf · 3 KB', 1],
    ] as const) {
      const file = await request(world, 'GET', `${link(world, lead, 'view')}${links.get(label)}`);
      expect(file).toMatchObject({ status: 302, headers: { location: `memory:///files/${id}/${index}` } });
    }
    expect([...links.keys()]).not.toContain('Originalnachricht');
    for (const query of [`?mail=${id}&raw=1`, `?mail=${id}&file=2`, '?mail=form-another&file=0']) {
      expect((await request(world, 'GET', `${link(world, lead, 'view')}${query}`)).status).toBe(404);
    }
  });

  test('go with the lead when it is erased, and their names with them', async () => {
    const world = await aWorld({ company });
    const lead = first((await sent(world, aPost([...fields, photo]))).leads);
    const removed: string[] = [];
    const remove = async (id: string) => {
      removed.push(id);
      await world.mailFiles.remove(id);
    };
    const watched = { ...world, mailFiles: { ...world.mailFiles, remove } };
    await tap(watched, link(world, lead, 'erase'), { sure: 'ja' });
    expect(removed).toEqual([submittedFiles(lead).id]);
    expect(JSON.stringify(await world.leads.load(lead.id))).not.toContain('.jpg');
  });

  test('of a robot are kept aside with what it wrote, and can be looked at', async () => {
    const world = await aWorld({ company });
    const { responses, leads } = await sent(
      world,
      aPost([...fields, ['name="website"', 'https://x.example'], photo]),
    );
    expect(responses[0]?.status).toBe(200);
    expect(leads).toEqual([]);
    const aside = first(world.leads.spam());
    const url = world.links.sign({
      leadId: aside.id,
      action: 'rescue',
      expiresAt: '2027-01-01T00:00:00.000Z',
    });
    const page = await request(world, 'GET', url);
    const file = await request(world, 'GET', `${url}${linksOf(page).get('📷 Bad _alt_.jpg')}`);
    expect(file.status).toBe(302);
  });
});

describe('a form that is sent twice', () => {
  const withId = [...fields, ['name="submissionId"', 'once']] as const;

  test.each([
    ['with an id of its own', withId],
    ['within minutes', fields],
  ])('%s brings its files once', async (_, list) => {
    const world = await aWorld({ company });
    const { responses, leads } = await sent(world, aPost([...list, photo]), aPost([...list, photo]));
    expect(new Set(responses.map((response) => bodyOf(response).id)).size).toBe(1);
    expect(leads).toHaveLength(1);
    expect(first(leads).timeline).toMatchObject([{ type: 'captured' }]);
    expect(first(leads).timeline).toHaveLength(1);
  });

  test('brings a photo that it lacked before', async () => {
    const world = await aWorld({ company });
    const { leads } = await sent(world, aPost(withId), aPost([...withId, photo]));
    expect(leads).toHaveLength(1);
    expect(first(leads).timeline).toMatchObject([
      { type: 'captured' },
      { type: 'resubmitted', files: { files: [{ name: 'Bad _alt_.jpg' }] } },
    ]);
    const page = await request(world, 'GET', link(world, first(leads), 'view'));
    expect(linksOf(page).has('📷 Bad _alt_.jpg · 1,2 MB')).toBe(true);
  });

  test('brings what could not be kept the first time', async () => {
    const world = await aWorld({ company });
    await sent(failing(world), aPost([...withId, photo]));
    const { responses, leads } = await sent(world, aPost([...withId, photo]));
    expect(bodyOf(responses[0] ?? { status: 0, headers: {}, body: '{}' })).not.toHaveProperty(
      'notTransferred',
    );
    const page = await request(world, 'GET', link(world, first(leads), 'view'));
    expect(linksOf(page).has('📷 Bad _alt_.jpg · 1,2 MB')).toBe(true);
    expect(textOf(page)).not.toContain('nicht übertragen');
  });
});

describe('files that cannot be kept', () => {
  test('cost no request: the lead is stored, and everybody is told', async () => {
    const world = await aWorld({ company });
    const { responses, leads } = await sent(
      failing(world, (index) => index === 0),
      aPost([...fields, photo, plan]),
    );
    expect(responses.map(bodyOf)).toMatchObject([
      {
        id: 'TEST000001',
        acknowledged: true,
        notTransferred: ['Bad _alt_.jpg'],
        message: expect.stringContaining('Nicht übertragen: Bad _alt_.jpg.'),
      },
    ]);
    const lead = first(leads);
    expect(submittedFiles(lead)).toMatchObject({ files: [{ name: 'plan.pdf' }], lost: ['Bad _alt_.jpg'] });
    const { text } = alertOf(lead);
    expect(text).toContain('1 Datei (plan.pdf)');
    expect(text).toContain('Datei Bad _alt_.jpg nicht übertragen.');
    const page = await request(world, 'GET', link(world, lead, 'view'));
    expect(textOf(page)).toContain('Datei Bad _alt_.jpg nicht übertragen.');
  });

  test('are told to a browser in the place of thanks, and no page that thanks is shown', async () => {
    const world = failing(await aWorld({ company }));
    const redirect = ['name="redirect"', `${ownSite}/danke`] as const;
    const { responses } = await sent(world, aPost([...fields, redirect, photo], 'text/html'));
    expect(responses[0]?.status).toBe(200);
    expect(textOf(responses[0] ?? { status: 0, headers: {}, body: '' })).toMatch(
      /Ihre Anfrage ist da, aber nicht alle Dateien\. .*Nicht übertragen: Bad _alt_\.jpg/,
    );
    const whole = await sent(await aWorld({ company }), aPost([...fields, redirect, photo], 'text/html'));
    expect(whole.responses[0]).toMatchObject({ status: 303, headers: { location: `${ownSite}/danke` } });
  });

  test('are told of an emergency beside the call back', async () => {
    const world = failing(await aWorld({ company }));
    const urgent = [
      ['name="phone"', '0171 5550100'],
      ['name="message"', 'Rohrbruch!'],
    ] as const;
    const { responses } = await sent(world, aPost([...urgent, photo], 'text/html'));
    const text = textOf(responses[0] ?? { status: 0, headers: {}, body: '' });
    expect(text).toContain('Wir rufen Sie sofort zurück.');
    expect(text).toContain('Nicht übertragen: Bad _alt_.jpg');
  });

  test('a form whose photos are too large is refused, and lies aside with what was written in it', async () => {
    const world = await aWorld({ company });
    const large = [
      'name="foto"; filename="gross.jpg"',
      aJpeg(5_000_000),
      'Content-Type: image/jpeg',
    ] as const;
    const { responses } = await sent(world, aPost([...fields, large]));
    expect(responses.map(bodyOf)).toMatchObject([{ status: 413, detail: expect.stringContaining('4 MB') }]);
    expect(world.leads.spam()).toMatchObject([
      {
        contact: { name: 'Erika Muster', email: 'erika@example.de' },
        request: { message: 'So sieht unser Bad aus.' },
      },
    ]);
  });

  test('a form that is shown again asks for them again, and what was sent lies aside with them', async () => {
    const world = await aWorld({ company });
    const { responses, leads } = await sent(
      world,
      aPost([['name="message"', 'Bad neu'], photo], 'text/html'),
    );
    expect(responses[0]?.status).toBe(422);
    expect(responses[0]?.body).toContain('Bitte wählen Sie Ihre Dateien noch einmal aus.');
    expect(leads).toEqual([]);
    expect(submittedFiles(first(world.leads.spam())).files).toMatchObject([{ name: 'Bad _alt_.jpg' }]);
    const plain = await sent(world, aPost([['name="message"', 'Bad neu']], 'text/html'));
    expect(plain.responses[0]?.body).not.toContain('noch einmal aus');
    const broken = {
      ...world,
      submissions: { ...world.submissions, put: () => Promise.reject(new Error('down')) },
    };
    const add = () => Promise.reject(new Error('The table is down'));
    const lost = await sent(
      { ...broken, leads: { ...world.leads, add } },
      aPost([...fields, photo], 'text/html'),
    );
    expect(lost.responses[0]?.status).toBe(503);
    expect(lost.responses[0]?.body).toContain('Bitte wählen Sie Ihre Dateien noch einmal aus.');
  });

  test('a form that waits in the queue keeps its files', async () => {
    const world = await aWorld({ company });
    const add = () => Promise.reject(new Error('The table is down'));
    const down = { ...world, leads: { ...world.leads, add } };
    await sent(down, aPost([...fields, photo]));
    for (const submission of world.submissions.all()) await storeQueuedSubmission(submission, world);
    expect(submittedFiles(first(world.leads.all())).files).toMatchObject([{ name: 'Bad _alt_.jpg' }]);
  });
});
