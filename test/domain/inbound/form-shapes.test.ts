/** Notifications of forms in the shapes that plug-ins, builders and home-made scripts give them. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMail } from '../../../adapters/mime/read-mail.ts';
import { aRawMail } from '../../support/a-raw-mail.ts';
import { asked, company } from './a-request-mail.ts';

const wordpress = [{ name: 'Muster Haustechnik', address: 'wordpress@muster-haustechnik.example' }];

/** As it comes from the web server of the business. */
const filledIn = (text: string) => asked({ from: wordpress, subject: 'Kontakt', text });

/** The same as HTML, read from the bytes. */
async function filledInAsHtml(html: string) {
  const headers = {
    From: 'Muster Haustechnik <wordpress@muster-haustechnik.example>',
    Subject: 'Kontakt',
    'Content-Type': 'text/html; charset=utf-8',
  };
  const { mail } = await readMail(aRawMail({ headers, text: html }));
  return asked({ ...mail, headers: {} });
}

const contact = { name: 'Anton Berger', email: 'anton.berger@post.test', phoneE164: '+491725550171' };
const words = 'Die Dusche läuft nicht ab';

describe('rule 18b: labels stand in many ways beside their values', () => {
  test.each<[string, string]>([
    [
      'glued to them',
      `Name:Anton Berger\nE-Mail:anton.berger@post.test\nTelefon:0172 5550171\nNachricht:${words}`,
    ],
    [
      'glued to the last value too, where HTML lost its line breaks',
      `Name:Anton BergerE-Mail:anton.berger@post.testTelefon:0172 5550171Nachricht:${words}`,
    ],
    [
      'all on one line',
      `Vorname: Anton Nachname: Berger E-Mail: anton.berger@post.test Telefon: 0172 5550171 Nachricht: ${words}`,
    ],
    [
      'on one line behind a sentence',
      `Sie haben eine neue Anfrage.   Name:   Anton Berger   E-Mail:   anton.berger@post.test   Telefon:   0172 5550171   Anliegen:   ${words}`,
    ],
    [
      'on one line, divided by bars',
      `Name: Anton Berger | E-Mail: anton.berger@post.test | Tel.: 0172 5550171 | Nachricht: ${words}`,
    ],
    [
      'with the colon within the bold',
      `*Name:* Anton Berger\n*E-Mail:* anton.berger@post.test\n*Telefon:* 0172 5550171\n*Nachricht:* ${words}`,
    ],
    [
      'in bold without a colon',
      `**Name** Anton Berger\n**E-Mail** anton.berger@post.test\n**Telefon** 0172 5550171\n**Nachricht** ${words}`,
    ],
    [
      'underlined with dashes',
      `Name\n----\nAnton Berger\n\nE-Mail\n------\nanton.berger@post.test\n\nTelefon\n-------\n0172 5550171\n\nNachricht\n---------\n${words}`,
    ],
    [
      'underlined with equals signs, and no blank lines',
      `Name\n====\nAnton Berger\nE-Mail\n======\nanton.berger@post.test\nHandy\n=====\n0172 5550171\nIhre Nachricht\n==============\n${words}`,
    ],
    [
      'behind bars',
      `Name | Anton Berger\nE-Mail | anton.berger@post.test\nTelefon | 0172 5550171\nNachricht | ${words}`,
    ],
    [
      'behind dashes',
      `Name - Anton Berger\nE-Mail - anton.berger@post.test\nTelefon - 0172 5550171\nNachricht - ${words}`,
    ],
    [
      'behind equals signs',
      `Name = Anton Berger\nE-Mail = anton.berger@post.test\nTelefon = 0172 5550171\nNachricht = ${words}`,
    ],
    [
      'behind tabs',
      `Name\tAnton Berger\nE-Mail\tanton.berger@post.test\nTelefon\t0172 5550171\nNachricht\t${words}`,
    ],
    [
      'as PHP prints a list',
      `Array\n(\n    [name] => Anton Berger\n    [email] => anton.berger@post.test\n    [telefon] => 0172 5550171\n    [nachricht] => ${words}\n)`,
    ],
    [
      'numbered',
      `1. Name: Anton Berger\n2. E-Mail: anton.berger@post.test\n3. Telefon: 0172 5550171\n4. Nachricht: ${words}`,
    ],
    [
      'numbered, above them',
      `1) Name\nAnton Berger\n\n2) E-Mail\nanton.berger@post.test\n\n3) Telefon\n0172 5550171\n\n4) Ihr Anliegen\n${words}`,
    ],
    [
      'in French',
      `Nom : Berger\nPrénom : Anton\nCourriel : anton.berger@post.test\nTéléphone : 0172 5550171\nVotre message : ${words}`,
    ],
    [
      'in Italian',
      `Nome: Anton\nCognome: Berger\nIndirizzo e-mail: anton.berger@post.test\nTelefono: 0172 5550171\nMessaggio: ${words}`,
    ],
    [
      'of a shop (Shopify)',
      `You received a new message from your online store's contact form.\n\nCountry Code:\nDE\n\nName:\nAnton Berger\n\nEmail:\nanton.berger@post.test\n\nPhone Number:\n0172 5550171\n\nBody:\n${words}`,
    ],
    [
      'of a site builder (Weebly)',
      `You've just received a new submission to your Contact.\n\nSubmitted Information:\n\nName\nAnton Berger\n\nEmail\nanton.berger@post.test\n\nPhone Number\n0172 5550171\n\nComment\n${words}\n\nMark as Spam`,
    ],
    [
      'with the sender without brackets (Contact Form 7)',
      `Von: Anton Berger anton.berger@post.test\n\nTelefon: 0172 5550171\n\nNachrichtentext:\n${words}\n\n-- \nDies ist eine Benachrichtigung, dass ein Kontaktformular auf deiner Website abgeschickt wurde (Muster https://www.muster-haustechnik.example).`,
    ],
    [
      'with the message under no label',
      `Name: Anton Berger\nE-Mail: anton.berger@post.test\nTelefon: 0172 5550171\n\n${words}`,
    ],
    [
      'with the message above them',
      `${words}\n\nName: Anton Berger\nE-Mail: anton.berger@post.test\nTelefon: 0172 5550171`,
    ],
  ])('%s', (_, text) => {
    const { submission, door } = filledIn(text);
    expect(door).toBe('form');
    expect(submission).toMatchObject({ source: 'website', contact, request: { message: words } });
  });

  test.each<[string, string]>([
    [
      'bold, the value on the next line',
      `<b>Name</b><br>Anton Berger<br><b>E-Mail</b><br>anton.berger@post.test<br><b>Telefon</b><br>0172 5550171<br><b>Nachricht</b><br>${words}`,
    ],
    [
      'bold, the value glued',
      `<p><strong>Name:</strong>Anton Berger</p><p><strong>E-Mail:</strong>anton.berger@post.test</p><p><strong>Telefon:</strong>0172 5550171</p><p><strong>Nachricht:</strong>${words}</p>`,
    ],
    [
      'bold, nothing but a blank between',
      `<b>Name</b> Anton Berger<br><b>E-Mail</b> anton.berger@post.test<br><b>Telefon</b> 0172 5550171<br><b>Nachricht</b> ${words}`,
    ],
    [
      'spans without any break',
      `<span>Name:Anton Berger</span><span>E-Mail:anton.berger@post.test</span><span>Telefon:0172 5550171</span><span>Nachricht:${words}</span>`,
    ],
    [
      'a table, label and value by turns',
      `<table>${['Name', 'Anton Berger', 'E-Mail', 'anton.berger@post.test', 'Telefon', '0172 5550171', 'Nachricht', words].map((cell) => `<tr><td>${cell}</td></tr>`).join('')}</table>`,
    ],
    [
      'a list (Forminator)',
      `You have a new website form submission: <br><ul><li><b>Name: </b>Anton Berger</li><li><b>E-Mail: </b>anton.berger@post.test</li><li><b>Telefon: </b>0172 5550171</li><li><b>Nachricht: </b>${words}</li></ul>---<br>This message was sent from https://www.muster-haustechnik.example.`,
    ],
  ])('HTML: %s', async (_, html) => {
    const { submission, door } = await filledInAsHtml(html);
    expect(door).toBe('form');
    expect(submission).toMatchObject({ contact, request: { message: words } });
  });

  test('however they are set, the same request is read', () => {
    const separator = fc.constantFrom(
      ':',
      ': ',
      ' : ',
      ':\t',
      ':\n',
      '\n----\n',
      '\n=====\n',
      ' | ',
      ' = ',
      '\t',
      ' – ',
    );
    const between = fc.constantFrom('\n', '\n\n');
    const name = fc.constantFrom('Name', 'Ihr Name', 'Name*', 'Vor- und Nachname', 'Nom complet');
    const email = fc.constantFrom(
      'E-Mail',
      'Email',
      'Ihre E-Mail-Adresse',
      'E-Mail (Pflichtfeld)',
      'Courriel',
    );
    const phone = fc.constantFrom('Telefon', 'Handynummer', 'Telefonnummer *', 'Téléphone', 'Telefono');
    const message = fc.constantFrom('Nachricht', 'Ihre Nachricht', 'Anliegen', 'Message', 'Messaggio');
    const sheet = fc.record({ separator, between, name, email, phone, message });
    fc.assert(
      fc.property(sheet, ({ separator: by, between: apart, ...labels }) => {
        const rows = [
          [labels.name, 'Anton Berger'],
          [labels.email, 'anton.berger@post.test'],
          [labels.phone, '0172 5550171'],
          [labels.message, words],
        ];
        const { submission } = filledIn(rows.map(([label, value]) => `${label}${by}${value}`).join(apart));
        expect(submission).toMatchObject({ contact, request: { message: words } });
      }),
    );
  });
});

