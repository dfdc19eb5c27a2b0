/** Form services that send each field with its type. */
import { anna, emily, full, karlHeinz, oezlem, regula, tomasz } from './customers.ts';
import { type FormSender, place, post } from './sender.ts';
import { json, phpForm } from './wire.ts';

export const formstack: FormSender = {
  name: 'Formstack',
  setUp:
    'Form → Settings → Emails & Actions → Add WebHook; paste the address, Content Type JSON, "Post with field names"',
  posts: [
    post(
      'JSON',
      karlHeinz,
      json({
        FormID: '23534',
        UniqueID: '12345678',
        Name: { first: karlHeinz.first, last: karlHeinz.last },
        Email: karlHeinz.email,
        Phone: karlHeinz.phone,
        Address: {
          address: karlHeinz.street,
          city: karlHeinz.city,
          state: 'Bayern',
          zip: karlHeinz.postcode,
        },
        Message: 'Hofheizung für Stall und Haus.',
      }),
      { ...place(karlHeinz), address: karlHeinz.street, message: 'Hofheizung für Stall und Haus.' },
    ),
    post(
      'JSON with the types of the fields',
      regula,
      json({
        FormID: '23534',
        UniqueID: '12345679',
        Name: { first: regula.first, last: regula.last, field_type: 'name' },
        'E-Mail': { value: regula.email, field_type: 'email' },
        Telefon: { value: regula.phone, field_type: 'phone' },
        Mitteilung: { value: 'Wasserhahn ersetzen.', field_type: 'textarea' },
      }),
      { message: 'Wasserhahn ersetzen.' },
    ),
    post(
      'a form: parts of a field in lines',
      oezlem,
      phpForm({
        FormID: '23534',
        UniqueID: '12345680',
        Name: `first = ${oezlem.first}\nlast = ${oezlem.last}`,
        Email: oezlem.email,
        Phone: oezlem.phone,
        Message: 'Spüle undicht.',
      }),
      { message: 'Spüle undicht.' },
    ),
  ],
};

const formSmartsBody = (fields: readonly (readonly [name: string, datatype: string, value: string])[]) =>
  json({
    api_id: 'FSEVAPI',
    api_version: '1',
    api_date: '2026-11-23T09:15:00',
    form_id: 'lqh',
    form_name: 'Kontakt Muster Haustechnik',
    fs_ref_num: '6GZTWKU3HV7DAV1R8YE92L41B',
    fields: fields.map(([field_name, field_datatype, field_value], index) => ({
      field_id: 1226194 + index,
      field_name,
      field_datatype,
      field_value,
    })),
  });

export const formSmarts: FormSender = {
  name: 'FormSmarts',
  setUp: 'Account → Form API webhooks → Add; paste the address',
  posts: [
    post(
      'fields with their types',
      tomasz,
      formSmartsBody([
        ['Name', 'name', full(tomasz)],
        ['E-Mail', 'email', tomasz.email],
        ['Telefon', 'phone', tomasz.phone],
        ['Nachricht', 'text', 'Bitte um Rückruf.\r\nDanke'],
      ]),
      { message: 'Bitte um Rückruf.\nDanke' },
    ),
    post(
      'in English, an upload left empty',
      emily,
      formSmartsBody([
        ['Full Name', 'name', full(emily)],
        ['Email', 'email', emily.email],
        ['Upload Your Picture', 'attachment', ''],
        ['Any Comments', 'text', 'The cistern keeps filling.'],
      ]),
      { phoneE164: undefined, message: 'The cistern keeps filling.' },
    ),
    post(
      'postcode and city',
      anna,
      formSmartsBody([
        ['Vorname', 'text', anna.first],
        ['Nachname', 'text', anna.last],
        ['Telefonnummer', 'phone', anna.phone],
        ['PLZ', 'text', anna.postcode],
        ['Ort', 'text', anna.city],
        ['Ihr Anliegen', 'text', 'Kombitherme tauschen'],
      ]),
      { email: undefined, ...place(anna), message: 'Kombitherme tauschen' },
    ),
  ],
};
