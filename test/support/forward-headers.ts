/** What mail programs write above a mail that is handed on: of Vera Mieter to her landlord Karl, about her boiler. */

export const forwardedText = [
  'Hallo Herr Vermieter,',
  '',
  'die Therme im 2. OG verliert Wasser.',
  '',
  'Viele Grüße',
  'Vera Mieter',
  'Rosenweg 3',
  '80331 München',
  'Mobil 0171 5550002',
].join('\n');

const lines = (...all: readonly string[]): string => all.join('\n');

/** These say themselves that a mail is handed on. */
export const markedForwards: readonly (readonly [program: string, header: string])[] = [
  [
    'Apple Mail',
    lines(
      'Anfang der weitergeleiteten Nachricht:',
      '',
      'Von: Vera Mieter <vera@mieter.test>',
      'Betreff: Therme kaputt',
      'Datum: 20. November 2026 um 10:11:12 MEZ',
      'An: Karl <karl@v.test>',
      '',
    ),
  ],
  [
    'iPhone, English',
    lines(
      'Begin forwarded message:',
      '',
      'From: Vera Mieter <vera@mieter.test>',
      'Date: November 20, 2026 at 10:11:12 AM GMT+1',
      'To: Karl <karl@v.test>',
      'Subject: Therme kaputt',
      '',
    ),
  ],
  [
    'Apple Mail, French',
    lines(
      'Début du message réexpédié :',
      '',
      'De: Vera Mieter <vera@mieter.test>',
      'Objet: Therme kaputt',
      'Date: 20 novembre 2026 à 10:11:12 UTC+1',
      'À: Karl <karl@v.test>',
      '',
    ),
  ],
  [
    'Apple Mail, Italian',
    lines(
      'Inizio messaggio inoltrato:',
      '',
      'Da: Vera Mieter <vera@mieter.test>',
      'Oggetto: Therme kaputt',
      'Data: 20 novembre 2026 alle ore 10:11:12 CET',
      'A: Karl <karl@v.test>',
      '',
    ),
  ],
  [
    'Gmail, English names within a German mail',
    lines(
      '---------- Forwarded message ---------',
      'Von: Vera Mieter <vera@mieter.test>',
      'Date: Fr., 20. Nov. 2026 um 10:11 Uhr',
      'Subject: Therme kaputt',
      'To: Karl <karl@v.test>',
      '',
      '',
    ),
  ],
  [
    'Gmail',
    lines(
      '---------- Weitergeleitete Nachricht ---------',
      'Von: Vera Mieter <vera@mieter.test>',
      'Datum: Fr., 20. Nov. 2026 um 10:11 Uhr',
      'Betreff: Therme kaputt',
      'An: <karl@v.test>',
      '',
      '',
    ),
  ],
  [
    'Gmail, French',
    lines(
      '---------- Message transféré ---------',
      'De : Vera Mieter <vera@mieter.test>',
      'Date : ven. 20 nov. 2026 à 10:11',
      'Objet : Therme kaputt',
      'À : <karl@v.test>',
      '',
    ),
  ],
  [
    'Gmail, Italian',
    lines(
      '---------- Messaggio inoltrato ---------',
      'Da: Vera Mieter <vera@mieter.test>',
      'Data: ven 20 nov 2026 alle ore 10:11',
      'Oggetto: Therme kaputt',
      'A: <karl@v.test>',
      '',
    ),
  ],
  [
    'Thunderbird',
    lines(
      '-------- Weitergeleitete Nachricht --------',
      'Betreff: \tTherme kaputt',
      'Datum: \tFri, 20 Nov 2026 10:11:12 +0100',
      'Von: \tVera Mieter <vera@mieter.test>',
      'An: \tkarl@v.test',
      '',
      '',
    ),
  ],
  [
    'Zoho',
    lines(
      '============ Forwarded message ============',
      'From: Vera Mieter <vera@mieter.test>',
      'To: "Karl"<karl@v.test>',
      'Date: Fri, 20 Nov 2026 10:11:12 +0100',
      'Subject: Therme kaputt',
      '============ Forwarded message ============',
      '',
    ),
  ],
  [
    'Yahoo',
    lines(
      '----- Weitergeleitete Nachricht -----',
      'Von: Vera Mieter <vera@mieter.test>',
      'An: Karl <karl@v.test>',
      'Gesendet: Freitag, 20. November 2026 um 10:11:12 MEZ',
      'Betreff: Therme kaputt',
      '',
    ),
  ],
  [
    'Lotus Notes',
    lines(
      '----- Weitergeleitet von Karl Vermieter/HV am 20.11.2026 11:00 -----',
      '',
      'Von:    Vera Mieter <vera@mieter.test>',
      'An:     karl@v.test',
      'Datum:  20.11.2026 10:11',
      'Betreff:        Therme kaputt',
      '',
    ),
  ],
];

