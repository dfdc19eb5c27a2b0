import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { expect, test } from 'vitest';
import {
  formScriptFile,
  pushScriptFile,
  pushScriptPath,
  scriptPath,
} from '../../../ops/form-script/script-file.ts';
import { formScript, formScriptName } from '../../../views/page/form-script.ts';
import { type LeadForm, leadFormPage, maxFilesBytes } from '../../../views/page/lead-form.ts';
import { aCompany } from '../../support/company.ts';
import { aFormJudge } from '../../support/own-form.ts';

const company = aCompany();
const shown = (form: Partial<LeadForm> = {}) =>
  leadFormPage({ company, language: 'de', submissionId: 'id-1', values: [], ...form });

test('every input has a label, and the well is out of sight of people, screen readers and autofill', async () => {
  const body = await shown();
  for (const [, id] of body.matchAll(/<(?:input|textarea) id="(\w+)"/g)) {
    expect(body).toContain(`<label for="${id}">`);
  }
  expect(body).toMatch(
    /<div class="away" aria-hidden="true"><label>[^<]*<input name="nf-homepage-url" tabindex="-1" autocomplete="off">/,
  );
  expect(body).not.toContain('name="website"');
});

test('it works without scripts and names the privacy policy', async () => {
  const body = await shown();
  expect(body).not.toMatch(/<script|\son\w+=/);
  expect(body).toContain(`href="${company.privacyUrl}"`);
});

test('sealed it loads one script, from here, and has none of its own', async () => {
  const body = await shown({ seal: { rendered: 'then', challenge: '{"a":"<&>"}' } });
  expect(body.match(/<script[^>]*>/g)).toEqual([`<script src="/assets/${formScriptName}" defer>`]);
  expect(body).not.toMatch(/\son\w+=/);
  expect(body).toContain('data-challenge="{&quot;a&quot;:&quot;&lt;&amp;&gt;&quot;}"');
});

test('what a browser proved stands in the form that is shown again, and is not asked for again', async () => {
  const body = await shown({ seal: { rendered: 'then', proof: 'done' } });
  expect(body).toContain('name="altcha" value="done">');
  expect(body).not.toContain('data-challenge');
});

test('the files stand behind every field with text: of a request that is too large the text can still be read', async () => {
  const body = await shown({ seal: { rendered: 'then', challenge: '{}' } });
  const files = body.indexOf('type="file"');
  const texts = [
    'name',
    'phone',
    'email',
    'message',
    'address',
    'postcode',
    'city',
    'submissionId',
    'altcha',
  ];
  for (const name of texts) {
    expect(body.indexOf(` name="${name}"`), name).toBeGreaterThan(0);
    expect(body.indexOf(` name="${name}"`), name).toBeLessThan(files);
  }
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

/** As much of a page as the script looks at. */
function aPage({ challenge = '', files }: { challenge?: string; files?: { name: string; size: number }[] }) {
  const told = new Map<string, ((event: object) => void)[]>();
  const listening = () => ({
    addEventListener: (type: string, listener: (event: object) => void) =>
      told.set(type, [...(told.get(type) ?? []), listener]),
  });
  const proof = { value: '', dataset: { challenge } };
  const faults = { textContent: '' };
  const chosen = {
    ...listening(),
    id: 'files',
    files,
    dataset: { most: String(maxFilesBytes), tooLarge: '„{name}“ ist zu groß' },
    focused: false,
    setAttribute: () => {},
    focus() {
      this.focused = true;
    },
  };
  const sent = Promise.withResolvers<string>();
  const form = {
    ...listening(),
    querySelector: (selector: string) => (selector.includes('file') ? chosen : challenge ? proof : null),
    requestSubmit: () => send(),
  };
  const fire = (type: string, event = {}) => {
    for (const listener of told.get(type) ?? []) listener(event);
  };
  /** As a browser: unless the script holds it back, the form goes out. */
  const send = () => {
    let held = false;
    fire('submit', { preventDefault: () => (held = true), stopImmediatePropagation: () => {} });
    if (!held) sent.resolve(proof.value);
    return held;
  };
  runInContext(
    formScript,
    createContext({
      document: { querySelector: () => form, getElementById: () => faults },
      ...{ crypto, performance, setTimeout, btoa, TextEncoder, JSON, Promise, Uint8Array, DataView },
    }),
  );
  return { fire, send, sent: sent.promise, faults, chosen };
}

const { seals } = aFormJudge();
const at = '2026-11-23T09:00:00.000Z';

test('the script does the work for a form while somebody types', async () => {
  const { challenge } = await seals.seal('id-1', at);
  const page = aPage({ challenge });
  page.fire('focusin');
  page.send();
  expect(await seals.readProof('id-1', await page.sent, at)).toEqual(expect.any(String));
});

test('who sends at once waits until it is done, and the form goes out once', async () => {
  const { challenge } = await seals.seal('id-2', at);
  const page = aPage({ challenge });
  expect([page.send(), page.send()]).toEqual([true, true]);
  expect(await seals.readProof('id-2', await page.sent, at)).toEqual(expect.any(String));
});

test('a browser that cannot do the work sends the form all the same', async () => {
  const page = aPage({ challenge: '{"parameters":{}}' });
  page.send();
  expect(await page.sent).toBe('');
});

test('files that are too large together are named before anything is sent, and fit without them', () => {
  const large = { name: 'IMG_2041.HEIC', size: 3_000_000 };
  const other = { name: 'typenschild.jpg', size: 1_000_000 };
  const page = aPage({ files: [other, large] });
  page.fire('change');
  expect(page.faults.textContent).toBe('„IMG_2041.HEIC“ ist zu groß');
  expect(page.send()).toBe(true);
  expect(page.chosen.focused).toBe(true);
  page.chosen.files = [other];
  page.fire('change');
  expect(page.faults.textContent).toBe('');
  expect(page.send()).toBe(false);
});

test('the script is bundled from its source (npm run form-script)', async () => {
  expect(readFileSync(scriptPath, 'utf8')).toBe(await formScriptFile());
  expect(readFileSync(pushScriptPath, 'utf8')).toBe(await pushScriptFile());
});
