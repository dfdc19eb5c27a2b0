/** Notes of machines with and without marks, and people who sound a little like them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Circumstances, readAutomaticText } from '../../../domain/inbound/automatic-text.ts';

const read = (
  text: string,
  subject = 'Re: Ihre Anfrage bei Muster Haustechnik',
  more: Partial<Circumstances> = {},
) => readAutomaticText({ subject, text, mark: 'none', isAnswer: true, ...more });

type Note = [subject: string, text: string];

const ours = 'Ihre Anfrage bei Muster Haustechnik ist angekommen [7K2M9QX4TD]';

/** None of them carries a mark. */
const absences: Note[] = [
  [
    `Re: ${ours}`,
    'Guten Tag,\n\nich bin vom 23.11. bis 4.12. im Urlaub. Ihre Mail wird in dieser Zeit nicht gelesen.\n\nMit freundlichen Grüßen\nHeike Brandl',
  ],
  [
    `AW: ${ours}`,
    'Vielen Dank für Ihre E-Mail! Ich bin derzeit nicht im Büro und ab dem 7. Dezember wieder erreichbar.\nIn dringenden Fällen erreichen Sie meine Kollegin Frau Sommer unter 089 5550170.',
  ],
  ['Urlaub', 'Wir sind bis einschließlich Sonntag in den Ferien und lesen keine E-Mails.'],
  [
    'Betriebsferien 21.12. – 6.1.',
    'Sehr geehrte Kunden,\n\nunsere Werkstatt macht vom 21.12. bis 6.1. Betriebsferien. Nachrichten werden danach beantwortet.\n\nFrohe Weihnachten wünscht\ndas Team der Schreinerei Aumann',
  ],
  [
    'Nicht im Büro',
    'Ich befinde mich bis 30.11. auf Dienstreise und habe nur eingeschränkten Zugriff auf meine E-Mails.',
  ],
  ['Elternzeit', 'Ich bin in Elternzeit. Bitte wenden Sie sich an meine Vertretung: vertretung@kanzlei.test'],
  ['Bin krank', 'Liebe Absender, ich bin erkrankt. Ihre Nachricht wird nicht weitergeleitet.'],
  [
    `Re: ${ours}`,
    'Ich bin nicht mehr im Unternehmen. Bitte wenden Sie sich künftig an info@firma.test. Ihre E-Mail wird nicht weitergeleitet.',
  ],
  ['Abwesend', 'Unser Büro ist wegen einer Fortbildung am 26. und 27.11. geschlossen.'],
  [
    'Fwd: Absence',
    'Bonjour,\n\nje suis absente du bureau jusqu’au 4 décembre. En cas d’urgence, veuillez contacter M. Favre.\n\nCordialement',
  ],
  ['Message d’absence', 'Nos bureaux sont fermés du 24 décembre au 3 janvier.'],
  [
    'Assente',
    'Buongiorno,\nsono in ferie fino al 4 dicembre e non ho accesso alla posta. Per urgenze: segreteria@ditta.test',
  ],
  [
    'Out of Office',
    'Hi,\n\nI am currently out of the office with limited access to email. I will respond when I return on Monday.\n\nBest regards\nAmy',
  ],
  [
    `Re: ${ours}`,
    'Thank you for your message. I am on annual leave until 7 December and will reply on my return.',
  ],
  [
    'Kanzlei geschlossen',
    'Unsere Kanzlei bleibt vom 1.12. bis 5.12. geschlossen. Vertretung: Kanzlei Dr. Alt, Tel. 089 5550199.',
  ],
  [
    'Fermeture annuelle',
    'Notre atelier est fermé du 20 au 31 juillet. Nous vous répondrons dès notre retour.',
  ],
  ['Chiusura estiva', 'Siamo chiusi per ferie fino al 25 agosto. Risponderemo al nostro rientro.'],
  [
    'Mutterschutz',
    'Ich bin im Mutterschutz. Ihre Mail wird nicht weitergeleitet, bitte schreiben Sie an vertretung@amt.test.',
  ],
  [
    `Re: ${ours}`,
    'Ich bin bis 9.12. verreist und rufe meine Mails nicht ab. Ich melde mich, sobald ich zurück bin.',
  ],
  ['Weihnachtsurlaub', 'Vom 23.12. bis 7.1. machen wir Urlaub. Wir wünschen schöne Feiertage!'],
  ['Abwesenheitsnotiz', ''],
  [`Automatische Antwort: ${ours}`, 'Bin dann mal weg! Ab 7.12. wieder da.'],
  [`Re: ${ours}`, 'Ich bin bis 9.12. im Urlaub und lese keine E-Mails.'],
  [
    `Re: ${ours}`,
    'Bin bis 3. Jänner auf Urlaub, in dringenden Fällen erreichen Sie Frau Leitner unter 01 5550122.',
  ],
  [
    'Kanzlei geschlossen',
    'Unsere Kanzlei bleibt vom 1.12. bis 5.12. geschlossen. Vertretung: Kanzlei Dr. Alt, Tel. 089 5550199.',
  ],
  [
    'Fermeture annuelle',
    'Notre atelier est fermé du 20 au 31 juillet. Nous vous répondrons dès notre retour.',
  ],
  ['Chiusura estiva', 'Siamo chiusi per ferie fino al 25 agosto. Risponderemo al nostro rientro.'],
  [
    'Mutterschutz',
    'Ich bin im Mutterschutz. Ihre Mail wird nicht weitergeleitet, bitte schreiben Sie an vertretung@amt.test.',
  ],
  [
    `Re: ${ours}`,
    'Ich bin bis 9.12. verreist und rufe meine Mails nicht ab. Ich melde mich, sobald ich zurück bin.',
  ],
  [`Re: ${ours}`, 'Ich bin zurzeit landesabwesend und ab dem 14.12. wieder für Sie da.'],
  [`Re: ${ours}`, "I'm travelling this week. Expect delayed replies. For anything urgent, text me."],
  [`Re: ${ours}`, 'Ich bin ferienhalber abwesend und ab 9.12. wieder erreichbar.'],
  [`Re: ${ours}`, 'Diese Adresse wird nicht mehr gelesen. Bitte verwenden Sie künftig neu@firma.test.'],
  [`Re: ${ours}`, 'I am on annual leave and will respond when I get back. If urgent, call the office.'],
  ['Annual leave', "I'm away until 12 December with no access to email."],
  ['Karla Kunde ist nicht im Büro', 'Ich bin am 9.12. wieder zurück.'],
  ['Abwesenheit', 'Ich bin bis 9.12. verreist. Danach melde ich mich.'],
];

