import { describe, expect, test } from 'vitest';
import { isBounce, readBounce } from '../../../domain/inbound/bounce.ts';
import { aDelivery } from '../../support/a-raw-mail.ts';
import { anIncomingMail } from '../../support/an-incoming-mail.ts';

const erika = 'erika.muster-hausverwaltung@post.lange-domain.example.org';
const boxes = [
  ['a real path', { name: 'Mail-Gateway', address: 'noreply@gw.firma.test' }, 'noreply@gw.firma.test'],
  ['a path nobody knows', { name: 'Mail-Gateway', address: 'noreply@gw.firma.test' }, undefined],
  ['an empty path', { name: 'Mailserver', address: 'mailserver@gw.firma.test' }, ''],
] as const;
const letters = [
  `Die Zustellung Ihrer E-Mail an ${erika} ist endgültig gescheitert.\n550 5.1.1 unknown user`,
  `Die Zustellung Ihrer Nachricht an den Empfänger ${erika} ist leider auch nach mehreren Versuchen endgültig fehlgeschlagen.\n550 5.1.1 unknown user`,
  `Endgültig gescheitert ist die Zustellung an ${erika}.\n550 5.1.1 unknown user`,
  `Ihre E-Mail konnte leider endgültig nicht an den von Ihnen angegebenen Empfänger ${erika} zugestellt werden.\n550 5.1.1`,
  `Die Adresse ${erika} ist unbekannt. Ihre E-Mail wurde nicht zugestellt.`,
  `Ihre Nachricht wurde nicht zugestellt, denn die Adresse ${erika} existiert nicht.`,
  `Delivery of your message to the recipient ${erika} has now finally and permanently failed.\n550 5.1.1 no such user`,
  `Your email to ${erika} could not ultimately be delivered. The address is unknown.`,
  `La remise de votre message à ${erika} a malheureusement définitivement échoué.\n550 5.1.1 utilisateur inconnu`,
  `Votre message n’a malheureusement pas pu être remis à ${erika}. L’adresse est inconnue.`,
  `La consegna del messaggio a ${erika} è purtroppo definitivamente fallita.\n550 5.1.1 utente sconosciuto`,
  `Il suo messaggio a ${erika} non è stato purtroppo recapitato: indirizzo sconosciuto.`,
];

describe('a box between says that our mail did not arrive', () => {
  test.each(boxes.flatMap((box) => letters.map((text) => [...box, text] as const)))(
    'with %s',
    (_what, sender, envelopeFrom, text) => {
      const mail = anIncomingMail({ from: [sender], subject: 'Zustellung', text });
      expect(isBounce(mail, aDelivery('gw', { envelopeFrom }), false)).toBe(true);
      expect(readBounce(mail)).toMatchObject({ kind: 'permanent', class: 'address', recipients: [erika] });
    },
  );
});

describe('no mail of ours came back', () => {
  test.each([
    `Ihr Paket konnte nicht zugestellt werden: Die Adresse ist unbekannt. Fragen zu dieser E-Mail an ${erika}.`,
    `Ihre Sendung wurde nicht zugestellt, Empfänger unbekannt. Wir haben die Nachricht an ${erika} geschickt.`,
    'Guten Tag, ich habe Ihre E-Mail nicht bekommen, die Adresse war wohl unbekannt. Meine ist neu@haus.test.',
    'Sehr geehrter Herr Muster, die Zustellung des Angebots per Post ist endgültig gescheitert. Bitte an neu@haus.test.\nViele Grüße\nPaul Person',
  ])('%j', (text) => {
    const from = [{ name: 'Paketdienst', address: 'noreply@paket.test' }];
    const person = [{ name: 'Paul Person', address: 'paul@haus.test' }];
    const sender = /Paket|Sendung/.test(text) ? from : person;
    const mail = anIncomingMail({ from: sender, subject: 'Zustellung', text });
    expect(isBounce(mail, aDelivery('no', { envelopeFrom: sender[0]?.address ?? '' }), false)).toBe(false);
  });
});
