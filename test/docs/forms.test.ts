/** What the page for integrators says is so: its table, its example, and the form that people copy from it. */
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { readSection } from '../../docs/section.ts';
import { senderTable } from '../../docs/sender-table.ts';
import { captureLead } from '../../functions/capture-lead/capture-lead.ts';
import type { HttpRequest } from '../../functions/shared/http-message.ts';
import { aJsonPost, aRequest } from '../support/a-request.ts';
import { aWorld } from '../support/a-world.ts';
import { aCompany } from '../support/company.ts';
import { families } from '../support/form-senders/all-senders.ts';
import { site } from '../support/form-senders/sender.ts';
import { browserForm, multipart, type Pair } from '../support/form-senders/wire.ts';
import { fieldsOf } from '../support/read-page.ts';

const page = readFileSync(new URL('../../docs/forms.md', import.meta.url), 'utf8');

const block = (language: string): string =>
  new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? '';

async function send(request: HttpRequest) {
  const world = await aWorld({ company: aCompany({ origins: [site] }) });
  const response = await captureLead(request, world);
  return { response, leads: world.leads.all() };
}

const asBrowser = { accept: 'text/html,*/*;q=0.8', referer: `${site}/kontakt/` };

describe('the table of senders', () => {
  test('is made of what the stories post (npm run senders)', () => {
    expect(readSection('docs/forms.md', 'senders')).toBe(senderTable());
  });

  test('lists every sender, and for each name, phone or mail that are recognised', () => {
    const rows = page.split('\n').filter((line) => line.startsWith('| '));
    for (const { name } of families.flatMap(({ senders }) => senders)) {
      const row = rows.filter((line) => line.startsWith(`| ${name} |`));
      expect(row, name).toHaveLength(1);
      expect(row[0], name).toMatch(/ name, (?:e-mail|phone)/);
    }
  });
});

describe('the fields', () => {
  const example = JSON.parse(block('json')) as Record<string, unknown>;
  const listed =
    /## Fields([\s\S]*?)\n\n[A-Z*]/.exec(page.replace(/All are optional[^\n]*\n/, ''))?.[1] ?? '';
  const named = listed
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) =>
      [...(line.split(' | ')[0] ?? '').matchAll(/`([\w-]+)`/g)].map(([, name = '']) => name),
    );

  test('all stand in the example', () => {
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !(name in example))).toEqual([]);
  });

  test('of the example are all taken as the table says', async () => {
    const { response, leads } = await send(aJsonPost(example));
    expect(response.status).toBe(200);
    const [lead] = leads;
    expect(lead).toMatchObject({
      contact: {
        name: example.name,
        email: example.email,
        phone: example.phone,
        address: example.address,
        postcode: example.postcode,
        city: example.city,
        language: example.language,
      },
      request: {
        message: example.message,
        kind: example.kind,
        urgency: example.urgency,
        installation: example.installation,
        timeframe: example.timeframe,
        budget: example.budget,
        extra: [{ name: 'Baujahr der Heizung', value: '1994' }],
      },
      source: example.source,
      attribution: { page: example.page, referrer: example.referrer },
      spam: false,
    });
    expect(lead?.attribution.utm).toEqual({
      utm_source: 'newsletter',
      utm_medium: 'email',
      utm_campaign: 'herbst',
      utm_term: 'bad',
      utm_content: 'knopf',
    });
    expect(lead?.consent).toBeDefined();
  });

  test('words that are on no list refuse nothing', async () => {
    for (const [field, word] of [
      ['kind', 'Heizung'],
      ['language', 'fr-CH'],
      ['source', 'Landingpage Bad'],
    ]) {
      const { response, leads } = await send(aJsonPost({ phone: '0171 5550123', [`${field}`]: word }));
      expect(response.status, field).toBe(200);
      expect(JSON.stringify(leads), field).toContain(word);
    }
  });
});