describe('the message is what somebody wrote, all of it and nothing else', () => {
  const sheet = 'Name: Anton Berger\nE-Mail: anton.berger@post.test\nTelefon: 0172 5550171\n';
  const long =
    'Zwei Sachen:\nHeizung: Viessmann, Baujahr: 1998\n\nProblem: sie wird nicht warm\nBad: neue Dusche';

  test('its lines stay, also those with colons', () => {
    expect(filledIn(`${sheet}Nachricht: ${long}`).submission.request.message).toBe(long);
    expect(filledIn(`${sheet}\n${long}`).submission.request.message).toBe(long);
  });

  test.each([
    'Ich habe die Datenschutzerklärung gelesen und stimme zu, dass meine Angaben gespeichert werden.: Ja',
    'Ich habe die Datenschutzhinweise zur Kenntnis genommen und bin einverstanden,\ndass meine Angaben zur Beantwortung verarbeitet werden: Ja',
    'Datenschutz: akzeptiert',
    'Einwilligung: on',
    'DSGVO-Zustimmung: 1',
    'Datenschutzerklärung akzeptiert: ✓',
    'Privacy policy: accepted',
    "J'accepte la politique de confidentialité: oui",
    "Ho letto e accetto l'informativa sulla privacy: sì",
  ])('the sentence of consent is none of it: %j', (consent) => {
    for (const text of [
      `${sheet}Nachricht: ${long}\n${consent}`,
      `${sheet}Nachricht: ${long}\n\n${consent}\n\nDiese E-Mail wurde von einem Kontaktformular gesendet.`,
      `${sheet}${consent}\nNachricht: ${long}`,
    ]) {
      const { request } = filledIn(text).submission;
      expect(request.message).toBe(long);
      expect(JSON.stringify(request.extra)).not.toMatch(/datenschutz|privacy|einwilligung|dsgvo/i);
    }
  });

  test.each([
    'This e-mail was sent from a contact form on Muster Haustechnik (https://www.muster-haustechnik.example)',
    'Diese Nachricht wurde über das Kontaktformular Ihrer Website gesendet.',
    'IP-Adresse: 203.0.113.77\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64)',
    'Gesendet am: 24.11.2026 10:15\nSeiten-URL: https://www.muster-haustechnik.example/kontakt',
    'Powered by: Elementor',
    '---\nDate: 24 November 2026\nTime: 10:15\nRemote IP: 203.0.113.77',
    'Antworten Sie direkt auf diese E-Mail, um dem Besucher zu schreiben.',
  ])('nor is what the plug-in says of itself: %j', (notice) => {
    for (const gap of ['\n', '\n\n']) {
      expect(filledIn(`${sheet}Nachricht: ${long}${gap}${notice}`).submission.request.message).toBe(long);
    }
  });

  test.each([
    'Ist die Datenschutzerklärung auf Ihrer Seite noch aktuell?',
    'Meine letzte Nachricht wurde über Ihre Website wohl nicht gesendet.',
    'Die Adresse: Hinterhaus, zweiter Stock',
  ])('a person may say such a thing: %j', (line) => {
    expect(filledIn(`${sheet}Nachricht: Guten Tag.\n${line}`).submission.request.message).toBe(
      `Guten Tag.\n${line}`,
    );
  });
});

