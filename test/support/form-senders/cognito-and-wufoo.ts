/** Form services that send an entry, and what they know of it. */
import { emily, ferdinand, full, greta, kaethe, luca, tomasz } from './customers.ts';
import { type FormSender, place, post } from './sender.ts';
import { json, phpForm } from './wire.ts';

const cognitoBody = (entry: Readonly<Record<string, unknown>>) =>
  json({
    Form: { Id: '3', InternalName: 'Anfrage', Name: 'Anfrage' },
    $version: 7,
    $etag: '7',
    ...entry,
    Entry: {
      Number: 12,
      AdminLink: 'https://www.cognitoforms.example/betrieb/anfrage#entry-12',
      DateCreated: '2026-11-23T09:14:00.000Z',
      DateSubmitted: '2026-11-23T09:15:00.000Z',
      DateUpdated: '2026-11-23T09:15:00.000Z',
      PublicLink: 'https://www.cognitoforms.example/betrieb/anfrage#aB3',
      Origin: {
        City: 'Frankfurt',
        CountryCode: 'DE',
        IpAddress: '203.0.113.23',
        IsImported: false,
        Region: 'HE',
        UserAgent: 'Mozilla/5.0',
      },
      User: { Email: null, Name: null },
      Action: 'Submit',
      Role: 'Public',
      Status: 'Submitted',
    },
    Id: '3-12',
  });

export const cognito: FormSender = {
  name: 'Cognito Forms',
  setUp: 'Form → Settings → Post JSON data to a website; paste the address as Submit Entry Endpoint',
  posts: [
    post(
      'name in parts; the city of the network is not the customer’s',
      kaethe,
      cognitoBody({
        Name: {
          First: kaethe.first,
          FirstAndLast: full(kaethe),
          Last: kaethe.last,
          Middle: null,
          MiddleInitial: null,
          Prefix: null,
          Suffix: null,
        },
        Email: kaethe.email,
        Phone: kaethe.phone,
        Nachricht: 'Unsere Klospülung zischt seit gestern.',
      }),
      { message: 'Unsere Klospülung zischt seit gestern.' },
    ),
    post(
      'an address',
      ferdinand,
      cognitoBody({
        Name: {
          First: ferdinand.first,
          FirstAndLast: full(ferdinand),
          Last: ferdinand.last,
          Middle: null,
          MiddleInitial: null,
          Prefix: 'Herr',
          Suffix: null,
        },
        EMail: ferdinand.email,
        Telefon: ferdinand.phone,
        Adresse: {
          City: ferdinand.city,
          CityStatePostalCode: `${ferdinand.city} ${ferdinand.postcode}`,
          Country: 'Austria',
          CountryCode: 'AT',
          FullAddress: `${ferdinand.street}, ${ferdinand.postcode} ${ferdinand.city}`,
          FullInternationalAddress: `${ferdinand.street}, ${ferdinand.postcode} ${ferdinand.city}, Austria`,
          Line1: ferdinand.street,
          Line2: null,
          Line3: null,
          PostalCode: ferdinand.postcode,
          State: null,
          StreetAddress: ferdinand.street,
          Type: 'Home',
        },
        WasSollenWirTun: 'Bad im ersten Stock neu verfliesen und neue Sanitärobjekte.',
      }),
      {
        ...place(ferdinand),
        address: ferdinand.street,
        message: 'Bad im ersten Stock neu verfliesen und neue Sanitärobjekte.',
      },
    ),
    post(
      'a choice and no telephone number',
      luca,
      cognitoBody({
        Nome: { First: luca.first, FirstAndLast: full(luca), Last: luca.last },
        Email: luca.email,
        Telefono: null,
        Servizi: ['Riscaldamento', 'Climatizzazione'],
        Messaggio: 'Attendo una vostra proposta.',
      }),
      { phoneE164: undefined, message: 'Attendo una vostra proposta.', kept: ['Climatizzazione'] },
    ),
  ],
};

interface WufooField {
  readonly title: string;
  readonly type: string;
  readonly values: readonly (readonly [label: string, value: string])[];
}

