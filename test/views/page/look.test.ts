import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Company } from '../../../domain/business/company.ts';
import { contrast } from '../../../views/accent.ts';
import { leadFormPage } from '../../../views/page/lead-form.ts';
import { leadPage } from '../../../views/page/lead-page.ts';
import { ownColors } from '../../../views/page/look.ts';
import { forbiddenPage } from '../../../views/page/notice-pages.ts';
import { stopPage } from '../../../views/page/stop-pages.ts';
import { thankYouPage } from '../../../views/page/thank-you.ts';
import { aLead } from '../../support/a-lead.ts';
import { aStoredLogo } from '../../support/a-logo.ts';
import { aCompany } from '../../support/company.ts';
import { aPageContext } from './a-page.ts';

const pages: Readonly<Record<string, (company: Company) => Promise<string>>> = {
  form: (company) => leadFormPage({ company, language: 'de', submissionId: 'id-1', values: [] }),
  'thank-you page': (company) => thankYouPage(aLead(), company, '2026-11-23T09:00:00.000Z'),
  'page of a lead': (company) => leadPage(aLead(), aPageContext({ company })),
  'page that stops mails': (company) => stopPage('de', company),
  'page for a link that does not hold': (company) => forbiddenPage({ company }),
};

describe.each(Object.entries(pages))('the %s', (_name, make) => {
  test('has the name on top where there is no logo, and the colours of the project', async () => {
    const body = await make(aCompany());
    expect(body).toContain('<p class="brand">Muster Haustechnik</p>');
    expect(body.split('--accent:')).toHaveLength(3);
  });

  test('has the logo with its words, from where the page itself comes from', async () => {
    const body = await make(aCompany({ logo: aStoredLogo, publicUrl: 'https://anfrage.muster.example' }));
    expect(body).toContain(
      `<p class="brand"><img class="logo" src="/${aStoredLogo.file}" alt="Muster Haustechnik" width="200" height="50"></p>`,
    );
    expect(body).toMatch(/<title>[^<]* – Muster Haustechnik<\/title>/);
  });

  test('has the colour of the business, after those of the project', async () => {
    const body = await make(aCompany({ accentColor: '#ffd500' }));
    const style = body.slice(body.lastIndexOf(':root{color-scheme'), body.indexOf('</style>'));
    expect(style).toMatch(/--fill:#ffd500;--on-fill:#000000/);
    expect(style.lastIndexOf('#0b5a50')).toBeLessThan(style.indexOf('#ffd500'));
  });
});

test('whatever the colour is, words in it and on it can be read by day and by night', () => {
  const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
  const grounds = [
    ['#f3f5f4', '#ffffff'],
    ['#101614', '#19211f'],
  ];
  fc.assert(
    fc.property(hex, (accentColor) => {
      const schemes = ownColors({ accentColor }).split('@media');
      expect(schemes).toHaveLength(2);
      for (const [index, scheme] of schemes.entries()) {
        const [, accent = '', fill = '', onFill = '', tint = ''] =
          /--accent:(.*?);--fill:(.*?);--on-fill:(.*?);--tint:(.*?)}/.exec(scheme) ?? [];
        expect(contrast(onFill, fill)).toBeGreaterThanOrEqual(4.5);
        for (const ground of [...(grounds[index] ?? []), tint])
          expect(contrast(accent, ground)).toBeGreaterThanOrEqual(4.5);
      }
    }),
  );
});

test.each(Object.entries(pages))(
  'the %s of a business that only tries things out says so',
  async (_, show) => {
    expect(await show(aCompany({ trial: true }))).toMatch(/Probebetrieb|Trial run/);
    expect(await show(aCompany())).not.toMatch(/Probebetrieb|Trial run/);
  },
);