describe('a form without labels (Divi)', () => {
  const visitor = { name: 'Anton Berger', address: 'anton.berger@post.test' };
  const divi = (mail: Parameters<typeof asked>[0] = {}) =>
    asked({
      from: [{ name: 'Anton Berger', address: 'mail@muster-haustechnik.example' }],
      replyTo: [visitor],
      subject: 'New Message From Muster Haustechnik - Kontakt',
      text: `${words}.\nHeizung: Viessmann\nTel. 0172 5550171`,
      ...mail,
    });

  test('is the request of whoever stands in Reply-To', () => {
    const { submission, door } = divi();
    expect(door).toBe('form');
    expect(submission).toMatchObject({ source: 'website', contact });
    expect(submission.request.message).toBe(`${words}.\nHeizung: Viessmann\nTel. 0172 5550171`);
  });

  test('lends its name from From where Reply-To has none', () => {
    expect(divi({ replyTo: [{ address: visitor.address }] }).submission.contact).toMatchObject({
      name: 'Anton Berger',
      email: visitor.address,
    });
  });

  test('keeps a subject that somebody chose', () => {
    expect(divi({ subject: 'Rohrbruch im Keller' }).submission.request).toMatchObject({ urgency: 'now' });
  });

  test.each<[string, Parameters<typeof asked>[0]]>([
    ['staff who write from there', { from: [{ address: 'buero@muster-haustechnik.example' }] }],
    ['a newsletter of another firm', { from: [{ address: 'noreply@grosshandel.test' }] }],
    ['an answer', { answers: ['frage-1@customer.test'] }],
  ])('%s is none', (_, mail) => {
    expect(divi(mail).door).toBe('person');
  });
});

