/** Forms of the two big offices, passed on by a script or a flow. */
import { anna, emily, ferdinand, full, greta, joerg, kaethe, oezlem, regula } from './customers.ts';
import { type FormSender, place, post } from './sender.ts';
import { json, labelled, type Pair } from './wire.ts';

const googleAnswers = (answers: readonly Pair[]) => ({
  authMode: 'FULL',
  namedValues: Object.fromEntries([
    ['Zeitstempel', ['23.11.2026 10:15:00']],
    ...answers.map(([label, value]) => [label, [value]]),
  ]),
  range: { columnStart: 1, columnEnd: answers.length + 1, rowStart: 5, rowEnd: 5 },
  source: {},
  triggerUid: '8812345678901234567',
  values: ['23.11.2026 10:15:00', ...answers.map(([, value]) => value)],
});

export const googleEvent: FormSender = {
  name: 'Google Forms (event)',
  setUp:
    'Answers in a sheet → Extensions → Apps Script: a function with UrlFetchApp.fetch(address, {method: "post", contentType: "application/json", payload: JSON.stringify(e)}), Trigger "On form submit"',
  posts: [
    post(
      'questions in German',
      greta,
      json(
        googleAnswers([
          ['Vor- und Nachname', full(greta)],
          ['E-Mail-Adresse', greta.email],
          ['Telefon', greta.phone],
          ['Was können wir für Sie tun?', 'Heizkörper entlüften und Anlage prüfen.'],
          ['Bemerkungen', ''],
        ]),
      ),
      { message: 'Heizkörper entlüften und Anlage prüfen.' },
    ),
    post(
      'several choices in one answer',
      emily,
      json(
        googleAnswers([
          ['Your name', full(emily)],
          ['Email', emily.email],
          ['Phone number', emily.phone],
          ['Services', 'Bathroom, Heating'],
          ['How can we help?', 'Please call me after 6 pm.'],
        ]),
      ),
      { message: 'Please call me after 6 pm.', kept: ['Bathroom, Heating'] },
    ),
    post(
      'postcode, no mail address',
      regula,
      json(
        googleAnswers([
          ['Name', full(regula)],
          ['Telefonnummer', regula.phone],
          ['PLZ', regula.postcode],
          ['Ort', regula.city],
          ['Anliegen', 'Abfluss in der Küche verstopft.'],
        ]),
      ),
      { email: undefined, ...place(regula), message: 'Abfluss in der Küche verstopft.' },
    ),
  ],
};

const asUrlFetchAppDoes = (value: unknown) =>
  labelled('application/x-www-form-urlencoded', JSON.stringify(value));

export const googleDefault: FormSender = {
  name: 'Google Forms (without a content type)',
  setUp: 'The same where the script names no contentType: it sends JSON under the label of a form',
  posts: [
    post(
      'our keys',
      ferdinand,
      asUrlFetchAppDoes({
        name: full(ferdinand),
        email: ferdinand.email,
        phone: ferdinand.phone,
        message: 'Spülung defekt & Bad nass = dringend?',
      }),
      { message: 'Spülung defekt & Bad nass = dringend?' },
    ),
    post(
      'questions as keys',
      oezlem,
      asUrlFetchAppDoes({
        'Wie heißen Sie?': full(oezlem),
        'Ihre Handynummer': oezlem.phone,
        'Ihre E-Mail': oezlem.email,
        'Worum geht es?': 'Neue Armatur + Montage; Preis?',
      }),
      { message: 'Neue Armatur + Montage; Preis?' },
    ),
    post(
      'the event',
      joerg,
      asUrlFetchAppDoes(
        googleAnswers([
          ['Name', full(joerg)],
          ['E-Mail-Adresse', joerg.email],
          ['Telefon', joerg.phone],
          ['Nachricht', 'Bitte um Terminvorschlag.'],
        ]),
      ),
      { message: 'Bitte um Terminvorschlag.' },
    ),
  ],
};

export const microsoft: FormSender = {
  name: 'Microsoft Forms (Power Automate)',
  setUp:
    'Power Automate → New flow: "When a new response is submitted", "Get response details", HTTP POST with Content-Type application/json and a body {"name": …, "email": …, "phone": …, "message": …}',
  posts: [
    post(
      'our keys',
      kaethe,
      json({
        name: full(kaethe),
        email: kaethe.email,
        phone: kaethe.phone,
        message: 'Wartung der Lüftungsanlage, bitte Termin.',
      }),
      { message: 'Wartung der Lüftungsanlage, bitte Termin.' },
    ),
    post(
      'the details as they are: only the values tell',
      greta,
      json({
        responder: 'anonymous',
        submitDate: '11/23/2026 9:15:00 AM',
        r5d2f3a0be1c947c2a3e1d1b7f0c9a8e1: full(greta),
        r0aa1c3d5e7f94b1c8d2e3f4a5b6c7d8e: greta.email,
        rf1e2d3c4b5a697886a7b8c9d0e1f2a3b: greta.phone,
        r99887766554433221100ffeeddccbbaa: 'Bitte ein Angebot für den Austausch unserer Gasheizung.',
      }),
      { message: 'Bitte ein Angebot für den Austausch unserer Gasheizung.' },
    ),
    post(
      'the outputs wrapped in body',
      anna,
      json({
        body: {
          'Ihr Name': full(anna),
          'E-Mail': anna.email,
          Telefonnummer: anna.phone,
          Leistung: '["Bad","Heizung"]',
          'Ihre Nachricht': 'Wir sind erst ab Jänner in der Wohnung.',
        },
      }),
      { message: 'Wir sind erst ab Jänner in der Wohnung.', kept: ['Bad', 'Heizung'] },
    ),
  ],
};
