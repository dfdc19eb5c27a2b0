/** What people see of the system, about people with long names who have much to say: each page and each mail. */
import { readFileSync } from 'node:fs';
import { parseCompany } from '../../domain/business/company-file.ts';
import { textRules } from '../../domain/lead/mail-name.ts';
import { startLocalSystem } from '../../test/support/local-system.ts';
import { previewMail } from '../../views/mail/preview.ts';

export interface Shown {
  /** Names the pictures. */
  readonly name: string;
  readonly html: string;
}

const monday = '2026-11-23T08:00:00.000Z';
const exampleFile = new URL('../../companies/example.json', import.meta.url);

const requests = [
  {
    name: 'Maximiliane Oberhausen-Leutheusser',
    email: 'maximiliane.oberhausen-leutheusser@hausverwaltung-rothenburg.example',
    phone: '0171 2345678',
    address: 'Donaudampfschifffahrtsgesellschaftsstraße 128',
    postcode: '91541',
    city: 'Rothenburg ob der Tauber',
    message:
      'Wir möchten unser Bad erneuern: bodengleiche Dusche, neue Fliesen, Fußbodenheizung und Warmwasserbereitung.',
    kind: 'project',
    budget: '20.000 bis 25.000 €',
    timeframe: 'bis April',
  },
  {
    name: 'Jo Ott',
    phone: '0171 9876543',
    email: 'jo@ott.example',
    city: 'Ulm',
    message: 'Wasserrohrbruch im Keller, Wasser läuft aus der Decke, es riecht nach Gas!',
    urgency: 'now',
  },
];

/** The running system: its public pages, its mails, and all pages that lead on from the mails to the owner. */
export async function systemPages(): Promise<Shown[]> {
  const system = await startLocalSystem({ now: monday });
  try {
    const page = async (name: string, path: string, init?: RequestInit): Promise<Shown> => ({
      name,
      html: await (
        await system.get(path, { ...init, headers: { accept: 'text/html', ...init?.headers } })
      ).text(),
    });
    const post = (fields: Readonly<Record<string, string>>): RequestInit => ({
      method: 'POST',
      body: new URLSearchParams(fields),
    });
    const shown = [
      await page('form', '/'),
      await page('form-en', '/?lang=en'),
      await page('form-refused', '/leads', post({ name: 'Jo Ott', message: 'Bitte melden' })),
      await page('thank-you', '/leads', post({ ...requests[0] } as Record<string, string>)),
      await page('thank-you-emergency', '/leads', post({ ...requests[1] } as Record<string, string>)),
    ];
    await system.quiet();
    await system.advance('PT4H');
    await system.postJson('/_local/digest', {});
    await system.quiet();
    const seen = new Set<string>();
    for (const mail of await system.mailbox()) {
      shown.push({ name: `sent-${kindOf(mail.headers)}-${mail.id.slice(-6)}`, html: mail.html });
      shown.push(...(await pagesBehind(mail.html)));
    }
    return shown;

    /** One page of each action, and of those behind the page of a request. */
    async function pagesBehind(html: string): Promise<Shown[]> {
      const found: Shown[] = [];
      for (const [, address = ''] of html.matchAll(/href="([^"]*\/a\/[^"]+)"/g)) {
        const { pathname, search } = new URL(address.replaceAll('&amp;', '&'), system.url);
        const action =
          pathname.split('.').find((part) => /^[a-z][a-z-]+$/.test(part) && part !== 'local') ?? 'page';
        if (seen.has(action)) continue;
        seen.add(action);
        const next = await page(`page-${action}`, pathname + search);
        found.push(next, ...(action === 'view' ? await pagesBehind(next.html) : []));
      }
      return found;
    }
  } finally {
    await system.stop();
  }
}

const kindOf = (headers: Readonly<Record<string, string>>): string =>
  (headers['x-nachfass-mail'] ?? headers['X-Nachfass-Mail'] ?? 'mail').replace(/[^a-z0-9-]+/gi, '-');

/** Where a colour is hard to read, these have all that is drawn in it. */
const inYellow: readonly string[] = ['acknowledgement', 'new-lead-alert', 'digest'];

/** Each mail there is in the colours of the example, and some in a colour that is hard to read. */
export function everyMail(): Shown[] {
  const example = JSON.parse(readFileSync(exampleFile, 'utf8'));
  return ['', '#f5d90a'].flatMap((accentColor) => {
    const parsed = parseCompany({ ...example, ...(accentColor && { accentColor }) });
    if ('faults' in parsed) throw new Error(parsed.faults.join('; '));
    const names = accentColor ? inYellow : [...textRules.keys()];
    return names.flatMap((name) => {
      const mail = previewMail(name, 'de', parsed.company);
      return mail ? [{ name: `mail-${name}${accentColor && '-yellow'}`, html: mail.html }] : [];
    });
  });
}
