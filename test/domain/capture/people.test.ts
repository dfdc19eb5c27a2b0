import { describe, expect, test } from 'vitest';
import { splitPeople } from '../../../domain/capture/people.ts';
import { recognise } from '../../../domain/capture/recognise.ts';
import { context, form, json, read } from './a-form.ts';

const ida = { name: 'Ida Kern', email: 'ida@haus.example', message: 'Bad' };
const ben = { name: 'Ben Roth', phone: '0171 5550650', message: 'Heizung' };
const eva = { Name: 'Eva Lang', 'E-Mail': 'eva@hof.example' };

const whoIn = (body: unknown) => splitPeople(json(body)).map((fields) => read(fields).contact.name);

describe('a body about several people', () => {
  test.each<[string, unknown]>([
    ['as a list', [ida, ben, eva]],
    ['as a list in an envelope', { leads: [ida, ben, eva] }],
    ['as a list in envelopes', { event: 'leads.export', data: { items: [ida, ben, eva], count: 3 } }],
    ['as a list of envelopes', [{ data: ida }, { data: ben }, { data: eva }]],
    [
      'as lists of pairs',
      [ida, ben, eva].map((one) => ({
        field_data: Object.entries(one).map(([name, value]) => ({ name, values: [value] })),
      })),
    ],
    ['as JSON in a field', { payload: JSON.stringify([ida, ben, eva]) }],
  ])('%s is a request of each', (_, body) => {
    expect(whoIn(body)).toEqual(['Ida Kern', 'Ben Roth', 'Eva Lang']);
  });

  test('says of each where all came from', () => {
    const people = splitPeople(json({ utm_source: 'messe', submissionId: 's1', leads: [ida, ben] })).map(
      (fields) => read(fields),
    );
    expect(people.map(({ attribution }) => attribution.utm)).toEqual([
      { utm_source: 'messe' },
      { utm_source: 'messe' },
    ]);
    expect(people.map(({ submissionId }) => submissionId)).toEqual([undefined, undefined]);
  });

  test('in numbered names of a form', () => {
    const fields = form(
      'leads[0][name]=Ida&leads[0][email]=ida@haus.example&leads[1][name]=Ben&leads[1][phone]=0171 5550650',
    );
    expect(splitPeople(fields)).toHaveLength(2);
  });

  test('is read to its last one', () => {
    const many = Array.from({ length: 130 }, (_, at) => ({
      name: `Kunde ${at}`,
      email: `kunde${at}@haus.example`,
    }));
    expect(splitPeople(json(many))).toHaveLength(many.length);
  });
});

describe('somebody in a list who left no way to reach him', () => {
  const eins = { name: 'Rita Falk', phone: '0171 5550661', message: 'Bad neu' };
  test.each<[string, unknown]>([
    ['behind the other', [eins, { name: 'Uwe Brand', message: 'Rohrbruch bei mir' }]],
    ['before the other', { leads: [{ name: 'Uwe Brand', message: 'Rohrbruch bei mir' }, eins] }],
    [
      'with a name in parts',
      { data: { rows: [eins, { Vorname: 'Uwe', Nachname: 'Brand', Nachricht: 'Rohrbruch' }] } },
    ],
    [
      'with an empty number',
      [
        { Name: 'Rita Falk', Mail: 'rita@falk.example', Anliegen: 'Bad' },
        { Name: 'Uwe Brand', Mail: '', Anliegen: 'Rohrbruch' },
      ],
    ],
  ])('is a person of his own, unreachable: %s', (_, body) => {
    const people = splitPeople(json(body)).map((fields) => recognise(fields, context));
    const reached = people.flatMap((one) => ('submission' in one ? [one.submission] : []));
    const refused = people.flatMap((one) => ('errors' in one ? [one.entered.fields] : []));
    expect(reached.map(({ contact }) => contact.name)).toEqual(['Rita Falk']);
    expect(reached[0]?.request.message).not.toContain('Rohrbruch');
    expect(refused).toEqual([expect.arrayContaining([{ name: 'name', value: 'Uwe Brand' }])]);
  });
});

describe('a body about one person', () => {
  test.each<[string, unknown]>([
    ['a flat form', ida],
    ['a list of one', [ida]],
    [
      'rows of a form',
      [
        { label: 'Name', value: 'Ida Kern' },
        { label: 'E-Mail', value: 'ida@haus.example' },
        { label: 'Zweite E-Mail', value: 'ida@arbeit.example' },
      ],
    ],
    [
      'rows of Meta',
      {
        field_data: [
          { name: 'email', values: ['ida@haus.example'] },
          { name: 'full_name', values: ['Ida Kern'] },
        ],
      },
    ],
    [
      'several addresses of a contact',
      {
        contact: {
          name: 'Ida Kern',
          emails: [
            { tag: 'privat', email: 'ida@haus.example' },
            { tag: 'arbeit', email: 'ida@arbeit.example' },
          ],
        },
      },
    ],
    [
      'somebody else beside the customer',
      {
        ...ida,
        kontakte: [
          { name: 'Hausmeister', phone: '0171 5550651' },
          { name: 'Mieter', phone: '0171 5550652' },
        ],
      },
    ],
    ['the same person twice', [ida, { ...ida, message: 'Nochmal' }]],
    ['a second one without a way to reach him', [ida, { name: 'Ben Roth' }]],
    [
      'the pages of a form',
      [
        { name: 'Ida Kern', message: 'Bad' },
        { email: 'ida@haus.example', city: 'München' },
      ],
    ],
    ['the same name again with more to say', [ida, { name: 'IDA KERN', message: 'Und die Heizung' }]],
    [
      'files',
      {
        ...ida,
        files: [
          { name: 'a.jpg', url: 'https://x.example/a' },
          { name: 'b.jpg', url: 'https://x.example/b' },
        ],
      },
    ],
  ])('%s', (_, body) => {
    const fields = json(body);
    expect(splitPeople(fields)).toEqual([fields]);
  });
});
