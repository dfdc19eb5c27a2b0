import { describe, expect, test } from 'vitest';
import type { Caller } from './a-caller.ts';
import { read } from './a-form.ts';
import { bodiesOfPlugins } from './bodies-of-plugins.ts';
import { bodiesOfServices } from './bodies-of-services.ts';
import { bodiesOfSystems } from './bodies-of-systems.ts';

const german: Caller = {
  first: 'Jule',
  last: 'Öztürk-Weiß',
  email: 'jule.oeztuerk@haushalt.example',
  phone: '0171 5550631',
  message: 'Unsere Dusche soll bodengleich werden, am liebsten vor Ostern.',
  postcode: '80999',
  city: 'München',
  labels: {
    first: 'Vorname',
    last: 'Nachname',
    name: 'Ihr Name',
    email: 'E-Mail-Adresse',
    phone: 'Telefonnummer',
    message: 'Ihre Nachricht',
    postcode: 'PLZ',
    city: 'Ort',
  },
};
const english: Caller = {
  first: 'Page',
  last: 'Turner',
  email: 'p.turner@expat.example',
  phone: '+49 89 5550177',
  message: 'The boiler makes a noise like a kettle. Could you have a look?',
  postcode: '85354',
  city: 'Freising',
  labels: {
    first: 'First name',
    last: 'Last name',
    name: 'Full name',
    email: 'Your email',
    phone: 'Phone number',
    message: 'Message',
    postcode: 'Zip code',
    city: 'City',
  },
};
const french: Caller = {
  first: 'Aurélie',
  last: 'Du Pré',
  email: 'aurelie@lac.example',
  phone: '0049 160 5550733',
  message: 'Bonjour, le robinet de la cuisine fuit depuis hier soir.\nMerci de rappeler.',
  postcode: '79098',
  city: 'Freiburg',
  labels: {
    first: 'Prénom',
    last: 'Nom de famille',
    name: 'Nom complet',
    email: 'Adresse e-mail',
    phone: 'Téléphone',
    message: 'Votre message',
    postcode: 'Code postal',
    city: 'Ville',
  },
};

const callers = [
  ['asked in German', german],
  ['asked in English', english],
  ['asked in French', french],
] as const;

const bodies = { ...bodiesOfServices, ...bodiesOfPlugins, ...bodiesOfSystems };

describe.each(Object.entries(bodies))('%s', (_, [write, holds = {}]) => {
  test.each(callers)('is understood, %s', (_asked, caller) => {
    const { contact, request, attribution, submissionId } = read(write(caller));
    const { email, message, postcode, city } = caller;
    const digits = (text = '') => text.replace(/\D/g, '');
    expect({ ...contact, phone: digits(contact.phone) }).toMatchObject({
      name: `${caller.first} ${caller.last}`,
      email,
      phone: digits(caller.phone),
      ...(holds.place && { postcode, city }),
    });
    expect(request.message).toBe(holds.without?.includes('message') ? undefined : message);
    if (holds.page) expect(attribution.page).toBe(holds.page);
    if (holds.submissionId) expect(submissionId).toBe(holds.submissionId);
    expect(attribution.utm).toMatchObject(holds.utm ?? {});
    // Nothing the sender added stands among the words of the customer.
    expect(JSON.stringify([contact, request])).not.toMatch(
      /203\.0\.113|Mozilla|geheim|production|Kontakt|form_|"(?:id|token|status|formId)"/,
    );
  });
});
