import { describe, expect, it } from 'vitest';
import { multipart, read } from './mail-lines.ts';

const plainPart = (text: string) => ['Content-Type: text/plain; charset=utf-8', '', ...text.split('\n')];
const htmlPart = (html: string) => ['Content-Type: text/html; charset=utf-8', '', html];
const both = (plain: string, html: string) =>
  read(...multipart('alternative', 'b', plainPart(plain), htmlPart(html)));

const request =
  '<p>Guten Tag,</p><p>bei uns im Dachgeschoss wird die Dusche nicht mehr warm, der Boiler ist von 1998.</p><p>Wann können Sie kommen?</p><p>Olga Berg, 0171 5550166</p>';

describe('a stub beside a whole HTML part is not the message', () => {
  it.each([
    ['This is an HTML message. Please use an HTML capable mail program.'],
    ['This is a multi-part message in MIME format.'],
    ['Your email client does not support HTML e-mails.'],
    ['To view this message please use an HTML compatible viewer'],
    ['Ihr E-Mail-Programm unterstützt kein HTML'],
    ['Diese Nachricht ist im HTML-Format. Bitte aktivieren Sie die Anzeige in Ihrem Programm.'],
    ['Sollte diese E-Mail nicht richtig dargestellt werden, klicken Sie bitte hier.'],
    ["Votre logiciel de messagerie n'affiche pas le HTML."],
    ['Il tuo programma di posta non supporta i messaggi HTML.'],
    ['Im Browser ansehen: https://news.example.test/a?b=c'],
    ['View this email online https://news.example.test/1'],
    ['https://news.example.test/a?b=c'],
    ['\u00a0'],
    ['.'],
    ['[cid:image001.png@01DA]'],
    ['Guten Tag, bei uns im Dachgeschoss wird…'],
    ['Guten Tag, bei uns im Dachgeschoss wird die'],
  ])('%s', async (stub) => {
    const mail = await both(stub, request);
    expect(mail.text).toContain('Boiler ist von 1998');
    expect(mail.text).toContain('0171 5550166');
    expect(mail.text).not.toMatch(/HTML|Browser|online/);
  });

  it('whatever HTML is short beside it', async () => {
    expect((await both('Dies ist eine HTML-Mail.', '<p>Neue Dusche, 0171 5550155</p>')).text).toBe(
      'Neue Dusche, 0171 5550155',
    );
  });

  it('in any order and nesting', async () => {
    const plain = plainPart('Diese E-Mail enthält HTML.');
    const html = htmlPart(request);
    const image = ['Content-Type: image/png; name=a.png', '', 'x'];
    for (const lines of [
      multipart('alternative', 'b', html, plain),
      multipart('related', 'a', multipart('alternative', 'b', plain, html), image),
      multipart(
        'mixed',
        'a',
        multipart('alternative', 'b', plain, multipart('related', 'c', html, image)),
        image,
      ),
      multipart('alternative', 'b', plain, multipart('mixed', 'c', html, image)),
    ]) {
      expect((await read(...lines)).text).toMatch(/^Guten Tag,\n\nbei uns im Dachgeschoss/);
    }
  });
});

describe('what stands in only one of the two is not lost', () => {
  it('where the plain part says something else in words that are no stub', async () => {
    const mail = await both(
      'Bitte melden Sie sich unter 0171 5550188, ich bin abends zu Hause und am Samstag den ganzen Tag.',
      request,
    );
    expect(mail.text).toContain('0171 5550188');
    expect(mail.text).toContain('0171 5550166');
  });

  it('where a stub in a language nobody listed stands in the plain part', async () => {
    expect((await both('Din e-postklient kan ikke vise denne meddelelse.', request)).text).toContain(
      'Boiler ist von 1998',
    );
  });
});

describe('a short plain part that the person wrote stays', () => {
  const signature =
    '<table><tr><td>Berg &amp; Partner Steuerberatung</td></tr><tr><td>Am Markt 5, 80331 München</td></tr><tr><td>Telefon 089 5550100, Fax 089 5550101</td></tr></table><p>Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Adressat sind, informieren Sie bitte den Absender und vernichten Sie diese Mail.</p>';
  const quote =
    '<blockquote>Guten Tag Frau Berg, wir kommen gern am Donnerstag um zehn Uhr und schauen uns die Dusche an. Passt Ihnen das oder sollen wir einen anderen Tag finden?</blockquote>';
  const outlook =
    '<hr><p><b>Von:</b> Muster &lt;chef@betrieb.test&gt;<br><b>Gesendet:</b> Montag, 23. November 2026 10:00<br><b>An:</b> Olga Berg<br><b>Betreff:</b> Termin</p><p>Guten Tag Frau Berg, wir kommen gern am Donnerstag um zehn Uhr und schauen uns die Dusche an.</p>';

  it.each([
    ['a signature', 'Ja, das passt gut.', `<p>Ja, das passt gut.</p>${signature}`],
    [
      'a signature below a greeting',
      'Ja, das passt.\n\nMit freundlichen Grüßen\nOlga Berg',
      `<p>Ja, das passt.</p><p>Mit freundlichen Grüßen</p><p>Olga Berg</p>${signature}`,
    ],
    ['a quote', 'Ja, Donnerstag.', `<p>Ja, Donnerstag.</p>${quote}`],
    ['a quote in the way of Outlook', 'Ja, Donnerstag.', `<p>Ja, Donnerstag.</p>${outlook}`],
    ['a signature and a quote', 'Ok', `<p>Ok</p>${signature}${quote}`],
    ['a quote alone', 'Ja, Donnerstag.', quote],
    ['only pictures', 'Siehe Foto, es tropft.', '<img src="cid:1"><img src="cid:2">'],
  ])('beside HTML that has %s', async (_, plain, html) => {
    const mail = await both(plain, html);
    expect(mail.text.trim()).toBe(plain);
  });

  it('and is said first where HTML has a signature alone, which may be more than that', async () => {
    const mail = await both('Ja, das passt gut.', signature);
    expect(mail.text).toMatch(/^Ja, das passt gut\.\n\nBerg & Partner/);
  });

  it.each([
    ['names HTML', 'Guten Tag, wir brauchen eine neue Seite in HTML, mit Anfrageformular für Bäder.'],
    [
      'speaks of his browser',
      'Das Formular geht in meinem Browser nicht, daher so: Die Heizung im Bad bleibt kalt.',
    ],
  ])('also one of a person who %s', async (_, plain) => {
    expect((await both(plain, `<div>${plain}</div>`)).text.trim()).toBe(plain);
  });

  it('and keeps how the lines were written', async () => {
    const plain = 'Guten Tag,\n\n- Dusche kalt\n- Boiler von 1998\n\nOlga Berg';
    const html = '<p>Guten Tag,</p><ul><li>Dusche kalt<li>Boiler von 1998</ul><p>Olga Berg</p>';
    expect((await both(plain, html)).text.trim()).toBe(plain);
  });
});
