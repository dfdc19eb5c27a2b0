import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anAnswer } from '../../../domain/inbound/mail-pieces.ts';
import { stripQuotes } from '../../../domain/inbound/quoted-text.ts';

const answer = 'Guten Tag Frau Muster,\n\nDonnerstag passt gut.\n\nViele Grüße\nJörg Müller';
const marked = '> Wann passt es Ihnen?\n> \n> Ihre Muster Haustechnik';
const unmarked = 'Wann passt es Ihnen?\n\nIhre Muster Haustechnik';
const name = 'Muster Haustechnik';
const address = 'anfrage@muster.example';

describe('rule 18: what a mail program quotes is left out', () => {
  test.each([
    ['Gmail', `Am Mo., 23. Nov. 2026 um 10:15 Uhr schrieb ${name} <${address}>:`],
    ['Gmail, broken after the angle', `Am Mo., 23. Nov. 2026 um 10:15 Uhr schrieb ${name} <\n${address}>:`],
    ['Gmail on a telephone', `${name} <${address}> schrieb am Mo., 23. Nov. 2026, 10:15:`],
    ['Gmail on a telephone, broken', `${name} <${address}> schrieb am Mo., 23. Nov.\n2026, 10:15:`],
    ['Apple Mail', `Am 23.11.2026 um 10:15 schrieb ${name} <${address}>:`],
    ['Thunderbird', `Am 23.11.26 um 10:15 schrieb ${name}:`],
    ['Thunderbird, before 2013', `${name} schrieb:`],
    ['a day and no date', 'Am Mo schrieb Muster:'],
    ['a day and no date, with a name in full', `Am Montag schrieb ${name}:`],
    ['K-9', `Am 23. November 2026 10:15:00 MEZ schrieb ${name} <${address}>:`],
    [
      'K-9 over three lines',
      `Am 23. November 2026 10:15:00 MEZ schrieb "Muster Haustechnik\nGmbH & Co. KG"\n<${address}>:`,
    ],
    ['Yahoo', `Am Montag, 23. November 2026 um 10:15:12 MEZ hat ${name} <${address}> Folgendes geschrieben:`],
    ['Proton', `${name} <${address}> schrieb am Montag, 23. November 2026 um 10:15:`],
    ['Roundcube', `Am 23.11.2026 10:15, schrieb ${name}:`],
    ['Roundcube, ISO date', `Am 2026-11-23 10:15, schrieb ${name}:`],
    ['Open-Xchange', `${name} <${address}> hat am 23.11.2026 10:15 CET geschrieben:`],
    ['Open-Xchange, no brackets', `${name} hat am 23. November 2026 um 10:15 geschrieben:`],
    ['Horde', `Zitat von ${name} <${address}>:`],
    ['The Bat', 'Sie schrieben am Montag, 23. November 2026, 10:15:'],
    ['Spark', `Am 23. Nov. 2026, 10:15 +0100 schrieb ${name} <${address}>:`],
    ['Austria', `Am 23. Jänner 2026 um 10:15 schrieb ${name} <${address}>:`],
    ['Switzerland, French', `Le lun. 23 nov. 2026 à 10:15, ${name} <${address}> a écrit :`],
    ['Switzerland, Italian', `Il giorno lun 23 nov 2026 alle ore 10:15 ${name} <${address}> ha scritto:`],
    ['English', `On Mon, 23 Nov 2026 at 10:15, ${name} <${address}> wrote:`],
    ['English, Apple', `On 23. Nov 2026, at 10:15, ${name} <${address}>\nwrote:`],
  ])('%s: %s', (_program, header) => {
    expect(stripQuotes(`${answer}\n\n${header}\n\n${marked}\n`)).toEqual({ text: answer, quoted: true });
    // iPhones put the mark before the header too.
    const inside = header.replace(/^/gm, '> ');
    expect(stripQuotes(`${answer}\n\n${inside}\n${marked}`)).toEqual({ text: answer, quoted: true });
  });

  test.each([
    [
      'Outlook',
      `Von: ${name} <${address}>\nGesendet: Montag, 23. November 2026 10:15\nAn: Jörg Müller\nBetreff: Ihre Anfrage`,
    ],
    [
      'Outlook, bold',
      `*Von:* ${name} <${address}> \n*Gesendet:* Montag, 23. November 2026 10:15\n*An:* Jörg Müller\n*Betreff:* Ihre Anfrage`,
    ],
    [
      'Outlook, internal names only',
      'Von: Müller, Jörg\nGesendet: Montag, 23. November 2026 10:15\nAn: Muster, Erika\nCc: Huber, Max;\n Meier, Moritz\nBetreff: Ihre Anfrage',
    ],
    [
      'Outlook with a rule',
      `________________________________\nVon: ${name} <${address}>\nGesendet: Montag, 23. November 2026 10:15:33\nAn: j@example.de <j@example.de>\nBetreff: Ihre Anfrage`,
    ],
    [
      'Outlook, English',
      `From: ${name} <${address}>\nSent: Monday, November 23, 2026 10:15 AM\nTo: Jörg Müller <j@example.de>\nSubject: Ihre Anfrage`,
    ],
    [
      'Outlook for Mac',
      `Von: ${name} <${address}>\nDatum: Montag, 23. November 2026 um 10:15\nAn: Jörg Müller <j@example.de>\nBetreff: Ihre Anfrage`,
    ],
    [
      'Outlook, HTML read as text',
      `Von: ${name} <${address}>\n\nGesendet: Montag, 23. November 2026 10:15\n\nAn: Jörg Müller\n\nBetreff: Ihre Anfrage`,
    ],
    [
      'all on one line',
      `Von: ${name} <${address}> Gesendet: Montag, 23. November 2026 10:15 An: Jörg Müller Betreff: Ihre Anfrage`,
    ],
    [
      'Outlook, old',
      `-----Ursprüngliche Nachricht-----\nVon: ${name} [mailto:${address}]\nGesendet: Montag, 23. November 2026 10:15\nAn: Jörg Müller\nBetreff: Ihre Anfrage`,
    ],
    [
      'T-Online',
      `-----Original-Nachricht-----\nBetreff: Ihre Anfrage\nDatum: 2026-11-23T10:15:00+0100\nVon: "${name}" <${address}>\nAn: "Jörg Müller" <j@t-online.de>`,
    ],
    [
      'GMX and web.de',
      `Gesendet: Montag, 23. November 2026 um 10:15 Uhr\nVon: "${name}" <${address}>\nAn: j@gmx.de\nBetreff: Ihre Anfrage`,
    ],
    [
      'Samsung',
      `-------- Ursprüngliche Nachricht --------\nVon: ${name} <${address}>\nDatum: 23.11.26 10:15 (GMT+01:00)\nAn: j@example.de\nBetreff: Ihre Anfrage`,
    ],
    [
      'Bluewin',
      `----Ursprüngliche Nachricht----\nVon : ${address}\nDatum : 23/11/2026 - 10:15 (CET)\nAn : j@bluewin.ch\nBetreff : Ihre Anfrage`,
    ],
    [
      'eM Client',
      `------ Originalnachricht ------\nVon "${name}" <${address}>\nAn "Jörg Müller" <j@example.de>\nDatum 23.11.2026 10:15:00\nBetreff Ihre Anfrage`,
    ],
    [
      'Zimbra',
      `----- Ursprüngliche Mail -----\nVon: "${name}" <${address}>\nAn: "j" <j@example.de>\nGesendet: Montag, 23. November 2026 10:15:00\nBetreff: Ihre Anfrage`,
    ],
    ['GroupWise', `>>> ${name} <${address}> 23.11.2026 10:15 >>>`],
    ['a divider alone', '----- Original Message -----'],
    ['Zoho, the date behind the name', `---- ${name} schrieb am Do, 26 Nov 2026 ----`],
    ['Zoho, with time and zone', `---- ${name} schrieb am Do., 26 Nov 2026 09:12:44 +0100 ----`],
    ['Zoho, with an address', `---- ${name} <${address}> schrieb am Do, 26 Nov 2026 09:12:44 +0100 ----`],
    ['Zoho, the address last', `---- Am Do, 26 Nov 2026 09:12:44 +0100 schrieb ${name} <${address}> ----`],
    ['Zoho, broken off', `---- ${name} <${address}> schrieb am Do, 26 Nov 2026\n09:12:44 +0100 ----`],
    ['Zoho, English', `---- On Thu, 26 Nov 2026 09:12:44 +0100 ${name} <${address}> wrote ----`],
    ['Zoho, English, broken off', `---- On Thu, 26 Nov 2026 09:12:44 +0100 ${name}\n<${address}> wrote ----`],
    ['Zoho, English, name first', `---- ${name} wrote on Thu, 26 Nov 2026 09:12:44 +0100 ----`],
    ['Zoho, French', `---- ${name} a écrit le jeu., 26 nov. 2026 09:12:44 +0100 ----`],
    [
      'Swiss French',
      `De : ${name} <${address}>\nEnvoyé le : lundi 23 novembre 2026 10:15\nÀ : j@example.ch\nObjet : Ihre Anfrage`,
    ],
    [
      'Proton with a divider',
      `------- Original Message -------\nOn Monday, November 23rd, 2026 at 10:15, ${name} <${address}> wrote:`,
    ],
  ])('%s: a header block, and all below it', (_program, header) => {
    expect(stripQuotes(`${answer}\n\n${header}\n\n${unmarked}\n`)).toEqual({ text: answer, quoted: true });
    expect(stripQuotes(`${answer}\n${header.replaceAll('\n', '\r\n')}\r\n\r\n${unmarked}`).text).toBe(answer);
  });

  test('a header block above marked lines ends with them', () => {
    const mail = `Gesendet: Montag, 23. November 2026 um 10:15 Uhr\nVon: "${name}" <${address}>\nAn: j@gmx.de\nBetreff: Anfrage\n\n${marked}\n\n${answer}`;
    expect(stripQuotes(mail)).toEqual({ text: answer, quoted: true });
  });
});