describe('a letter stays a letter', () => {
  test.each([
    'Guten Tag,\n\nhier die Daten der Anlage:\nHersteller: Viessmann\nModell: Vitodens 200\nBaujahr: 1998\n\nSie erreichen mich so:\nTelefon: 0172 5550171\nE-Mail: anton.berger@post.test\n\nViele Grüße\nAnton Berger',
    'Wir suchen jemanden, der unser Bad im zweiten Stock erneuert und die alte Therme gleich mit ausbaut.\n\nName: Berger\nTelefon: 0172 5550171\nAnliegen: Bad und Therme',
    'Frage: was kostet eine Wärmepumpe?\nTel. 0172 5550171',
  ])('with all its words: %j', (text) => {
    const person = [{ name: 'Anton Berger', address: 'anton.berger@post.test' }];
    const { submission, door } = asked({ from: person, subject: '', text });
    expect(door).toBe('person');
    expect(submission).toMatchObject({ source: 'email', contact });
    for (const line of text.split('\n').slice(0, 6)) expect(submission.request.message).toContain(line);
  });

  test('that begins with who writes gives name and number', () => {
    const from = [{ address: 'info@post.test' }];
    for (const text of [
      'Name: Anton Berger\nTelefon: 0172 5550171\n\nBitte rufen Sie an, es tropft.',
      'Name: Anton Berger, Telefon: 0172 5550171\nBitte rufen Sie an. Mein Vermieter hat die 089 5550172.',
    ]) {
      const { door, submission } = asked({ from, subject: 'Bitte', text });
      expect(door).toBe('person');
      expect(submission.contact).toMatchObject({ name: contact.name, phoneE164: contact.phoneE164 });
    }
  });
});

test.each([
  'a:\n',
  'a a:',
  'Name: ',
  'Name\n---\n',
  '--\n',
  'Ich Datenschutz ',
  'E-Mail Ort Name: ',
  '*',
  '  ',
])('a megabyte of %j is read within the time a test has: quadratic cost would take hours', (unit) => {
  const text = unit.repeat(1_000_000 / unit.length);
  expect(asked({ from: wordpress, text }).submission).toBeDefined();
});

