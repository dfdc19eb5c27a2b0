import { expect, test } from 'vitest';
import { type LeadForm, leadFormPage } from '../../../views/page/lead-form.ts';
import { aCompany } from '../../support/company.ts';

const company = aCompany();
const shown = (form: Partial<LeadForm> = {}) =>
  leadFormPage({ company, language: 'de', submissionId: 'id-1', values: [], ...form });

test('every input has a label, and the honeypot is out of sight of people and screen readers', async () => {
  const body = await shown();
  for (const [, id] of body.matchAll(/<(?:input|textarea) id="(\w+)"/g)) {
    expect(body).toContain(`<label for="${id}">`);
  }
  expect(body).toMatch(
    /<div class="away" aria-hidden="true"><label>[^<]*<input name="website" tabindex="-1" autocomplete="off">/,
  );
});

test('it works without scripts and names the privacy policy', async () => {
  const body = await shown();
  expect(body).not.toMatch(/<script|\son\w+=/);
  expect(body).toContain(`href="${company.privacyUrl}"`);
});

test('what is wrong is said once at the top and at each field, and the address opens if it is wrong there', async () => {
  const message = 'Das ist zu lang.';
  const errors = ['name', 'city'].map((field) => ({ field, message }));
  const body = await shown({ errors, values: [{ name: 'name', value: 'Erika' }] });
  expect(body.match(/<li><a href="#name">Das ist zu lang\.<\/a><\/li>/g)).toHaveLength(1);
  expect(body).toMatch(
    /<input id="name"[^>]*value="Erika"[^>]*aria-invalid="true" aria-describedby="name-fault"/,
  );
  expect(body).toContain('<p class="fault" id="city-fault">');
  expect(body).toContain('<details open>');
});