const acknowledgements: Note[] = [
  [
    'Ihre Anfrage ist bei uns eingegangen',
    'Sehr geehrte Damen und Herren,\n\nIhre Nachricht ist bei uns eingegangen und wird schnellstmöglich bearbeitet.\n\nIhr Serviceteam',
  ],
  [
    '[Ticket#2026112410000123] Ihre Anfrage bei Muster Haustechnik',
    'Vielen Dank für Ihre Nachricht. Wir haben Ihr Anliegen unter der Vorgangsnummer 2026112410000123 registriert. Ein Mitarbeiter meldet sich in Kürze bei Ihnen.',
  ],
  [
    'Request received: Ihre Anfrage',
    'Your request (48211) has been received and is being reviewed by our support staff.',
  ],
  [
    'Vielen Dank für Ihre Nachricht',
    'Wir haben Ihre E-Mail erhalten und melden uns schnellstmöglich bei Ihnen. Dies ist eine automatisch generierte Antwort, bitte antworten Sie nicht auf diese E-Mail.',
  ],
  [
    'Accusé de réception',
    'Nous avons bien reçu votre message et nous vous répondrons dans les meilleurs délais.',
  ],
  [
    'Eingangsbestätigung Ihrer E-Mail',
    'Wir bestätigen den Eingang Ihrer Nachricht. Die Bearbeitung dauert derzeit etwa drei Tage.',
  ],
  [
    '[Anfrage erhalten] Ihr Angebot',
    '## Bitte geben Sie Ihre Antwort oberhalb dieser Zeile ein ##\n\nIhre Anfrage (5512) ist bei uns eingegangen.',
  ],
  [
    `Re: ${ours}`,
    'Vielen Dank für Ihre Nachricht! Wir melden uns schnellstmöglich bei Ihnen. Unsere Bürozeiten: Mo-Fr 8 bis 17 Uhr.',
  ],
  [
    `Re: ${ours}`,
    'Ihre Nachricht an Frau Sommer wartet auf Freigabe. Um sie zuzustellen, klicken Sie bitte hier.',
  ],
  [`Re: ${ours}`, 'Um Ihre Nachricht an Karla zuzustellen, klicken Sie bitte auf den Link.'],
  ['Eingangsbestätigung', 'Vielen Dank! Ihre Anfrage wurde unter der Ticketnummer 4711 erfasst.'],
  [
    'Ticket 8812 wurde erstellt',
    'Ihr Ticket wurde angelegt. Unser Team kümmert sich schnellstmöglich darum.',
  ],
];

