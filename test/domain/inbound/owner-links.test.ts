import { describe, expect, test } from 'vitest';
import { hmacLinks } from '../../../adapters/crypto/hmac-links.ts';
import { hasOwnerLink, hidesLinkTo } from '../../../domain/inbound/owner-links.ts';
import { actionKeys } from '../../../domain/lead/action.ts';
import { monday10 } from '../../support/a-walk.ts';

const links = hmacLinks({
  baseUrl: 'https://anfrage.example',
  keys: { current: { id: '1', secret: 'a secret for tests, long enough to sign' } },
});
const link = (action: string) =>
  links.sign({ leadId: '7K2M9QX4TD', generation: 3, action, expiresAt: '2027-01-23T09:00:00.000Z' });
const ofOwner = link('view');
const token = ofOwner.split('/a/')[1] ?? '';

/** A line break after every so many characters. */
const broken = (text: string, every: number, mark: string) =>
  text.replace(new RegExp(`.{${every}}(?=.)`, 'g'), (piece) => `${piece}${mark}`);
const base64 = (text: string) => Buffer.from(text).toString('base64');
const entities = (text: string) => [...text].map((letter) => `&#${letter.codePointAt(0)};`).join('');
const percent = (text: string) => encodeURIComponent(text).replaceAll('.', '%2E').replaceAll('-', '%2D');
const urlDefense2 = (url: string) =>
  `https://urldefense.proofpoint.com/v2/url?u=${url.replaceAll('-', '-2D').replaceAll('_', '-5F').replaceAll(':', '-3A').replaceAll('/', '_')}&d=DwMFAg&c=abc`;

describe('a link of the owner is found', () => {
  test.each(actionKeys.filter((action) => action !== 'stop' && action !== 'not-me'))(
    'that does: %s',
    (action) => {
      expect(hasOwnerLink(`Siehe ${link(action)} bitte`)).toBe(true);
    },
  );

  test('that is about no lead', () => {
    expect(hasOwnerLink(links.sign({ action: 'capture-call', expiresAt: monday10 }))).toBe(true);
  });

  test.each<[string, string]>([
    ['another host in front', `HTTPS://ANFRAGE.EXAMPLE/A/${token}`],
    ['no host at all', `unter ${token} zu finden`],
    [
      'Safe Links of Microsoft',
      `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(ofOwner)}&data=05%7C01`,
    ],
    [
      'Safe Links twice',
      `https://x.safelinks.protection.outlook.com/?url=${encodeURIComponent(`https://y.safelinks.protection.outlook.com/?url=${percent(ofOwner)}`)}`,
    ],
    ['Proofpoint, version 2', urlDefense2(ofOwner)],
    ['Proofpoint, version 3', `https://urldefense.com/v3/__${ofOwner}__;!!Abc!def$`],
    [
      'Proofpoint in Safe Links',
      `https://x.safelinks.protection.outlook.com/?url=${encodeURIComponent(urlDefense2(ofOwner))}`,
    ],
    ['a redirect of Google', `https://www.google.com/url?q=${encodeURIComponent(ofOwner)}&sa=D`],
    [
      'Barracuda',
      `https://linkprotect.cudasvc.com/url?a=${encodeURIComponent(ofOwner).toLowerCase().replaceAll(token.toLowerCase(), token)}&c=E,1,x`,
    ],
    [
      'base64 in an address',
      `https://eu.protection.sophos.example/?d=anfrage.example&u=${base64(ofOwner)}&i=NWU`,
    ],
    ['base64 for addresses', `https://filter.example/?u=${Buffer.from(ofOwner).toString('base64url')}`],
    ['all percent-encoded', percent(ofOwner)],
    ['broken over lines', broken(ofOwner, 40, '\r\n')],
    ['broken over quoted lines', `> ${broken(ofOwner, 40, '\r\n> ')}`],
    ['broken over lines quoted twice', `> > ${broken(ofOwner, 30, '\n>> ')}`],
    ['broken by soft breaks', broken(ofOwner, 33, '=\r\n')],
    ['quoted-printable', ofOwner.replaceAll('.', '=2E').replaceAll('-', '=2D')],
    ['quoted-printable with soft breaks', broken(ofOwner.replaceAll('.', '=2E'), 30, '=\n')],
    ['zero-width characters', broken(ofOwner, 7, '\u200b')],
    ['soft hyphens', broken(ofOwner, 9, '\u00ad')],
    ['breaks of HTML', `<a>${broken(ofOwner, 12, '<wbr>')}</a>`],
    ['tags in between', `<p>${broken(ofOwner, 20, '</span><span class="x">')}</p>`],
    ['an attribute of HTML', `<a href="${ofOwner.replaceAll('.', '&#46;')}">hier</a>`],
    ['entities only', entities(ofOwner)],
    ['named entities', ofOwner.replaceAll('.', '&period;').replaceAll('_', '&lowbar;')],
    ['entities of zero-width spaces', broken(ofOwner, 15, '&#8203;')],
    [
      'a folded calendar',
      `BEGIN:VEVENT\r\nDESCRIPTION:${broken(`Anfrage ${ofOwner}`, 60, '\r\n ')}\r\nEND:VEVENT`,
    ],
    ['a table', `Name;Link\nErika;"${ofOwner}"\n`],
    ['Rich Text', `{\\rtf1{\\field{\\*\\fldinst{HYPERLINK "${ofOwner}"}}}}`],
    ['Rich Text with codes', `{\\rtf1 ${ofOwner.replaceAll('.', "\\'2e").replaceAll('-', '\\_')}}`],
    [
      'a mail in base64',
      `Content-Transfer-Encoding: base64\r\n\r\n${broken(base64(`Guten Tag,\r\nsiehe ${ofOwner}\r\n`), 76, '\r\n')}`,
    ],
    [
      'a mail in a mail in base64',
      broken(
        base64(`Content-Type: text/html\r\n\r\n${broken(base64(`<a href="${ofOwner}">x</a>`), 76, '\r\n')}`),
        76,
        '\r\n',
      ),
    ],
  ])('in %s', (_, text) => {
    expect(hasOwnerLink(text)).toBe(true);
  });

  test('wherever it stands in base64', () => {
    for (let before = 0; before < 6; before++) {
      expect(hasOwnerLink(`${'y'.repeat(before)}${base64(`${'x'.repeat(before)} ${ofOwner}`)}`)).toBe(true);
    }
  });
});