describe('the form to copy', () => {
  const form = block('html');
  const fields = fieldsOf({ body: form });
  const typed: Readonly<Record<string, string>> = {
    name: 'Erika Muster',
    phone: '0171 5550123',
    postcode: '80331',
    message: 'Neues Bad',
  };

  /** What a browser sends of it: what was typed, and what the script filled in. */
  const filledIn = (byScript: ReadonlyMap<string, string>): readonly Pair[] => {
    const unticked = ['urgency', 'photos'];
    const names = new Set([...fields.keys(), ...byScript.keys()]);
    return [...names]
      .filter((name) => !unticked.includes(name))
      .map((name) => [name, typed[name] ?? byScript.get(name) ?? fields.get(name) ?? '']);
  };

  /** Shows the form on a page: runs its script over a document that is just large enough. */
  function show(address: string, referrer: string) {
    const script = /<script>([\s\S]*?)<\/script>/.exec(form)?.[1] ?? '';
    let fileTooLarge = '';
    let onChange = () => {};
    const photos = {
      name: 'photos',
      value: '',
      files: [] as { size: number }[],
      addEventListener: (_: string, listener: () => void) => {
        onChange = listener;
      },
      setCustomValidity: (text: string) => {
        fileTooLarge = text;
      },
    };
    const inputs: { name: string; value: string }[] = [...fields].map(([name, value]) =>
      name === 'photos' ? photos : { name, value },
    );
    runInNewContext(script, {
      document: {
        referrer,
        getElementById: (id: string) => ({
          elements: { namedItem: (name: string) => inputs.find((input) => input.name === name) ?? null },
          append: (input: { name: string; value: string }) => inputs.push(input),
          id,
        }),
        createElement: () => ({ name: '', value: '' }),
      },
      location: new URL(address),
      crypto,
      URLSearchParams,
    });
    return {
      values: new Map(inputs.map(({ name, value }) => [name, value])),
      choose: (...sizes: number[]) => {
        photos.files = sizes.map((size) => ({ size }));
        onChange();
        return fileTooLarge;
      },
    };
  }

  test('brings a request without any script, and the browser to the page of thanks', async () => {
    const { response, leads } = await send(
      aRequest({ method: 'POST', url: '/leads', ...multipart(filledIn(new Map()), asBrowser) }),
    );
    expect(response.status).toBe(303);
    expect(response.headers.location).toBe(fields.get('redirect'));
    expect(leads).toHaveLength(1);
    expect(leads[0]).toMatchObject({
      contact: { name: typed.name, phoneE164: '+491715550123', postcode: '80331' },
      request: { message: 'Neues Bad', extra: [] },
      attribution: { page: `${site}/kontakt/` },
      spam: false,
    });
  });

  test('tells page, referrer and campaign with its script', async () => {
    const shown = show(
      `${site}/bad/?utm_source=google&utm_medium=cpc&id=7#form`,
      'https://www.suchmaschine.example/',
    );
    const { leads } = await send(
      aRequest({ method: 'POST', url: '/leads', ...browserForm(filledIn(shown.values), asBrowser) }),
    );
    expect(leads[0]?.attribution).toEqual({
      page: `${site}/bad/`,
      referrer: 'https://www.suchmaschine.example/',
      utm: { utm_source: 'google', utm_medium: 'cpc' },
    });
  });

  test('has another id whenever it is shown', () => {
    const ids = Array.from({ length: 20 }, () => show(`${site}/`, '').values.get('submissionId') ?? '');
    expect(new Set(ids).size).toBe(20);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
  });

  test('says before sending that the photos are too large together', () => {
    const { choose } = show(`${site}/`, '');
    expect(choose(1_000_000, 2_000_000)).toBe('');
    expect(choose(3_000_000, 2_000_000)).toContain('4 MB');
    expect(choose(100)).toBe('');
  });

  test('has a trap that people neither see nor reach, and nothing that must be ticked', () => {
    expect(form).toMatch(
      /left:-9999px[^>]*aria-hidden="true"[\s\S]{0,80}name="website" tabindex="-1" autocomplete="off"/,
    );
    expect(form).not.toContain('required');
  });
});