describe('rule 18: answers stay wherever they stand', () => {
  const header = `Am 23.11.26 um 10:15 schrieb ${name}:`;

  test('below the quote', () => {
    expect(stripQuotes(`${header}\n${marked}\n\n${answer}`)).toEqual({ text: answer, quoted: true });
  });

  test('between the quoted lines', () => {
    const mail = `Hallo,\n\n${header}\n> Gas oder Öl?\nGas.\n> Wie alt?\n>\n20 Jahre.\n> Danke`;
    expect(stripQuotes(mail)).toEqual({
      text: 'Hallo,\n\n> Gas oder Öl?\nGas.\n> Wie alt?\n20 Jahre.',
      quoted: true,
    });
  });

  test.each([
    [
      'two questions',
      `${header}\n> Welches Baujahr hat die Heizung?\n1998\n> Wie viele Heizkörper?\nacht Stück`,
      '> Welches Baujahr hat die Heizung?\n1998\n> Wie viele Heizkörper?\nacht Stück',
    ],
    [
      'only the paragraph that is answered',
      `Hallo,\n\n${header}\n> Guten Tag,\n>\n> Gas oder Öl?\n> Wir brauchen das für das Angebot.\n\nGas, seit 2004.\n\n> Mit freundlichen Grüßen\n> Martin Muster\n> Tel. 089 1234560`,
      'Hallo,\n\n> Gas oder Öl?\n> Wir brauchen das für das Angebot.\n\nGas, seit 2004.',
    ],
    [
      'and not our signature above the last word',
      `${header}\n> Gas oder Öl?\nGas.\n> Viele Grüße\n> Martin Muster\n\nDanke!\nJörg`,
      '> Gas oder Öl?\nGas.\n\nDanke!\nJörg',
    ],
    [
      'instead of our whole letter its last lines',
      `${header}\n${'> Zeile eines langen Briefs\n'.repeat(30)}> Passt Montag?\nJa.\n> Danke\n`,
      `${'> Zeile eines langen Briefs\n'.repeat(3)}> Passt Montag?\nJa.`,
    ],
    [
      'marked by hand',
      'Zu Ihren Fragen:\n\n> Wie alt ist die Therme\n> im Bad?\n\n20 Jahre',
      'Zu Ihren Fragen:\n\n> Wie alt ist die Therme\n> im Bad?\n\n20 Jahre',
    ],
    [
      'deeper marks',
      `${header}\n>> Gas oder Öl?\n> Das weiß ich nicht.\nÖl.\n> Und wie alt?\nalt`,
      '>> Gas oder Öl?\n> Das weiß ich nicht.\nÖl.\n> Und wie alt?\nalt',
    ],
  ])('between quoted questions with what they answer: %s', (_what, mail, left) => {
    expect(stripQuotes(mail).text).toBe(left);
  });

  test.each([
    ['above the whole mail', `Gas.\n\n${header}\n> Gas oder Öl?`, 'Gas.'],
    ['below the whole mail', `${header}\n> Guten Tag,\n> Gas oder Öl?\n\nGas.`, 'Gas.'],
    [
      'above it, with a signature below',
      `Gas.\n\n${header}\n> Gas?\n\n-- \nJörg Müller`,
      'Gas.\n\n\n-- \nJörg Müller',
    ],
  ])('one answer %s needs no question', (_where, mail, left) => {
    expect(stripQuotes(mail).text).toBe(left);
  });

  test('within an unmarked quote, if the mail says so', () => {
    const mail = `Meine Antworten stehen unten in rot.\n\nVon: ${name} <${address}>\nGesendet: Montag, 23. November 2026 10:15\nAn: Jörg\nBetreff: Frage\n\nWie alt?\n20 Jahre`;
    expect(stripQuotes(mail)).toEqual({ text: mail, quoted: false });
  });

  test.each([
    'Hallo,\nhier die Mail meines Vermieters:',
    'Ich leite Ihnen das einmal weiter.',
    'Bitte die folgende Nachricht beachten!',
    'z.K.',
  ])('%j announces a mail that is the content', (note) => {
    const mail = `${note}\n\nVon: Vermieter <v@example.de>\nGesendet: Montag, 23. November 2026 10:15\nAn: Jörg\nBetreff: Frage\n\nDie Heizung fällt aus.`;
    expect(stripQuotes(mail)).toEqual({ text: mail, quoted: false });
  });

  test('as a single word or a picture', () => {
    expect(stripQuotes(`Ja!\n\n${header}\n${marked}`).text).toBe('Ja!');
    expect(stripQuotes(`👍\n\n${header}\n${marked}`).text).toBe('👍');
  });
});

