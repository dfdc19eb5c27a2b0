import { expect, test } from 'vitest';
import { captureLead } from '../../../functions/capture-lead/capture-lead.ts';
import type { HttpResponse } from '../../../functions/shared/http-message.ts';
import { showForm } from '../../../functions/show-form/show-form.ts';
import { consentWording } from '../../../views/words/consent-wording.ts';
import { aFormPost, aRequest } from '../../support/a-request.ts';
import { aWorld } from '../../support/a-world.ts';
import { aCompany } from '../../support/company.ts';
import { fieldsOf } from '../../support/own-form.ts';

const company = aCompany();

async function shown(url = '/', headers: Record<string, string> = {}): Promise<HttpResponse> {
  let next = 0;
  const world = await aWorld({ company });
  return showForm(aRequest({ url, headers }), { ...world, newSubmissionId: () => `id-${++next}` });
}

test('the form is German and asks for what the contract knows', async () => {
  const response = await shown();
  expect(response.status).toBe(200);
  expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(response.body).toContain('<html lang="de">');
  expect(response.body).toContain('Anfrage senden');
  for (const name of [
    'name',
    'phone',
    'email',
    'message',
    'kind',
    'urgency',
    'address',
    'postcode',
    'city',
    'consent',
  ]) {
    expect(response.body).toContain(` name="${name}"`);
  }
});

test('with ?lang=en it is English, and so is the request', async () => {
  const response = await shown('/?lang=en');
  expect(response.body).toContain('<html lang="en">');
  expect(response.body).toContain('Send request');
  expect(fieldsOf(response).language).toBe('en');
});

test('campaign, referrer and page are carried along, everything escaped, nothing else taken over', async () => {
  const response = await shown(
    '/?utm_source=a%22b&UTM_Medium=cpc&page=https://x.example/y&email=a@b.de&kind=repair',
    {
      referer: 'https://suche.example/',
    },
  );
  expect(fieldsOf(response)).toMatchObject({
    utm_source: 'a"b',
    UTM_Medium: 'cpc',
    page: 'https://x.example/y',
    referrer: 'https://suche.example/',
    email: '',
  });
  expect(response.body).not.toContain('value="repair" checked');
});

test('it may stand in a frame on the pages of the business and lead back there', async () => {
  const policy = (await shown()).headers['content-security-policy'];
  expect(policy).toContain(`frame-ancestors 'self' ${company.origins[0]}`);
  expect(policy).toContain(`form-action 'self' ${company.origins[0]}`);
});

test('filled in and sent it is a lead, with a consent that says what was shown where', async () => {
  const world = await aWorld({ company });
  const fields = fieldsOf(await shown('/?utm_source=google', { 'x-forwarded-proto': 'https' }));
  const response = await captureLead(
    aFormPost({ ...fields, email: 'erika@example.de', kind: 'repair', urgency: 'now', consent: 'true' }),
    world,
  );
  expect(response.status).toBe(200);
  expect(world.leads.all()).toMatchObject([
    {
      stage: 'service',
      contact: { email: 'erika@example.de', language: 'de' },
      request: { kind: 'repair', urgency: 'now', extra: [] },
      attribution: { page: 'https://anfrage.example/', utm: { utm_source: 'google' } },
      consent: { wording: consentWording(company, 'de'), page: 'https://anfrage.example/' },
    },
  ]);
});

test('sent twice it is one lead; loaded twice it is two', async () => {
  const world = await aWorld({ company });
  const send = async (submissionId: string, message: string) =>
    JSON.parse(
      (
        await captureLead(
          aFormPost({ email: 'a@example.de', message, submissionId }, { accept: '*/*' }),
          world,
        )
      ).body,
    ).id;
  const { submissionId = '' } = fieldsOf(await shown());
  expect(submissionId).toBe('id-1');
  expect(await send(submissionId, 'eins')).toBe(await send(submissionId, 'eins'));
  expect(await send('id-2', 'zwei')).not.toBe(await send(submissionId, 'eins'));
});

test('corrected after a refusal it is a lead with everything that was typed the first time', async () => {
  const world = await aWorld({ company });
  const typed = {
    ...fieldsOf(await shown('/?utm_source=google')),
    name: 'Erika',
    email: 'erika@',
    Farbe: 'blau',
  };
  const refused = await captureLead(aFormPost(typed), world);
  expect(refused.status).toBe(422);
  const corrected = await captureLead(aFormPost({ ...fieldsOf(refused), email: 'erika@example.de' }), world);
  expect(corrected.status).toBe(200);
  expect(world.leads.all()).toMatchObject([
    {
      contact: { name: 'Erika', email: 'erika@example.de' },
      request: { extra: [{ name: 'Farbe', value: 'blau' }] },
      attribution: { utm: { utm_source: 'google' } },
    },
  ]);
});
