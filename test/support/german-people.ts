/** Who writes to a plumber, and what: invented people of Germany, Austria and Switzerland, their troubles, and the plumber. */

export interface Person {
  readonly country: 'DE' | 'AT' | 'CH';
  readonly first: string;
  readonly last: string;
  readonly title?: string;
  readonly email: string;
  readonly phone: string;
  readonly phoneE164: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
}

function person(
  country: Person['country'],
  [first, last, title]: readonly [first: string, last: string, title?: string],
  email: string,
  [phone, phoneE164]: readonly [string, string],
  [street, postcode, city]: readonly [string, string, string],
): Person {
  return { country, first, last, ...(title && { title }), email, phone, phoneE164, street, postcode, city };
}

export const fullName = ({ title, first, last }: Person): string =>
  [title, first, last].filter(Boolean).join(' ');

export const people: readonly Person[] = [
  person(
    'DE',
    ['Erika', 'Muster'],
    'erika.muster@gmail.example',
    ['0170 1234567', '+491701234567'],
    ['Lindenweg 7', '80331', 'München'],
  ),
  person(
    'DE',
    ['Jörg', 'Müller'],
    'joerg.mueller@t-online.example',
    ['089/123 45 61', '+49891234561'],
    ['Schäftlarnstraße 12a', '81371', 'München'],
  ),
  person(
    'DE',
    ['Käthe', 'Weiß-Größel'],
    'kaethe@gmx.example',
    ['+49 171 2345678', '+491712345678'],
    ['Am Mühlbach 3', '85354', 'Freising'],
  ),
  person(
    'DE',
    ['Özlem', 'Yılmaz'],
    'oezlem.y@web.example',
    ['0151-23456789', '+4915123456789'],
    ['Landsberger Str. 101', '80339', 'München'],
  ),
  person(
    'AT',
    ['Günther', 'Höllriegl', 'Mag.'],
    'g.hoellriegl@aon.example',
    ['0664 1234567', '+436641234567'],
    ['Mariahilfer Straße 4/2/11', '1070', 'Wien'],
  ),
  person(
    'AT',
    ['Sepp', 'Großegger'],
    'sepp@a1.example',
    ['+43 660 1234567', '+436601234567'],
    ['Dorfplatz 9', '5600', 'St. Johann im Pongau'],
  ),
  person(
    'CH',
    ['Urs', 'Zürcher'],
    'urs.zuercher@bluewin.example',
    ['079 123 45 67', '+41791234567'],
    ['Bahnhofstrasse 12', '8001', 'Zürich'],
  ),
  person(
    'CH',
    ['Françoise', "L'Éplattenier"],
    'francoise@sunrise.example',
    ['+41 (0)76 234 56 78', '+41762345678'],
    ['Rue du Lac 3', '2501', 'Biel'],
  ),
  person(
    'DE',
    ['Karl-Heinz', 'von der Straße', 'Dr.'],
    'kh.vds@freenet.example',
    ['(08161) 123456', '+498161123456'],
    ['Kurt-Schumacher-Straße 44', '85356', 'Freising'],
  ),
  person(
    'DE',
    ['Björn', 'Åkesson'],
    'bjoern+haus@posteo.example',
    ['0049 172 3456789', '+491723456789'],
    ['Goetheplatz 1', '61348', 'Bad Homburg'],
  ),
  person(
    'CH',
    ['Sören', 'Hägi-Béguelin', 'Dr. med.'],
    'praxis@haegi.example',
    ['Natel 078 765 43 21', '+41787654321'],
    ['Alte Landstrasse 5', '9000', 'St. Gallen'],
  ),
  person(
    'AT',
    ['Jürgen', 'Strauß', 'Dipl.-Ing.'],
    'j.strauss@chello.example',
    ['Tel. 01 5321234', '+4315321234'],
    ['Unterer Graben 22', '4400', 'Steyr'],
  ),
];

export interface Trouble {
  readonly subject: string;
  readonly text: readonly string[];
}

export const troubles: readonly Trouble[] = [
  {
    subject: 'Heizung fällt aus',
    text: [
      'seit heute früh fällt unsere Heizung immer wieder aus.',
      'Es wird nur noch 15 °C warm. Können Sie möglichst bald kommen?',
    ],
  },
  {
    subject: 'Anfrage Badsanierung',
    text: [
      'wir möchten unser Bad (ca. 8 m²) erneuern:',
      '- Dusche statt Wanne',
      '- größeres Waschbecken',
      '',
      'Was würde das ungefähr kosten?',
    ],
  },
  {
    subject: 'Rohrbruch im Keller!',
    text: [
      'im Keller läuft Wasser aus der Wand. Den Haupthahn habe ich zugedreht.',
      'Bitte rufen Sie mich gleich zurück!',
    ],
  },
  {
    subject: 'Termin für die Wartung unserer Gastherme',
    text: [
      'unsere Therme (Baujahr 1998) müsste wieder gewartet werden.',
      'Am besten wäre ein Termin am 08.12.2026 oder danach, zwischen 8:00 und 12:00 Uhr.',
    ],
  },
  {
    subject: 'Wärmepumpe für unser Einfamilienhaus, Baujahr 1976, mit Fußbodenheizung und Solaranlage',
    text: [
      'wir überlegen, die Ölheizung durch eine Wärmepumpe zu ersetzen.',
      'Von der Straße aus gesehen links ist genügend Platz für das Außengerät.',
      'Verbrauch zuletzt: 2500 Liter im Jahr.',
    ],
  },
  {
    subject: 'Tropfender Wasserhahn',
    text: [
      'der Hahn in der Küche tropft und lässt sich nicht mehr schließen.',
      '',
      'Eilt nicht, aber stört.',
    ],
  },
];

export const answers: readonly Trouble[] = [
  {
    subject: 'Ihre Anfrage',
    text: ['Donnerstag um 10 Uhr passt uns sehr gut.', 'Der Schlüssel liegt bei Frau Jäger im Erdgeschoß.'],
  },
  {
    subject: 'Ihre Anfrage bei Muster Haustechnik',
    text: [
      'danke für die schnelle Rückmeldung! Fotos hängen an.',
      'Das Gerät ist von 2004, der Typ steht auf dem grünen Schild.',
    ],
  },
  {
    subject: 'Terminvorschlag für Ihre Anfrage',
    text: [
      'leider können wir am Freitag nicht. Ginge auch nächste Woche?',
      '',
      'Übrigens tropft es jetzt auch im Bad.',
    ],
  },
  { subject: 'Ihre Anfrage', text: ['Ja, bitte!'] },
];

/** The business they write to. */
export const our = {
  name: 'Muster Haustechnik',
  address: 'anfrage@mail.muster-haustechnik.example',
  site: 'www.muster-haustechnik.example',
} as const;
