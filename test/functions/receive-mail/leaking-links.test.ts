import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { viewLink } from '../../../functions/shared/action-links.ts';
import { aRawMail } from '../../support/a-raw-mail.ts';
import { monday10 } from '../../support/a-walk.ts';
import { zipOf } from '../../support/zip.ts';
import { erika, owner, receive, sentTo, withErika } from './a-mailbox.ts';

type File = { readonly contentType: string; readonly content: string | Uint8Array };
const text = 'Guten Tag, anbei alles Weitere.';

/** The owner answers with what the link makes of his answer. */
async function answer(
  write: (link: string) => { text?: string; subject?: string; files?: Record<string, File> },
) {
  const { world, lead, address } = await withErika('new');
  const { subject = 'Re: Neue Anfrage', ...mail } = write(viewLink(world.links, lead.id, monday10));
  const headers = { From: owner, To: address, Subject: subject };
  await receive(world, aRawMail({ headers, text, ...mail }), { envelopeFrom: owner });
  return { toErika: sentTo(world, erika), toOwner: sentTo(world, owner) };
}

const file = (name: string, contentType: string, content: string | Uint8Array) => ({
  files: { [name]: { contentType, content } },
});
const wrapped = (link: string) =>
  `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(link)}&data=05%7C01`;

describe('a link of the owner does not go out', () => {
  test.each<[string, Parameters<typeof answer>[0]]>([
    ['in his words', (link) => ({ text: `Siehe ${link}` })],
    ['wrapped by Safe Links', (link) => ({ text: `Siehe ${wrapped(link)}` })],
    [
      'hidden by Mimecast',
      () => ({ text: 'Siehe https://protect-de.mimecast.com/s/vQ2xC?domain=anfrage.example' }),
    ],
    ['broken over lines', (link) => ({ text: `Siehe\n${link.replace(/.{50}/g, '$&\n')}` })],
    ['in the subject', (link) => ({ subject: `Re: ${link}` })],
    ['in an HTML file', (link) => file('mail.html', 'text/html', `<a href="${link}">Erreicht</a>`)],
    ['in a mail', (link) => file('Anfrage.eml', 'message/rfc822', `Subject: x\r\n\r\nErreicht: ${link}\r\n`)],
    [
      'in a mail in base64',
      (link) =>
        file(
          'Anfrage.eml',
          'message/rfc822',
          `Subject: x\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(`Erreicht: ${wrapped(link)}`)
            .toString('base64')
            .replace(/.{76}/g, '$&\r\n')}`,
        ),
    ],
    ['in a text', (link) => file('notiz.txt', 'text/plain', link)],
    [
      'in a text in UTF-16',
      (link) => file('notiz.txt', 'text/plain', Buffer.from(`\ufeff${link}`, 'utf16le')),
    ],
    [
      'in a calendar',
      (link) => file('termin.ics', 'text/calendar', `URL:${link.replace(/.{60}/g, '$&\r\n ')}`),
    ],
    ['in a card', (link) => file('kunde.vcf', 'text/vcard', `NOTE:${link.replace(/.{60}/g, '$&\r\n ')}`)],
    ['in a table', (link) => file('liste.csv', 'text/csv', `Erika;${link}`)],
    [
      'in Rich Text',
      (link) => file('brief.rtf', 'application/rtf', `{\\rtf1 {\\fldinst HYPERLINK "${link}"}}`),
    ],
    ['in a file of no kind', (link) => file('anlage', 'application/octet-stream', link)],
    [
      'in a document of Word',
      (link) =>
        file(
          'brief.docx',
          'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
          zipOf({
            'word/document.xml': '<w:t>x</w:t>',
            'word/_rels/document.xml.rels': `<R Target="${link}"/>`,
          }),
        ),
    ],
    ['in an archive', (link) => file('alles.zip', 'application/zip', zipOf({ 'mail.eml': wrapped(link) }))],
    [
      'in a PDF',
      (link) =>
        file(
          'mail.pdf',
          'application/pdf',
          Buffer.concat([
            Buffer.from('%PDF-1.7\n1 0 obj<</Filter/FlateDecode>>stream\r\n'),
            deflateSync(`<</Type/Annot/A<</S/URI/URI(${link})>>>>`),
            Buffer.from('\nendstream endobj'),
          ]),
        ),
    ],
  ])('%s', async (_, write) => {
    const { toErika, toOwner } = await answer(write);
    expect(toErika).toEqual([]);
    expect(toOwner).toHaveLength(1);
    expect(toOwner[0]?.text.replace(/\s+/g, ' ')).toContain('ohne unsere E-Mail zu zitieren');
  });

  test('and the words come back', async () => {
    const { toOwner } = await answer((link) => file('mail.html', 'text/html', link));
    expect(toOwner[0]?.text).toContain(text);
  });
});

describe('goes out', () => {
  test.each<[string, Parameters<typeof answer>[0]]>([
    ['what he wrote', () => ({})],
    [
      'what he wrote above our mail',
      (link) => ({
        text: `${text}\n\nAm 23.11.2026 um 09:00 schrieb Muster Haustechnik:\n> Erreicht: ${link}`,
      }),
    ],
    ['a prospect', () => file('prospekt.pdf', 'application/pdf', '%PDF-1.7 stream\nno stream endstream')],
    ['a damaged archive', () => file('alles.zip', 'application/zip', 'PK\x03\x04 damaged')],
    ['a link of somebody else', () => ({ text: 'Siehe https://hersteller.example/a/produkte.1.view.html' })],
  ])('%s', async (_, write) => {
    const { toErika } = await answer(write);
    expect(toErika).toHaveLength(1);
  });
});