describe('labels that nothing but their look divides from their values', () => {
  const values = ['Anton Berger', 'anton.berger@post.test', '0172 5550171', words] as const;
  const names = ['Name', 'E-Mail', 'Telefon', 'Nachricht'] as const;
  const rows = (row: (label: string, value: string) => string) =>
    names.map((name, at) => row(name, values[at] ?? '')).join('');

  test.each<[string, string]>([
    ['bold', rows((label, value) => `<b>${label}</b>${value}<br>`)],
    ['strong, in paragraphs', rows((label, value) => `<p><strong>${label}</strong>${value}</p>`)],
    ['bold around a span', rows((label, value) => `<b><span>${label}</span></b>${value}<br/>`)],
    ['a span around all', `<span>${rows((label, value) => `<b>${label}</b>${value}<br>`)}</span>`],
    ['label and span', rows((label, value) => `<div><label>${label}</label><span>${value}</span></div>`)],
    ['two spans', rows((label, value) => `<div><span>${label}</span><span>${value}</span></div>`)],
    ['with a line of their own', rows((label, value) => `<dl><dt>${label}</dt><dd>${value}</dd></dl>`)],
    ['linked', rows((label, value) => `<b>${label}</b><a href="mailto:x">${value}</a><br>`)],
  ])('%s', async (_, html) => {
    const { submission, door } = await filledInAsHtml(html);
    expect(door).toBe('form');
    expect(submission.contact).toMatchObject(contact);
    expect(submission.request.message).toBe(words);
  });

  test('names in parts', async () => {
    const { submission } = await filledInAsHtml(
      `<strong>Vorname</strong>Anton<br><strong>Nachname</strong>Berger<br><strong>E-Mail</strong>anton.berger@post.test<br><strong>Nachricht</strong>${words}`,
    );
    expect(submission.contact).toMatchObject({ name: 'Anton Berger', email: contact.email });
  });

  test.each([
    ['<p><b>W</b>ir brauchen ein Bad</p>', 'Wir brauchen ein Bad'],
    ['<p><b>Wasser</b>hahn tropft</p>', 'Wasserhahn tropft'],
    ['<p><b>Hallo</b>, wir brauchen ein Bad</p>', 'Hallo, wir brauchen ein Bad'],
    ['<p>Der <b>Name</b>Erika</p>', 'Der NameErika'],
    ['<p><b>Achtung:</b>Wasser</p>', 'Achtung:Wasser'],
  ])('leaves the words of a person as they are: %s', async (html, text) => {
    const headers = { 'Content-Type': 'text/html; charset=utf-8' };
    expect((await readMail(aRawMail({ headers, text: html }))).mail.text).toBe(text);
  });

  test.each<[string, string]>([
    ['nothing', rows((label, value) => `${label}${value}\n`)],
    ['dots and a colon', rows((label, value) => `${label.padEnd(14, '.')}: ${value}\n`)],
    ['dots', rows((label, value) => `${label} ${'.'.repeat(12 - label.length)} ${value}\n`)],
    ['dots with blanks', rows((label, value) => `${label} . . . . . : ${value}\n`)],
    ['a rule and a colon', rows((label, value) => `${label} _____: ${value}\n`)],
    ['dashes and a colon', rows((label, value) => `${label} -----: ${value}\n`)],
    ['a colon and dots', rows((label, value) => `${label}: ........ ${value}\n`)],
  ])('in plain text: %s', (_, text) => {
    const { submission } = filledIn(text);
    expect(submission.contact).toMatchObject(contact);
    expect(submission.request.message).toBe(words);
  });
});

