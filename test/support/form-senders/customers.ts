/** Invented people of Germany, Austria and Switzerland who fill in forms. */

type Country = 'DE' | 'AT' | 'CH';

export interface Customer {
  readonly country: Country;
  readonly first: string;
  readonly last: string;
  readonly email: string;
  /** As they type it. */
  readonly phone: string;
  readonly phoneE164: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
}

function customer(
  country: Country,
  [first, last]: readonly [first: string, last: string],
  email: string,
  [phone, phoneE164]: readonly [phone: string, phoneE164: string],
  [street, postcode, city]: readonly [street: string, postcode: string, city: string],
): Customer {
  return { country, first, last, email, phone, phoneE164, street, postcode, city };
}

export const full = ({ first, last }: Customer): string => `${first} ${last}`;

export const greta = customer(
  'DE',
  ['Greta', 'Lindhorst'],
  'greta.lindhorst@post.example',
  ['0171 5550201', '+491715550201'],
  ['Birkenweg 14', '80999', 'München'],
);
export const joerg = customer(
  'DE',
  ['Jörg', 'Bäumler'],
  'joerg.baeumler@t-netz.example',
  ['089/55502-17', '+49895550217'],
  ['Schäfflerstraße 3a', '81241', 'München'],
);
export const kaethe = customer(
  'DE',
  ['Käthe', 'Weiß-Höß'],
  'k.weiss@kunde.example',
  ['+49 (0)172 5550303', '+491725550303'],
  ['Am Mühlbach 7', '85354', 'Freising'],
);
export const oezlem = customer(
  'DE',
  ['Özlem', 'Yıldırım'],
  'oezlem.yildirim@mail.example',
  ['0151-55504042', '+4915155504042'],
  ['Landsberger Str. 211', '80687', 'München'],
);
export const tomasz = customer(
  'DE',
  ['Tomasz', 'Wiśniewski'],
  't.wisniewski@post.example',
  ['0049 160 5550511', '+491605550511'],
  ['Hauptstraße 99', '01067', 'Dresden'],
);
export const karlHeinz = customer(
  'DE',
  ['Karl-Heinz', 'von der Aue'],
  'kh.vonderaue@gut-aue.example',
  ['08141 555061', '+498141555061'],
  ['Gut Aue 1', '82256', 'Fürstenfeldbruck'],
);
export const anna = customer(
  'AT',
  ['Anna', 'Höllriegl'],
  'anna.hoellriegl@haus.example',
  ['0664 5550714', '+436645550714'],
  ['Neubaugasse 12/3', '1070', 'Wien'],
);
export const ferdinand = customer(
  'AT',
  ['Ferdinand', 'Größwang'],
  'f.groesswang@berg.example',
  ['+43 512 555081', '+43512555081'],
  ['Höttinger Au 40', '6020', 'Innsbruck'],
);
export const regula = customer(
  'CH',
  ['Regula', 'Zgraggen'],
  'regula.zgraggen@seeblick.example',
  ['079 555 09 15', '+41795550915'],
  ['Seestrasse 118', '8002', 'Zürich'],
);
export const luca = customer(
  'CH',
  ['Luca', 'Bernasconi'],
  'luca.bernasconi@lago.example',
  ['+41 91 555 10 16', '+41915551016'],
  ['Via Nassa 5', '6900', 'Lugano'],
);
export const helene = customer(
  'CH',
  ['Hélène', 'Rochat'],
  'helene.rochat@leman.example',
  ['021 555 11 17', '+41215551117'],
  ['Rue du Lac 9', '1003', 'Lausanne'],
);
export const emily = customer(
  'DE',
  ['Emily', "O'Connor"],
  'emily.oconnor@expat.example',
  ['+49 176 55512120', '+4917655512120'],
  ['Leopoldstr. 60', '80802', 'München'],
);