const receipts: Note[] = [
  [
    `Gelesen: ${ours}`,
    'Ihre Nachricht\n\n  An: Hausverwaltung\n  Gesendet: Dienstag, 24. November 2026\n\nwurde am 24.11.2026 um 11:02 gelesen.',
  ],
  [
    `Lesebestätigung: ${ours}`,
    'Dies ist eine Empfangsbestätigung für Ihre Nachricht. Die Nachricht wurde am 24.11. angezeigt.',
  ],
  [`Read: ${ours}`, 'Your message was read on Tuesday, November 24, 2026 11:02:13 AM.'],
  [`Lu : ${ours}`, 'Votre message a été lu le mardi 24 novembre 2026.'],
  [`Letto: ${ours}`, 'Il messaggio è stato letto il 24/11/2026.'],
  [`Nicht gelesen: ${ours}`, 'Ihre Nachricht wurde am 24.11.2026 ungelesen gelöscht.'],
];

describe('without any mark, by subject and words', () => {
  test.each(absences)('an absence note: %s: %s', (subject, text) => {
    expect(read(text, subject)).toBe('absence');
  });
  test.each(acknowledgements)('an acknowledgement: %s', (subject, text) => {
    expect(read(text, subject)).toBe('acknowledgement');
  });
  test.each(receipts)('a read receipt: %s', (subject, text) => {
    expect(read(text, subject)).toBe('read-receipt');
  });
});

const people: Note[] = [
  [
    `Re: ${ours}`,
    'Guten Tag,\n\nDonnerstag passt. Ab Montag sind wir im Urlaub, bitte vorher kommen.\n\nViele Grüße\nErika Muster',
  ],
  [`Re: ${ours}`, 'Ich bin nächste Woche nicht im Büro, rufen Sie bitte auf dem Handy an: 0171 5550180.'],
  [`AW: ${ours}`, 'Ihre Nachricht habe ich erhalten, der Termin am Donnerstag passt uns gut.'],
  [
    `AW: ${ours}`,
    'Vielen Dank für Ihre Nachricht. Wir hätten gern eine bodengleiche Dusche, das Bad hat 6 qm.',
  ],
  [`AW: ${ours}`, 'Danke, Angebot ist angekommen. Leider zu teuer für uns.'],
  [
    'Nicht im Haus am Freitag',
    'Wir sind am Freitag nicht im Haus, der Schlüssel liegt bei den Nachbarn. Die Wartung der Therme kann trotzdem stattfinden.',
  ],
  ['Urlaub: wann kommen Sie?', 'Wir fahren am 4.12. in den Urlaub. Können Sie vorher noch kommen?'],
  ['Auto: Wallbox', 'Wir haben ein neues Auto und suchen eine Wallbox für die Garage.'],
  ['Gelesen: Ihr Angebot', 'Ich habe Ihr Angebot gelesen und möchte es annehmen.'],
  ['Abwesend', 'Wir sind im Dezember verreist. Bei uns tropft die Therme, können Sie im Januar kommen?'],
  ['Ticket für die Heizung', 'Wir brauchen ein Angebot für eine neue Heizung in der Lindenstraße 4.'],
  [`Re: ${ours}`, 'Ja.'],
  [`Re: ${ours}`, 'Nein danke, wir haben schon jemanden gefunden.'],
  [`Re: ${ours}`, 'Ich bin im Urlaub, aber meine Frau ist da. Sie macht auf.'],
  [`Re: ${ours}`, 'Ab Montag bin ich wieder da, dann können Sie gern anrufen.'],
  [
    'Betriebsferien',
    'Wir haben vom 1. bis 10.8. Betriebsferien und möchten in dieser Zeit die Toiletten erneuern lassen.',
  ],
  ['Notfall', 'Wir sind im Urlaub, der Nachbar sagt: Wasser läuft aus der Decke!'],
  [`Re: ${ours}`, 'I am out of the office on Thursday, could you come on Friday?'],
  [`Re: ${ours}`, 'Je suis absent jeudi, pouvez-vous venir vendredi ?'],
  [`Re: ${ours}`, 'Die Wohnung ist bis 15.12. geschlossen, der Hausmeister hat einen Schlüssel.'],
  [
    'Anfrage',
    'Unser Laden ist montags geschlossen. Bitte um ein Angebot für die Toilette, gern an einem Montag.',
  ],
  [`Re: ${ours}`, 'Mein Mann ist krank. Wir melden uns nächste Woche wegen der Dusche.'],
  [`Re: ${ours}`, 'Herzlichen Dank für die schnelle Antwort! Baujahr 1998, acht Heizkörper.'],
  [`Re: ${ours}`, '80 Quadratmeter, zwei Bäder, dritter Stock ohne Aufzug.'],
  [`Re: ${ours}`, 'Wir bestätigen den Termin am Donnerstag.'],
  [
    `Re: ${ours}`,
    'Bin bis Mittwoch nicht im Büro. Am besten erreichen Sie mich mobil, wegen des Angebots habe ich noch zwei Fragen.',
  ],
  [
    'Anruf von gestern',
    'Sie hatten gestern angerufen, leider war ich nicht da. Von 10 bis 12 Uhr erreichen Sie mich zu Hause.',
  ],
  [`Re: ${ours}`, 'Je suis en vacances, mais vous pouvez passer chez la voisine pour la clé.'],
  [`Re: ${ours}`, 'Danke. Im Anhang die Fotos, es sind 7 Heizkörper.'],
  [`Re: ${ours}`, 'Vielen Dank für Ihre Nachricht! Wir melden uns nächste Woche wegen der Fliesen.'],
  [`Re: ${ours}`, 'Danke für Ihre Nachricht, ich gebe sie frei, sobald der Vermieter zugesagt hat.'],
  ['Ferienwohnung', 'In unserer Ferienwohnung ist der Boiler kaputt.'],
];

