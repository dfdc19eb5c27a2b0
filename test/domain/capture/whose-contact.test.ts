import { describe, expect, test } from 'vitest';
import { recognise } from '../../../domain/capture/recognise.ts';
import { context, json, read } from './a-form.ts';

const tenant = { name: 'Karla Beck', phone: '0171 5550681' };

describe('whoever asks is called, not the landlord', () => {
  test.each<[string, unknown]>([
    [
      'before the tenant',
      {
        'Name Vermieter': 'Bernd Stern',
        'Telefon Vermieter': '089 5555555',
        'E-Mail Vermieter': 'stern@haus.example',
        'Name Mieter': tenant.name,
        'Telefon Mieter': tenant.phone,
      },
    ],
    [
      'in groups',
      {
        eigentuemer: { name: 'Bernd Stern', phone: '089 5555555', email: 'stern@haus.example' },
        mieter: tenant,
      },
    ],
    [
      'beside a customer who is only called so by the form',
      {
        'Telefon der Hausverwaltung': '089 5555555',
        'E-Mail Eigentümer': 'stern@haus.example',
        Name: tenant.name,
        Telefon: tenant.phone,
      },
    ],
    [
      'in English',
      {
        'Landlord name': 'Bernd Stern',
        'Landlord email': 'stern@haus.example',
        'Landlord phone': '089 5555555',
        'Your name': tenant.name,
        Phone: tenant.phone,
      },
    ],
  ])('%s', (_, body) => {
    const { contact, request } = read(json({ ...(body as object), Nachricht: 'Therme defekt' }));
    expect(contact).toMatchObject(tenant);
    expect(contact.email).toBeUndefined();
    expect(request.extra.map(({ value }) => value)).toContain('089 5555555');
  });

  test.each<[string, Record<string, string>]>([
    ['asks himself', { 'Name Eigentümer': tenant.name, 'Telefon Eigentümer': tenant.phone }],
    ['says so beside his name', { 'Name (Eigentümer)': tenant.name, Telefon: tenant.phone }],
    [
      'was asked which he is',
      { 'Mieter / Eigentümer': 'Eigentümer', Name: tenant.name, Telefon: tenant.phone },
    ],
  ])('unless he %s', (_, body) => {
    expect(read(json(body)).contact.phone).toBe(tenant.phone);
  });
});

describe('the address of a program is nobody’s', () => {
  test.each<[string, Record<string, string>]>([
    ['a plug-in', { from: 'wordpress@bad-bauen.example' }],
    ['a plug-in under the name of the contract', { email: 'WordPress@bad-bauen.example' }],
    ['no answer', { Absender: 'no-reply@bad-bauen.example' }],
    ['no answer in German', { 'E-Mail': 'nicht-antworten@bad-bauen.example' }],
    ['a website', { from_email: 'webseite@bad-bauen.example' }],
    ['a service', { sender: 'form-7@sendgrid.net' }],
  ])('%s', (_, sender) => {
    expect(read(json({ ...sender, ...tenant, message: 'Bad' })).contact).toMatchObject({
      ...tenant,
      language: 'de',
    });
    expect(read(json({ ...sender, ...tenant, message: 'Bad' })).contact.email).toBeUndefined();
    expect(read(json({ ...sender, mail: 'karla@beck.example', message: 'Bad' })).contact.email).toBe(
      'karla@beck.example',
    );
    expect(recognise(json({ ...sender, name: tenant.name, message: 'Bad' }), context)).toHaveProperty(
      'errors',
    );
  });

  test.each([
    'root@kern-it.example',
    'webmaster@verein.example',
    'info@verein.example',
    'karla.mailer@beck.example',
    'bounce@beck.example',
    'success+tryout@simulator.amazonses.com',
  ])('%s is that of somebody', (email) => {
    expect(read(json({ email, message: 'Bad' })).contact.email).toBe(email);
  });
});
