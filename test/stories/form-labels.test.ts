/** However a form calls its fields, and in whatever shape its sender posts them: everybody is understood. */
import { describe, expect, test } from 'vitest';
import { captureLead } from '../../functions/capture-lead/capture-lead.ts';
import { aRequest } from '../support/a-request.ts';
import { aWorld } from '../support/a-world.ts';
import { aCompany } from '../support/company.ts';
import {
  type Customer,
  full,
  greta,
  joerg,
  kaethe,
  karlHeinz,
  oezlem,
  tomasz,
} from '../support/form-senders/customers.ts';
import { type Asked, labels } from '../support/form-senders/labels.ts';
import {
  browserForm,
  json,
  multipart,
  type Pair,
  phpForm,
  type Wired,
} from '../support/form-senders/wire.ts';

const customers = [greta, joerg, kaethe, karlHeinz, oezlem, tomasz];

const wishes = [
  'Der Siphon unter der Spüle ist undicht.',
  'Wir möchten das Gästebad im Frühjahr erneuern lassen.',
  'Zwei Heizkörper im Obergeschoss bleiben kalt, seit die Anlage gewartet wurde.',
  'Bitte melden Sie sich wegen einer Wartung.',
];

/** What the form asks besides, by the most usual labels: enough for somebody to be called back. */
const usual: Readonly<Record<Asked, string>> = {
  name: 'Name',
  first: 'Vorname',
  last: 'Nachname',
  email: 'E-Mail',
  phone: 'Telefon',
  message: 'Nachricht',
  postcode: 'PLZ',
  city: 'Ort',
  street: 'Straße',
};

const answer = (customer: Customer, wish: string): Readonly<Record<Asked, string>> => ({
  name: full(customer),
  first: customer.first,
  last: customer.last,
  email: customer.email,
  phone: customer.phone,
  message: wish,
  postcode: customer.postcode,
  city: customer.city,
  street: customer.street,
});

/** A form asks for the name as a whole or in parts. */
function askedBeside(asked: Asked): readonly Asked[] {
  const names: readonly Asked[] = asked === 'first' || asked === 'last' ? ['first', 'last'] : ['name'];
  const place: readonly Asked[] = ['postcode', 'city', 'street'];
  return [...names, 'email', 'phone', ...(place.includes(asked) ? place : []), 'message'];
}

/** The ways in which senders put labels and answers together. */
const shapes: readonly (readonly [name: string, write: (pairs: readonly Pair[]) => Wired])[] = [
  ['JSON', (pairs) => json(Object.fromEntries(pairs))],
  ['a form', (pairs) => browserForm(pairs)],
  ['multipart', (pairs) => multipart(pairs)],
  ['a list of names and values', (pairs) => json(pairs.map(([name, value]) => ({ name, value })))],
  [
    'a list of labels and values',
    (pairs) =>
      json({ data: { formName: 'Kontakt', submissions: pairs.map(([label, value]) => ({ label, value })) } }),
  ],
  [
    'questions and answers',
    (pairs) =>
      json({ formName: 'Kontakt', submission: pairs.map(([question, answer]) => ({ question, answer })) }),
  ],
  [
    'fields with titles',
    (pairs) =>
      phpForm({
        form: { id: 'ab12', name: 'Kontakt' },
        fields: Object.fromEntries(
          pairs.map(([title, value], index) => [
            `field_${index}`,
            { id: `field_${index}`, type: 'text', title, value },
          ]),
        ),
      }),
  ],
  [
    'data of a named form',
    (pairs) =>
      json({ triggerType: 'form_submission', payload: { name: 'Kontakt', data: Object.fromEntries(pairs) } }),
  ],
  [
    'lists of one',
    (pairs) => json({ namedValues: Object.fromEntries(pairs.map(([name, value]) => [name, [value]])) }),
  ],
];

const company = aCompany();

async function readFrom(wired: Wired) {
  const world = await aWorld({ company });
  const headers = { accept: '*/*', ...wired.headers };
  await captureLead(aRequest({ method: 'POST', url: '/leads', headers, body: wired.body }), world);
  const [lead] = world.leads.all();
  const { contact, request } = lead ?? {};
  return {
    name: contact?.name,
    email: contact?.email,
    phone: contact?.phoneE164,
    address: contact?.address,
    postcode: contact?.postcode,
    city: contact?.city,
    message: request?.message,
  };
}

/** Every label once, each time with another person, another wish and another shape. */
const forms = (Object.keys(labels) as Asked[]).flatMap((asked) =>
  labels[asked].map((label) => ({ asked, label })),
);

const turn = <Item>(items: readonly Item[], index: number): Item => {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('Nothing to take turns with');
  return item;
};

describe.each(Object.keys(labels) as Asked[])('who is asked for the %s', (asked) => {
  test.each(labels[asked])('by "%s"', async (label) => {
    const index = forms.findIndex((form) => form.asked === asked && form.label === label);
    const customer = turn(customers, index);
    const wish = turn(wishes, index);
    const answers = answer(customer, wish);
    const beside = askedBeside(asked);
    const withPlace = beside.includes('postcode');
    for (const [shape, write] of [turn(shapes, index), turn(shapes, index + 4), turn(shapes, index + 7)]) {
      const pairs = beside.map((one): Pair => [one === asked ? label : usual[one], answers[one]]);
      expect(await readFrom(write(pairs)), `${label} in ${shape}`).toEqual({
        name: full(customer),
        email: customer.email,
        phone: customer.phoneE164,
        address: withPlace ? customer.street : undefined,
        postcode: withPlace ? customer.postcode : undefined,
        city: withPlace ? customer.city : undefined,
        message: wish,
      });
    }
  });
});
