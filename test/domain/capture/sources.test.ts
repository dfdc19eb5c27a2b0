import { describe, expect, test } from 'vitest';
import { withoutTracking } from '../../../domain/capture/without-tracking.ts';
import { email, json, read } from './a-form.ts';

const page = 'https://www.muster-haustechnik.example/bad';
const sourceOf = (body: object) => read(json({ email, ...body })).source;

describe('the campaign says where somebody came from', () => {
  test.each([
    [{ utm_source: 'facebook', utm_medium: 'cpc' }, 'social-media'],
    [{ utm_source: 'ig' }, 'social-media'],
    [{ utm_source: 'TikTok_Ads' }, 'social-media'],
    [{ utm_source: 'www.linkedin.com' }, 'social-media'],
    [{ utm_source: 'google', utm_medium: 'cpc' }, 'advertisement'],
    [{ utm_source: 'bing', utm_medium: 'ppc' }, 'advertisement'],
    [{ utm_source: 'google-ads' }, 'advertisement'],
    [{ utm_source: 'flyer-herbst' }, 'advertisement'],
    [{ utm_source: 'newsletter' }, 'email'],
    [{ utm_source: 'kunden', utm_medium: 'email' }, 'email'],
    [{ utm_source: 'check24' }, 'portal'],
    [{ utm_source: 'myhammer.de', utm_medium: 'referral' }, 'portal'],
    [{ utm_source: 'google', utm_medium: 'organic' }, 'website'],
    [{ utm_source: 'google' }, 'website'],
    [{ utm_source: 'hauszeitung' }, 'website'],
    [{ gclid: 'Cj0KCQ' }, 'advertisement'],
    [{ page: `${page}?gbraid=0AAA` }, 'advertisement'],
    [{ page: `${page}?msclkid=1&utm_source=bing` }, 'advertisement'],
    [{ page: `${page}?fbclid=abc` }, 'social-media'],
    [{ fbclid: 'IwAR0' }, 'social-media'],
    [{ ttclid: 'E.C.P' }, 'social-media'],
    [{ page: `${page}?ttclid=abc` }, 'social-media'],
    [{ gad_source: '1' }, 'advertisement'],
    [{ page: `${page}?gad_source=1&gad_campaignid=2` }, 'advertisement'],
    [{ wbraid: 'CjgKCA' }, 'advertisement'],
    [{ gbraid: '0AAA', fbclid: 'IwAR0' }, 'advertisement'],
    [{ page: `${page}?utm_source=instagram#form` }, 'social-media'],
    [{ referrer: `${page}?utm_source=facebook` }, 'social-media'],
    [{ page: '/bad/?utm_source=newsletter' }, 'email'],
    [{ referrer: 'https://l.facebook.com/' }, 'social-media'],
    [{ referrer: 'https://www.aroundhome.de/sanitaer/' }, 'portal'],
    [{ referrer: 'https://www.google.com/' }, 'website'],
    [{ referrer: 'https://nofacebook.com/' }, 'website'],
    [{ referrer: page }, 'website'],
    [{ platform: 'fb', ad_name: 'Bad' }, 'social-media'],
    [{}, 'website'],
  ])('%j: %s', (body, source) => {
    expect(sourceOf(body)).toBe(source);
  });

  test('what the form says wins; a word that nobody knows does not', () => {
    expect(sourceOf({ source: 'Empfehlung', utm_source: 'facebook' })).toBe('word-of-mouth');
    expect(sourceOf({ source: 'website', utm_source: 'facebook' })).toBe('website');
    expect(sourceOf({ source: 'Landingpage Bad', utm_source: 'facebook' })).toBe('social-media');
  });

  test.each([
    ['Wie sind Sie auf uns aufmerksam geworden?', 'Empfehlung von Nachbarn', 'word-of-mouth'],
    ['Wie sind Sie auf uns aufmerksam geworden', 'Ihr Fahrzeug gesehen', 'advertisement'],
    ['Wie haben Sie von uns erfahren?', 'Google', 'website'],
    ['How did you hear about us?', 'My neighbour', 'word-of-mouth'],
    ['Comment nous avez-vous connus ?', 'Bouche à oreille', 'word-of-mouth'],
    ['Woher kennen Sie uns?', 'durch Zufall', 'other'],
  ])('%s %s: %s', (question, answer, source) => {
    const submission = read(json({ email, [question]: answer }));
    expect(submission.source).toBe(source);
    expect(submission.request.extra.map(({ value }) => value)).toEqual([answer]);
  });

  test('parameters of the page are kept with those of the form, whose own win', () => {
    const { attribution } = read(
      json({ email, utm_source: 'brief', page: `${page}?utm_source=x&utm_campaign=Herbst&id=3` }),
    );
    expect(attribution).toEqual({
      page: `${page}?utm_source=x&utm_campaign=Herbst&id=3`,
      utm: { utm_source: 'brief', utm_campaign: 'Herbst' },
    });
  });

  test('the page of Contact Form 7 is where its form stood, not the site', () => {
    const site = 'https://www.muster-haustechnik.example';
    const tags = { _site_url: site, _url: `${page}/`, _site_title: 'Muster' };
    expect(read(json({ email, ...tags })).attribution.page).toBe(`${page}/`);
    expect(read(json({ email, _site_url: site })).attribution.page).toBe(site);
  });

  test.each([
    {
      entry: [
        {
          id: '1',
          advertiser_id: '2',
          adgroup_id: '3',
          ad_id: '4',
          changes: [{ field: 'email', value: email }],
        },
      ],
    },
    { email, adgroup_id: '3', advertiser_id: '2' },
  ])('a lead form of TikTok is social media: %j', (body) => {
    expect(read(json(body))).toMatchObject({ source: 'social-media', contact: { email } });
  });

  test('a referrer of our own site is the page of a form that names none', () => {
    expect(read(json({ email, referrer: page })).attribution).toEqual({ page, utm: {} });
    expect(read(json({ email, pageUri: page, referrer: 'https://suche.example/' })).attribution).toEqual({
      page,
      referrer: 'https://suche.example/',
      utm: {},
    });
  });
});

test('an address is shown without what only machines read', () => {
  expect(withoutTracking(`${page}?id=3&gclid=x&utm_source=y#form`)).toBe(`${page}?id=3#form`);
  expect(withoutTracking(`${page}?fbclid=x`)).toBe(page);
  expect(withoutTracking(page)).toBe(page);
});
