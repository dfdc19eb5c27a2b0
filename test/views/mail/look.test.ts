import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contrast } from '../../../views/accent.ts';
import { mailLook } from '../../../views/mail/look.ts';
import type { MailContent } from '../../../views/mail/mail-content.ts';
import { aLead } from '../../support/a-lead.ts';
import { aStoredLogo } from '../../support/a-logo.ts';
import { aCompany } from '../../support/company.ts';
import { customerMails, ownerMails } from './every-mail.ts';
import { tags } from './reading.ts';

const publicUrl = 'https://anfrage.muster.example';
const plain = aCompany({ publicUrl });
const everyMail = (company: typeof plain): [string, MailContent][] => [
  ...Object.entries(customerMails(aLead(), company)),
  ...Object.entries(ownerMails(aLead(), company)),
];

describe('a business with a colour', () => {
  const yellow = aCompany({ publicUrl, accentColor: '#ffd500' });

  test.each(everyMail(yellow))('has it in place of the blue of the project: %s', (_name, { html }) => {
    expect(html).not.toMatch(/#17538f|#8fc1f5/);
    tags(html);
  });

  test('has dark text on its light button, and links that can be read', () => {
    const { html } = customerMails(aLead(), yellow)['visit reminder'] ?? { html: '' };
    expect(html).toMatch(/bgcolor="#ffd500"[^>]*><a href="tel:[^>]*color:#000000/);
    const links = [...html.matchAll(/class="link" style="color:(#\w{6})/g)].map(([, color = '']) => color);
    expect(links.length).toBeGreaterThan(0);
    for (const color of links) expect(contrast(color, '#ffffff')).toBeGreaterThanOrEqual(4.5);
  });

  test('rings in an emergency in red, whatever its colour is', () => {
    const { html } = ownerMails(aLead(), yellow)['alert of an emergency'] ?? { html: '' };
    expect(html).toMatch(/bgcolor="#b3201a"[^>]*><a href="tel:[^>]*color:#ffffff/);
  });

  test('says the same as without', () => {
    const texts = (company: typeof plain) =>
      everyMail(company).map(([, { subject, text }]) => [subject, text]);
    expect(texts(yellow)).toEqual(texts(plain));
  });

  test('can be read on light and on dark ground, whatever the colour is', () => {
    const hex = fc
      .integer({ min: 0, max: 0xffffff })
      .map((value) => `#${value.toString(16).padStart(6, '0')}`);
    fc.assert(
      fc.property(hex, (accentColor) => {
        const { button, onButton, link, dark } = mailLook(aCompany({ accentColor }));
        expect(button).toBe(accentColor);
        expect(contrast(onButton, button)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(dark.onButton, dark.button)).toBeGreaterThanOrEqual(4.5);
        for (const ground of ['#ffffff', '#eef1f4'])
          expect(contrast(link, ground)).toBeGreaterThanOrEqual(4.5);
        for (const ground of ['#1a2129', '#0f1419'])
          expect(contrast(dark.link, ground)).toBeGreaterThanOrEqual(4.5);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a business with a logo', () => {
  const alt = 'Muster & "Söhne" <Haustechnik>';
  const shown = aCompany({ publicUrl, logo: { ...aStoredLogo, alt } });
  const image = `<img src="${publicUrl}/${aStoredLogo.file}" alt="Muster &amp; &quot;Söhne&quot; &lt;Haustechnik&gt;" width="200" height="50"`;

  test.each(everyMail(shown))('shows it once, on top of all: %s', (_name, { html }) => {
    tags(html);
    expect(html.split('<img ')).toHaveLength(2);
    expect(html.indexOf(image)).toBeGreaterThan(0);
    expect(html.indexOf(image)).toBeLessThan(html.indexOf('class="paper ink"'));
  });

  test('has its words large and dark on white where pictures are not loaded', () => {
    const { html } = customerMails(aLead(), shown).acknowledgement ?? { html: '' };
    expect(html).toMatch(/<td bgcolor="#ffffff"[^>]*><img [^>]*font:700 17px[^>]*color:#18212b/);
  });

  test('tells its owner besides where the mail comes from', () => {
    const { html } = ownerMails(aLead(), shown)['new-lead alert'] ?? { html: '' };
    expect(html).toContain('>Nachfass · Muster Haustechnik</div>');
  });

  test('says the same as text', () => {
    const texts = (company: typeof plain) =>
      everyMail(company).map(([, { subject, text }]) => [subject, text]);
    expect(texts(shown)).toEqual(texts(plain));
  });

  test('shows its name where nobody knows where the pictures are', () => {
    const { publicUrl: _, ...homeless } = shown;
    expect(everyMail(homeless).filter(([, { html }]) => html.includes('<img'))).toEqual([]);
  });
});