const wufooBody = (fields: readonly WufooField[]) => {
  let next = 0;
  const numbered = fields.map((field) => ({ ...field, ids: field.values.map(() => `Field${++next}`) }));
  const structure = {
    Fields: numbered.map(({ title, type, values, ids }) => ({
      Title: title,
      Instructions: '',
      IsRequired: '0',
      ClassNames: '',
      DefaultVal: '',
      Page: '1',
      Type: type,
      ID: ids[0] ?? '',
      ...(values.length > 1 && {
        SubFields: values.map(([label], index) => ({ DefaultVal: '', ID: ids[index] ?? '', Label: label })),
      }),
    })),
  };
  return phpForm({
    ...Object.fromEntries(
      numbered.flatMap(({ values, ids }) => values.map(([, value], index) => [ids[index], value])),
    ),
    CreatedBy: 'public',
    DateCreated: '2026-11-23 10:15:00',
    EntryId: '42',
    IP: '203.0.113.24',
    HandshakeKey: 'geheim',
    FieldStructure: JSON.stringify(structure),
    FormStructure: JSON.stringify({
      Name: 'Kontakt',
      Description: 'Schreiben Sie uns',
      Hash: 'z5k1',
      Url: 'kontakt',
      Email: 'chef@muster-haustechnik.example',
    }),
  });
};

export const wufoo: FormSender = {
  name: 'Wufoo',
  setUp:
    'Form → More → Notifications → WebHook → Add Integration; paste the address, tick "Include Field and Form Structures"',
  posts: [
    post(
      'name in parts',
      tomasz,
      wufooBody([
        {
          title: 'Name',
          type: 'shortname',
          values: [
            ['First', tomasz.first],
            ['Last', tomasz.last],
          ],
        },
        { title: 'E-Mail', type: 'email', values: [['E-Mail', tomasz.email]] },
        { title: 'Telefon', type: 'phone', values: [['Telefon', tomasz.phone]] },
        {
          title: 'Nachricht',
          type: 'textarea',
          values: [['Nachricht', 'Fenster und Heizung sollen saniert werden.']],
        },
      ]),
      { message: 'Fenster und Heizung sollen saniert werden.' },
    ),
    post(
      'an address in parts, a choice',
      greta,
      wufooBody([
        { title: 'Vor- und Nachname', type: 'text', values: [['Vor- und Nachname', full(greta)]] },
        {
          title: 'Adresse',
          type: 'address',
          values: [
            ['Street Address', greta.street],
            ['Address Line 2', ''],
            ['City', greta.city],
            ['State / Province / Region', 'Bayern'],
            ['Postal / Zip Code', greta.postcode],
            ['Country', 'Germany'],
          ],
        },
        { title: 'E-Mail-Adresse', type: 'email', values: [['E-Mail-Adresse', greta.email]] },
        { title: 'Telefonnummer', type: 'phone', values: [['Telefonnummer', greta.phone]] },
        { title: 'Gewerk', type: 'select', values: [['Gewerk', 'Sanitär']] },
        {
          title: 'Was können wir tun?',
          type: 'textarea',
          values: [['Was können wir tun?', 'Außenwasserhahn frostsicher machen.']],
        },
      ]),
      {
        ...place(greta),
        address: greta.street,
        message: 'Außenwasserhahn frostsicher machen.',
        kept: ['Sanitär'],
      },
    ),
    post(
      'a website field that is honest, no telephone number',
      emily,
      wufooBody([
        { title: 'Your name', type: 'text', values: [['Your name', full(emily)]] },
        { title: 'Company', type: 'text', values: [['Company', 'Harp & Hop Pub']] },
        { title: 'Web Site', type: 'url', values: [['Web Site', 'https://www.harp-hop.example']] },
        { title: 'Email', type: 'email', values: [['Email', emily.email]] },
        {
          title: 'Comments',
          type: 'textarea',
          values: [['Comments', 'The beer cooler in our pub has lost its water supply.']],
        },
      ]),
      {
        phoneE164: undefined,
        message: 'The beer cooler in our pub has lost its water supply.',
        kept: ['Harp & Hop Pub'],
      },
    ),
  ],
};