const outlook = (from: string): string =>
  lines(
    `Von: ${from}`,
    'Gesendet: Freitag, 20. November 2026 10:11',
    'An: Karl Vermieter',
    'Betreff: Therme kaputt',
    '',
  );

/** These stand above an answered mail as well. */
export const doubtfulForwards: readonly (readonly [program: string, header: string])[] = [
  ['Outlook', outlook('Vera Mieter <vera@mieter.test>')],
  ['Outlook, mailto', outlook('Mieter, Vera [mailto:vera@mieter.test]')],
  ['Outlook, no brackets', outlook('Vera Mieter vera@mieter.test')],
  ['Outlook, address on its own line', outlook('Vera Mieter\n<vera@mieter.test>')],
  ['Outlook, bold', outlook('Vera Mieter <vera@mieter.test>').replace(/^(\w+:)/gm, '*$1*')],
  ['Outlook, paragraphs', outlook('Vera Mieter <vera@mieter.test>').replaceAll('\n', '\n\n')],
  ['Outlook on the web', `________________________________\n${outlook('Vera Mieter <vera@mieter.test>')}`],
  [
    'Outlook mobile without line breaks',
    `Gesendet von Outlook für iOS ________________________________ ${outlook('Vera Mieter <vera@mieter.test>')}`,
  ],
  [
    'Outlook, English',
    lines(
      'From: Vera Mieter <vera@mieter.test>',
      'Sent: Friday, November 20, 2026 10:11 AM',
      'To: Karl Vermieter <karl@v.test>',
      'Subject: Therme kaputt',
      '',
    ),
  ],
  [
    'GMX',
    lines(
      'Gesendet: Freitag, 20. November 2026 um 10:11 Uhr',
      'Von: "Vera Mieter" <vera@mieter.test>',
      'An: karl@v.test',
      'Betreff: Therme kaputt',
      '',
    ),
  ],
  [
    'T-Online',
    lines(
      '-----Original-Nachricht-----',
      'Betreff: Therme kaputt',
      'Datum: 2026-11-20T10:11:12+0100',
      'Von: "Vera Mieter" <vera@mieter.test>',
      'An: "karl@v.test" <karl@v.test>',
      '',
    ),
  ],
  [
    'Samsung without line breaks',
    '-------- Ursprüngliche Nachricht --------Von: Vera Mieter <vera@mieter.test> Datum: 20.11.26 10:11 (GMT+01:00) An: karl@v.test Betreff: Therme kaputt \n',
  ],
  [
    'Open-Xchange',
    lines(
      '---------- Ursprüngliche Nachricht ----------',
      'Von: Vera Mieter <vera@mieter.test>',
      'An: karl@v.test',
      'Datum: 20.11.2026 10:11 CET',
      'Betreff: Therme kaputt',
      '',
    ),
  ],
  [
    'no dashes',
    lines(
      'Ursprüngliche Nachricht',
      'Von: Vera Mieter <vera@mieter.test>',
      'Datum: 20.11.2026 10:11',
      'An: karl@v.test',
      'Betreff: Therme kaputt',
      '',
    ),
  ],
];