describe('a person who mentions a holiday, a receipt or a ticket is a person', () => {
  test.each(people)('%s: %s', (subject, text) => {
    expect(read(text, subject)).toBeUndefined();
    expect(read(text, subject, { isAnswer: false })).toBeUndefined();
  });
  test.each(people)('also with a mark of a server on the way: %s: %s', (subject, text) => {
    expect(read(text, subject, { mark: 'marked' })).toBeUndefined();
  });
  test.each(people)('also if a program claims to have answered: %s: %s', (subject, text) => {
    expect(read(text, `Re: ${ours}`, { mark: 'replied' })).toBeUndefined();
    expect(subject).not.toBe('');
  });
});

test('an autoresponder needs no words that are known here', () => {
  const thread = { mark: 'autoresponder' as const };
  for (const text of ['Aloha! Am Strand.', 'Jestem na urlopie do 4 grudnia.', 'Bis bald aus den Bergen!']) {
    expect(read(text, 'Urlaub', thread)).toBe('absence');
    expect(read(text, 'Urlaub', { ...thread, isAnswer: false })).toBeUndefined();
  }
  expect(read('Jestem na urlopie do 4 grudnia.', 'Re: Ihre Anfrage', { mark: 'replied' })).toBeDefined();
  expect(read('Ja, Donnerstag passt.', 'Urlaub', thread)).toBeUndefined();
});

test('what a mark says counts where the words are few', () => {
  expect(read('Ich bin bis 4.12. nicht im Haus.', 'Re: Anfrage', { mark: 'replied' })).toBe('absence');
  expect(read('Ich bin bis 4.12. nicht im Haus.', 'Re: Anfrage', { mark: 'marked' })).toBe('absence');
});

test('a subject alone decides nothing', () => {
  const subjects = [...absences, ...acknowledgements, ...receipts].map(([subject]) => subject);
  fc.assert(
    fc.property(
      fc.constantFrom(...subjects),
      fc.constantFrom(...people.map(([, text]) => text)),
      (subject, text) => {
        expect(read(text, subject)).toBeUndefined();
      },
    ),
  );
});

test('the words of a note count in every order and with any name below', () => {
  const sentences = [
    'Ich bin bis 4.12. nicht im Büro.',
    'Ihre E-Mail wird nicht weitergeleitet.',
    'In dringenden Fällen wenden Sie sich bitte an Frau Schulz.',
    'Vielen Dank für Ihre Nachricht.',
    'Ich habe keinen Zugriff auf meine E-Mails.',
  ];
  fc.assert(
    fc.property(
      fc.shuffledSubarray(sentences, { minLength: 3 }),
      fc.constantFrom(
        '',
        '\n\nMit freundlichen Grüßen\nKarla Kunde',
        '\n\nBeste Grüße\n\nDr. Uwe Brandt\nTel. 089 5550111',
      ),
      fc.constantFrom(' ', '\n', '\n\n'),
      (said, below, between) => {
        fc.pre(said.some((sentence) => /nicht im Büro|keinen Zugriff/.test(sentence)));
        expect(read(said.join(between) + below)).toBe('absence');
      },
    ),
  );
});

describe('an answer of nothing but dates, numbers or measures is what was asked for, and a person’s', () => {
  test.each([
    '14.12. 10:00\n15.12. 11:00\n16.12. 12:00',
    'Guten Tag,\n25.1. 9:00\n26.1. 9:00\n27.1. 15 Uhr',
    'Mo 14.12. 10:00\nDi 15.12. 11:00\nMi 16.12. 12:00 oder 13:00\n\nViele Grüße\nMax',
    '089 222333\n0151 2000112\n0151 2000113',
    'Tel. 0151 2000111\nTel. 0151 2000112\nTel. 0151 2000113',
    '240 180 320\n210 110 90\n250 200 100',
    'Montag 8-12\nDienstag 13-17\nFreitag 8-10',
  ])('%j', (text) => {
    expect(read(text)).toBeUndefined();
  });
});
