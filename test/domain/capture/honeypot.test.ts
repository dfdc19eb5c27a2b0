import { describe, expect, test } from 'vitest';
import { recognise } from '../../../domain/capture/recognise.ts';
import { context, email, json, read } from './a-form.ts';

const website = 'https://www.kunde-bau.example';

describe('a filled field "website"', () => {
  test.each([
    { website, company: 'Kunde Bau GmbH', message: 'Neue Heizung für unser Büro' },
    { website, Firma: 'Kunde Bau', message: 'Bitte um Rückruf' },
    { website, name: 'Kunde Bau GmbH' },
    { website: 'kunde-bau.example', email: 'info@kunde-bau.example' },
    { website, message: 'Rohrbruch im Keller, bitte kommen Sie sofort!' },
    { website: 'keine' },
    { website: '-' },
  ])('is honest: %j', (body) => {
    const submission = read(json({ email, ...body }));
    expect(submission.spam).toBe(false);
    expect(submission.request.extra.map(({ value }) => value)).toContain(body.website);
  });

  test.each([
    'https://www.muster-haustechnik.example/kontakt',
    'muster-haustechnik.example',
    'https://landing.werbung.example/bad?x=1',
  ])('is honest with the site of the form itself, which a browser fills in: %s', (ours) => {
    const fields = json({ email, name: 'Ines', website: ours, message: 'Neues Bad' });
    const recognised = recognise(fields, { ...context, page: 'https://landing.werbung.example/bad' });
    expect(recognised).toMatchObject({ submission: { spam: false } });
  });

  test.each([
    { name: 'Gerda Auto', website: 'Gerda Auto' },
    { name: 'Jörg Weiß', website: 'jörg  weiß' },
    { name: 'Gerda Auto', website: email },
    { Vorname: 'Gerda', Nachname: 'Auto', website: 'Gerda Auto' },
  ])('is honest with what a browser knows of the person: %j', (body) => {
    const asked = { email, message: 'Bitte um Angebot Durchlauferhitzer' };
    expect(read(json({ ...asked, ...body })).spam).toBe(false);
  });

  test.each([
    { name: 'RobertNor', website: 'RobertNor' },
    { name: 'Casino Bonus', website: 'Casino Bonus', message: 'Online Casino' },
    { name: 'Gerda Auto', website: 'Gerda Auto', message: 'Gerda Auto' },
    { name: 'Gerda Auto', website: 'Anna Auto' },
  ])('is a robot’s with the same word in every field, or another name: %j', (body) => {
    expect(read(json({ email, message: 'Hello', ...body })).spam).toBe(true);
  });

  test('is a robot’s with a site that only the body calls the page of the form', () => {
    const robot = { website: 'https://spam.example', page: 'https://spam.example', message: 'Nice site' };
    expect(read(json({ email, ...robot })).spam).toBe(true);
  });

  test.each([
    { website: 'https://spam.example', message: 'Nice site' },
    { website: 'https://gmail.com', email: 'robot@gmail.com', message: 'Hello' },
    { website: 'xrumer', name: 'Robert' },
    { website, company: 'Best SEO Ltd', message: 'We bring you to the first page of Google' },
    { website, Firma: 'Links', message: 'see https://a.example and https://b.example' },
    { website: 'https://casino.example', email: 'info@casino.example', message: 'Online Casino bonus' },
  ])('is a robot’s: %j', (body) => {
    expect(read(json({ email, ...body })).spam).toBe(true);
  });
});