describe('no link of the owner is', () => {
  test.each<[string, string]>([
    ['the link with which a customer stops the mails', link('stop')],
    [
      'the same, wrapped',
      `https://x.safelinks.protection.outlook.com/?url=${encodeURIComponent(link('stop'))}`,
    ],
    ['a form of the business', 'https://anfrage.example/?quelle=mail'],
    [
      'a letter',
      'Guten Tag Frau Muster,\n\ngern komme ich am 3.12. um 9.30 Uhr vorbei. Viele Grüße, M. Muster',
    ],
    ['another long address', 'https://shop.example/a/ZmFzdGVuZXJzLWFuZC1waXBlcw.1.cart.ABCDEF.1.x'],
    ['words with full stops', 'Sehrlangeswortohneendeundsinn.Ja.view.Nein.doch'],
    ['a picture', Buffer.from(Array.from({ length: 5_000 }, (_, i) => (i * 7919) % 256)).toString('base64')],
  ])('%s', (_, text) => {
    expect(hasOwnerLink(text)).toBe(false);
  });
});

test('a link that a filter hides is known by the host that it shows', () => {
  const hidden = 'https://protect-de.mimecast.com/s/vQ2xC8qKmNiL3?domain=anfrage.example';
  expect(hidesLinkTo('anfrage.example', `Siehe ${hidden} dort`)).toBe(true);
  expect(hidesLinkTo('anfrage.example', hidden.replace('anfrage.', 'shop.'))).toBe(false);
});

test.each(['a', '<', '%25', '&amp;', '.1.view.', '> ', '=', 'QUJD', '-_'])(
  'a megabyte of %s takes no time',
  (piece) => {
    expect(hasOwnerLink(piece.repeat(1_000_000 / piece.length))).toBe(false);
  },
);
