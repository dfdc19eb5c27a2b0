/** Bodies that a program on the way made odd, and that are forms all the same. */
import { describe, expect, test } from 'vitest';
import { readBody } from '../../../functions/shared/read-body.ts';
import { json, read, urlencoded } from './a-body.ts';

const anna = { name: 'Anna Berg', phone: '0171 5550100', message: 'Bad neu, bitte' };
const asJson = JSON.stringify(anna);

describe('what stands before the object says nothing', () => {
  test.each([
    [")]}',\n", json],
    [")]}'\r\n", undefined],
    [')]}\n', json],
    ['while(1);', json],
    ['for (;;);', 'application/javascript'],
    ['/* Anfrage */ ', json],
    ['/* Anfrage\n von der Website */\n/* zwei */', 'text/plain'],
    ['// exported by a script\n', json],
    ['\ufeff// a\n// b\n', json],
  ])('%j', async (before, type) => {
    expect(await read(type, before + asJson)).toEqual(anna);
  });

  test('but a text stays one', async () => {
    for (const text of ['// nur ein Gedanke', '/* {', ")]}', hallo"]) {
      expect(await readBody('text/plain', Buffer.from(text))).toHaveProperty('unreadable');
    }
  });
});

test.each([
  ['”name”: ”Anna Berg”, ”phone”: ”0171 5550100”, ”message”: ”Bad neu, bitte”'],
  ['“name”: “Anna Berg”, “phone”: “0171 5550100”, “message”: “Bad neu, bitte”'],
  ['„name“: „Anna Berg“, „phone“: „0171 5550100“, „message“: „Bad neu, bitte“'],
  ['’name’: ’Anna Berg’, ’phone’: ’0171 5550100’, ’message’: ’Bad neu, bitte’'],
  ['‘name’: ‘Anna Berg’, ‘phone’: ‘0171 5550100’, ‘message’: ‘Bad neu, bitte’'],
])('quotes that a word processor made round are quotes: %s', async (fields) => {
  expect(await read(json, `{${fields}}`)).toEqual(anna);
});

describe('of a name that stands twice, an empty value never takes the place of another', () => {
  test.each([
    ['{"name":"Anna Berg","phone":"0171 5550100","message":"Bad neu, bitte","name":"","phone":""}'],
    ['{"name":"Anna Berg", "phone": "0171 5550100","message":"Bad neu, bitte", "message" : null}'],
    ['{"name":"","name":"Anna Berg","phone":"0171 5550100","message":"Bad neu, bitte","name":""}'],
  ])('%s', async (body) => {
    expect(await read(json, body)).toEqual(anna);
  });

  test('in a form of a browser neither', async () => {
    const body = await readBody(urlencoded, Buffer.from('name=Anna+Berg&phone=0171+5550100&name=&phone='));
    expect(body).toMatchObject({
      fields: expect.arrayContaining([{ path: ['name'], value: 'Anna Berg' }]),
    });
  });

  test('but a later answer does, and an empty one alone stays empty', async () => {
    expect(
      await read(json, '{"name":"Anna","name":"Anna Berg","phone":"","message":"a,\\"name\\":\\"\\""}'),
    ).toEqual({
      name: 'Anna Berg',
      phone: '',
      message: 'a,"name":""',
    });
  });
});

describe('a text with labels is a form', () => {
  test.each([
    [
      'Name: Anna Berg\nTelefon: 0171 5550100\nNachricht: Bad neu, bitte',
      { Name: 'Anna Berg', Telefon: '0171 5550100', Nachricht: 'Bad neu, bitte' },
    ],
    [
      'Neue Anfrage\r\n\r\nName : Anna Berg\r\nE-Mail: anna@kunde.example\r\nNachricht:\r\nBad neu,\r\nbis: Mai\r\n',
      {
        subject: 'Neue Anfrage\n',
        Name: 'Anna Berg',
        'E-Mail': 'anna@kunde.example',
        Nachricht: '\nBad neu,\nbis: Mai',
      },
    ],
    [
      'First name: Anna\nLast name: Berg\nPhone: 0171 5550100\nBaujahr: 1990',
      { 'First name': 'Anna', 'Last name': 'Berg', Phone: '0171 5550100', Baujahr: '1990' },
    ],
  ])('%j', async (body, expected) => {
    expect(await read('text/plain; charset=utf-8', body)).toEqual(expected);
  });

  test.each([
    ['Guten Tag,\nich brauche ein Bad. Telefon: 0171 5550100'],
    ['Name: Anna Berg\nNachricht: Bad neu'],
    ['Telefon: 0171 5550100\nAchtung: Hund'],
    ['Name: Anna Berg\nTelefon:\n'],
  ])('but %j is a letter, or nobody can answer it', async (body) => {
    expect(await readBody('text/plain', Buffer.from(body))).toEqual({ unreadable: 415 });
  });
});
