import { describe, expect, test } from 'vitest';
import { json, read } from './a-form.ts';

const keller = { Ansprechpartner: 'Bernd Keller', Telefon: '089 998877' };
const readForm = (form: object) => read(json({ ...keller, ...form }));

describe('what somebody wants is told from what else he was asked', () => {
  test.each([
    ['Schadensmeldung', 'WC-Spülung läuft nach', { Mieter: 'Frau Yilmaz, 0176 11122233' }],
    ['Störungsbeschreibung', 'Kessel zeigt F28', { Gerät: 'Vaillant ecoTEC plus VC 206/5-5 Baujahr 2016' }],
    ['Fehlermeldung', 'F28', { 'Hersteller und Modell': 'Viessmann Vitodens 200-W B2HA Baujahr 2014' }],
    ['Mangel', 'Hahn tropft', { 'Bemerkung zum Zugang': 'Schlüssel liegt beim Hausmeister im Erdgeschoss' }],
    ['Mängelanzeige', 'Hahn tropft', { Zufahrt: 'Hofeinfahrt links neben dem Bäcker, bitte hupen' }],
    [
      'Reparaturauftrag',
      'Hahn tropft',
      { Eigentümer: 'WEG Lindenstraße 5, vertreten durch Huber Immobilien' },
    ],
    ['Welche Arbeiten sollen ausgeführt werden?', 'Hahn tropft', { Erreichbarkeit: 'Mo bis Fr ab 17 Uhr' }],
    ['Feld 7', 'Heizung wird nicht warm', { Anlagentyp: 'Vaillant ecoTEC plus mit Speicher Baujahr 2016' }],
    ['Was soll gemacht werden?', 'Bad', {}],
    ['Was soll gemacht werden?', 'Neue Dusche und neues WC im Erdgeschoss', {}],
    ['Was dürfen wir tun', 'Hahn tropft', {}],
    ['Was können wir für Sie erledigen?', 'Hahn tropft', {}],
    ['Was ist kaputt?', 'Hahn', {}],
    ['Msg', 'Hahn tropft', {}],
  ])('under "%s"', (label, message, others) => {
    for (const form of [
      { [label]: message, ...others },
      { ...others, [label]: message },
    ]) {
      const { request, contact } = readForm(form);
      expect(request.message).toBe(message);
      expect(request.extra.map(({ name }) => name)).toEqual(Object.keys(others));
      expect(contact).toMatchObject({ name: 'Bernd Keller', phone: '089 998877' });
    }
  });

  test.each([
    ['another person', { Mieter: 'Frau Yilmaz, 0176 11122233 ab 17 Uhr' }],
    ['a device', { Gerät: 'Vaillant ecoTEC plus VC 206/5-5 Baujahr 2016' }],
  ])('of %s alone nobody made a message', (_, others) => {
    const { request } = readForm(others);
    expect(request.message).toBeUndefined();
    expect(request.extra.map(({ value }) => value)).toEqual(Object.values(others));
  });

  test('a choice stays one, also where a question asks for it', () => {
    const { request } = readForm({ 'Was soll gemacht werden?': 'Reparatur' });
    expect([request.kind, request.message]).toEqual(['repair', undefined]);
  });

  test('what it may cost is no message', () => {
    const { request } = readForm({ 'Was soll es kosten?': '10.000 Euro', Nachricht: 'Bad neu' });
    expect(request.message).toBe('Bad neu');
  });

  test('a text under a label that nobody knows is still what is wanted', () => {
    const { request } = readForm({ 'Sonst noch': 'Bitte das Bad im ersten Stock ganz neu machen' });
    expect(request.message).toBe('Bitte das Bad im ersten Stock ganz neu machen');
  });
});

describe('nobody is called by what is no name', () => {
  const named = (form: object) => read(json({ message: 'Bad', ...form })).contact;

  test.each([
    { name: 'null', company: 'N/A' },
    { name: '-', company: 'keine' },
    { firstName: 'null', lastName: 'undefined' },
    { name: 'n/a', Firma: '---' },
  ])('$name $company', (form) => {
    expect(named({ ...form, phone: '0171 9991141' }).name).toBeUndefined();
  });

  test.each([
    ['Huber GmbH', { name: '-', company: 'Huber GmbH' }],
    ['Eva', { firstName: 'Eva', lastName: 'n/a' }],
    ['Eva Nix', { firstName: 'Eva', name: 'Eva Nix' }],
  ])('but by %s', (name, form) => {
    expect(named({ ...form, phone: '0171 9991141' }).name).toBe(name);
  });

  test.each([
    ['a number', { name: '0171 9991171', phone: 'Swa Pped' }, { phone: '0171 9991171' }],
    [
      'a number with its country',
      { Name: '+49 171 9991171', Telefon: 'Swa Pped' },
      { phone: '+49 171 9991171' },
    ],
    ['a mail address', { name: 'swa@pped.example', email: 'Swa Pped' }, { email: 'swa@pped.example' }],
  ])('%s and the name changed places', (_, form, way) => {
    const contact = named(form);
    expect(contact).toMatchObject({ name: 'Swa Pped', ...way });
  });

  test('a number alone is a way to reach somebody, and no name', () => {
    expect(named({ name: '0171 9991171' })).toMatchObject({ phoneE164: '+491719991171' });
    expect(named({ name: '0171 9991171' }).name).toBeUndefined();
  });
});