describe('rule 18: headers without a verb, glued or broken', () => {
  test.each([
    ['ISO date first', `2026/11/20 ${name} <${address}>\n\n${marked}`],
    ['ISO date and time first', `2026-11-20 10:11 ${name} <${address}>\n\n${unmarked}`],
    ['a date and an address, no verb', `Am 20.11.2026 ${name} <${address}>\n${marked}`],
    ['Zoho', `---- ${name} schrieb ----\n\n${marked}`],
    [
      'Zoho with a date',
      `---- Am Fr., 20 Nov. 2026 10:11:12 +0100 ${name} <${address}> schrieb ----\n\n${unmarked}`,
    ],
    ['Zoho, Italian', `---- Il ven, 20 nov 2026 10:11 ${name} ha scritto ----\n\n${unmarked}`],
    [
      'Samsung, glued',
      `-------- Ursprüngliche Nachricht --------Von: ${name} <${address}> Datum: 24.11.26 10:02 (GMT+01:00) An: j@gmx.de Betreff: x \n${unmarked}`,
    ],
    [
      'Samsung, one line in all',
      `-------- Original-Nachricht -------- Von: ${name} <${address}> Datum: 24.11.26 10:02 An: j@gmx.de Betreff: x ${unmarked.replaceAll('\n', ' ')}`,
    ],
    [
      'Outlook mobile, glued',
      `________________________________ Von: ${name} <${address}> Gesendet: Freitag, 20. November 2026 10:11 An: Jörg Betreff: x\n${unmarked}`,
    ],
    [
      'no dashes',
      `Original-Nachricht\nVon: ${name} <${address}>\nGesendet: Freitag, 20. November 2026 10:11\nAn: Jörg\nBetreff: x\n\n${unmarked}`,
    ],
    [
      'Gmail in four lines',
      `Am Fr., 20. Nov. 2026 um 10:11 Uhr schrieb\n${name}\n<${address}\n>:\n\n${marked}`,
    ],
    [
      'Swiss, with a comma',
      `Am Freitag, 20. November 2026, 10.11 Uhr, schrieb ${name}\n<${address}>:\n${unmarked}`,
    ],
    ['French, broken', `Le ven. 20 nov. 2026 à 10:11, ${name} <\n${address}> a écrit :\n\n${marked}`],
    [
      'Italian, broken',
      `Il giorno ven 20 nov 2026 alle ore 10:11 ${name} <\n${address}> ha scritto:\n\n${marked}`,
    ],
  ])('%s', (_what, quote) => {
    expect(stripQuotes(`${answer}\n\n${quote}\n`)).toEqual({ text: answer, quoted: true });
  });

  test('what stands before a glued header on its line stays', () => {
    const mail = `Ja. -------- Ursprüngliche Nachricht -------- Von: ${name} <${address}> Datum: 24.11.26 10:02 An: j@gmx.de Betreff: x\n${unmarked}`;
    expect(stripQuotes(mail).text.trim()).toBe('Ja.');
  });
});