describe('how to reach a visitor who wrote it into his message', () => {
  test.each<[string, string]>([
    [
      'Name: Anton Berger\nE-Mail: anton.berger@post.test\nNachricht: Der Boiler tropft, erreichbar 0172 5550171',
      '',
    ],
    [
      'Von: Anton Berger <anton.berger@post.test>\nBetreff: Bad\n\nNachrichtentext:\nBitte anrufen: 0172 5550171',
      '',
    ],
    [
      'Name: Anton Berger\nE-Mail: anton.berger@post.test\nTelefon: -\nNachricht: Bitte 0172 5550171 anrufen',
      '',
    ],
  ])('%j', (text) => {
    expect(filledIn(text).submission.contact).toMatchObject(contact);
  });

  test('not our own number, and not if he filled one in', () => {
    const ours = `Name: Anton Berger\nE-Mail: anton.berger@post.test\nNachricht: Unter ${company.phone} ging niemand dran`;
    expect(filledIn(ours).submission.contact.phone).toBeUndefined();
    const both =
      'Name: Anton Berger\nTelefon: 0172 5550171\nNachricht: Mein Mieter hat die 0160 5550000, bitte ihn anrufen';
    expect(filledIn(both).submission.contact.phoneE164).toBe(contact.phoneE164);
  });

  test('and where he lives', () => {
    const text =
      'Name: Anton Berger\nE-Mail: anton.berger@post.test\nNachricht: Boiler tropft, Lindenweg 7, 80331 München';
    expect(filledIn(text).submission.contact).toMatchObject({ postcode: '80331', city: 'München' });
  });

  test('who reports a damage stands with his number behind one label', () => {
    const text =
      'Objekt: Ahornweg 4\nMelder: Familie Demir, 0176 5550333\nBeschreibung: Im Bad ist ein feuchter Fleck an der Decke';
    expect(
      asked({ from: [{ name: 'casavi', address: 'noreply@hv.test' }], text }).submission.contact,
    ).toMatchObject({
      name: 'Familie Demir',
      phoneE164: '+491765550333',
    });
  });
});

describe('people who are called like a field', () => {
  const said = (text: string) => {
    const found = filledIn(text);
    return found && 'submission' in found ? found.submission : undefined;
  };

  test.each(['Lang', 'Ort', 'Straße', 'Stadt', 'Mail', 'Strasse'])(
    'Ute %s keeps her family name',
    (family) => {
      const text = `Vorname\nUte\n\nNachname\n${family}\n\nE-Mail\nute@post.test\n\nNachricht\n${words}`;
      const name = `Ute ${family}`;
      expect(said(text)).toMatchObject({
        contact: { name, email: 'ute@post.test' },
        request: { message: words },
      });
    },
  );

  test.each(['Lang', 'Ort', 'Stadt'])('and %s too, where no blank lines divide the answers', (family) => {
    const text = `Vorname\nUte\nNachname\n${family}\nE-Mail\nute@post.test\nNachricht\n${words}`;
    expect(said(text)?.contact.name).toBe(`Ute ${family}`);
  });

  test('a field left empty takes no other label for its answer', () => {
    const text = `Vorname\nUte\n\nNachname\n\nE-Mail\nute@post.test\n\nTelefon\n0172 5550171\n\nNachricht\n${words}`;
    expect(said(text)?.contact).toMatchObject({ name: 'Ute', email: 'ute@post.test' });
  });
});

describe('a time that was asked for', () => {
  const mail = (time: string) =>
    `Name: Olga Drei\nE-Mail: olga@post.test\nTelefon: 0172 5550171\n${time}\nNachricht: Kessel tauschen`;
  const told = (text: string) => JSON.stringify(filledIn(text));

  test.each([
    'Uhrzeit: 09:00 - Dienstag, 8. Dezember',
    'Zeit: vormittags',
    'Datum: 8. Dezember',
    'Uhrzeit: 14:30',
  ])('%s is kept', (time) => {
    expect(told(mail(time))).toContain(time.slice(time.indexOf(' ') + 1));
  });

  test('is kept at the end of the answers too', () => {
    expect(told(`${mail('Ort: Köln')}\nUhrzeit: 9 - 11 Uhr`)).toContain('9 - 11 Uhr');
  });

  test('and when the form was sent is no answer', () => {
    const sent = `Datum: 24.11.2026\n${mail('Ort: Köln')}\n\n---\nDatum: 24. November 2026\nUhrzeit: 10:14\nPowered by: Elementor`;
    expect(told(sent)).not.toContain('10:14');
    expect(told(sent)).not.toContain('24.11.2026');
  });
});