describe('rule 18: if almost nothing is left, everything is shown', () => {
  test.each([
    marked,
    `Am 23.11.26 um 10:15 schrieb ${name}:\n${marked}`,
    `Von meinem iPhone gesendet\n\n> Am 23.11.2026 um 10:15 schrieb ${name}:\n${marked}`,
    `Mit freundlichen Grüßen\nJörg Müller\n\nAm 23.11.26 um 10:15 schrieb ${name}:\n${marked}`,
    '---\n\nVon: a@b.example\nGesendet: 23.11.2026 10:15\nAn: c@d.example\nBetreff: X\n\nText',
  ])('%j', (mail) => {
    expect(stripQuotes(mail)).toEqual({ text: mail, quoted: false });
  });
});

describe('rule 18: what a person wrote is never taken for a quote', () => {
  test.each([
    'Von: der Straße aus gesehen links ist der Eingang.\nAn: der Klingel steht Huber.\n\nBitte klingeln.',
    'Hallo,\n\nVon: der Straße aus gesehen links\nAn: der Wand tropft es\nBetreff: das Übliche\n\nBitte kommen.',
    'Am 23.11.2026 schrieb ich Ihnen:\nBisher kam keine Antwort.',
    'Am 3. Dezember bin ich da, am 4. nicht:\nBitte vorher anrufen.',
    'Am 23.11.2026 um 10:15 kam das Wasser:\nBitte schnell kommen!',
    'Am Montag schrieb der Hersteller:\nDas Gerät ist zu alt.',
    'Der Hersteller schrieb:\nDas Gerät ist zu alt.',
    'Die Heizung ist\n> 20 Jahre alt.',
    'Antwort:\n-----\nAlles gut.',
    'Sie haben eine neue Anfrage:\n\nVon: Erika <erika@example.de>\nDatum: 23.11.2026 10:15\nBetreff: Bad\nTelefon: 0170 1234567\nNachricht: Dusche statt Wanne',
    'WC> tropft.\nSonst alles gut.',
    'Sie haben ein neues Fax erhalten.\n\nVon: 0895550149\nAn: 0891234561\nDatum: 24.11.2026 10:05\nBetreff: Rohrbruch\nSeiten: 2',
    'Verpasster Anruf\n\nVon: 0171 5550149\nAn: Büro\nDatum: 24.11.2026 10:05\nDauer: 0:12',
    'Hier -------- Original Message -------- stand es.',
    '2026/11/20 war der Monteur da.\nSeitdem tropft es.',
  ])('%j', (mail) => {
    expect(stripQuotes(mail)).toEqual({ text: mail, quoted: false });
  });

  test.each([
    `---------- Weitergeleitete Nachricht ---------\nVon: ${name} <${address}>\nDate: Mo., 23. Nov. 2026 um 10:15 Uhr\nSubject: Bad\nTo: <j@example.de>`,
    `---------- Forwarded message ---------\nFrom: ${name} <${address}>\nDate: Mon, Nov 23, 2026 at 10:15 AM\nSubject: Bad\nTo: <j@example.de>`,
    `-------- Weitergeleitete Nachricht --------\nBetreff: \tBad\nDatum: \tMon, 23 Nov 2026 10:15:00 +0100\nVon: \t${name} <${address}>\nAn: \tj@example.de`,
    `Anfang der weitergeleiteten Nachricht:\n\n> Von: ${name} <${address}>\n> Betreff: Bad\n> Datum: 23. November 2026 um 10:15:00 MEZ\n> An: j@example.de`,
    `Begin forwarded message:\n\nFrom: ${name} <${address}>\nSubject: Bad\nDate: 23. November 2026 at 10:15:00 CET\nTo: j@example.de`,
  ])('what was forwarded is the content: %j', (header) => {
    const mail = `Bitte übernehmen.\n\n${header}\n\nDusche statt Wanne, bitte.`;
    expect(stripQuotes(mail)).toEqual({ text: mail, quoted: false });
  });

  test('Outlook tells a forwarded mail by its subject only', () => {
    const mail = `Bitte übernehmen.\n\nVon: ${name} <${address}>\nGesendet: Montag, 23. November 2026 10:15\nAn: Jörg\nBetreff: Bad\n\nDusche`;
    expect(stripQuotes(mail, { ...anAnswer, forwards: true, answers: false })).toEqual({
      text: mail,
      quoted: false,
    });
    expect(stripQuotes(mail).text).toBe('Bitte übernehmen.');
  });
});

const piece = fc.constantFrom(
  '> Zitat',
  '>',
  '>> tiefer',
  '',
  ' ',
  'Text einer Antwort',
  'Ja',
  `Am 23.11.26 um 10:15 schrieb ${name}:`,
  `Am 23.11.26 um 10:15 schrieb`,
  `${name} <${address}>:`,
  `Von: ${name} <${address}>`,
  'Gesendet: Montag, 23. November 2026 10:15',
  'An: Jörg',
  'Betreff: Bad',
  '-----Ursprüngliche Nachricht-----',
  '________________',
  '---------- Weitergeleitete Nachricht ---------',
  'Von meinem iPhone gesendet',
  'Mit freundlichen Grüßen',
  '-- ',
  '>:',
  'siehe unten',
);
const someMail = fc.oneof(
  fc.array(fc.oneof({ weight: 4, arbitrary: piece }, fc.string())).map((lines) => lines.join('\n')),
  fc.string({ unit: 'binary' }),
);

describe('of any text', () => {
  test('what is left are lines of it in their order, never none, and stays as it is', () => {
    fc.assert(
      fc.property(someMail, (mail) => {
        const { text, quoted } = stripQuotes(mail);
        const lines = mail.split('\n');
        let at = 0;
        for (const line of text.split('\n')) {
          at = lines.indexOf(line, at) + 1;
          expect(at, JSON.stringify(line)).toBeGreaterThan(0);
        }
        expect(text === '').toBe(mail === '');
        expect(quoted).toBe(text !== mail);
        expect(stripQuotes(text)).toEqual({ text, quoted: false });
      }),
      { numRuns: 400 },
    );
  });

  test.each([
    ['> '],
    ['>'],
    ['\n'],
    [' \n'],
    ['Am 23.11.2026 um 10:15 schrieb '],
    ['Am 1\n'],
    [`Von: ${address}\n`],
    ['Von: x An: y Betreff: '],
    ['a <'],
    ['Abc '],
    ['_____\n'],
    ['-----Original Message-----\n'],
    ['Aa-'],
    ['> Am 1. Mai\n'],
  ])('two megabytes of %j are read within the time a test has: quadratic cost would take hours', (part) => {
    const mail = part.repeat(Math.ceil(2_000_000 / part.length));
    expect(stripQuotes(mail).text).not.toBe('');
  });
});
