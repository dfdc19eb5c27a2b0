/** Why an answer of the owner did not go out to his customer. He alone reads it, and so it is in German only. */
import { doneByHouse, notYours } from '../people.ts';
import { sz } from '../regional.ts';

export const refusedAnswers = {
  unproven:
    'Die E-Mail trägt Ihre Adresse, aber Ihr E-Mail-Anbieter hat nicht bestätigt, dass sie von Ihnen ist. Vielleicht hat jemand Ihre Adresse benutzt. Waren Sie es selbst? Dann schreiben Sie dem Kunden direkt, und zeigen Sie diese E-Mail dem, der Ihr Postfach eingerichtet hat: Es fehlt die Signatur des Absenders (DKIM).',
  'unproven-colleague':
    'Die E-Mail trägt eine Adresse Ihres Betriebs, aber der E-Mail-Anbieter hat nicht bestätigt, dass sie von dort ist. Der Kunde hat sie nicht bekommen. Stimmt sie? Dann antworten Sie ihm selbst, und zeigen Sie diese E-Mail dem, der das Postfach eingerichtet hat: Es fehlt die Signatur des Absenders (DKIM).',
  ended:
    'Die Anfrage ist gelöscht oder seit mehr als 90 Tagen abgeschlossen, und ihre Antwortadresse gilt nicht mehr. Bitte schreiben Sie dem Kunden selbst, oder rufen Sie an.',
  'not-yours': `${notYours} Der Kunde hat Ihre Antwort nicht bekommen, und eingetragen ist auch nichts.`,
  'assigned-by-house': doneByHouse.assign,
  'no-address': 'Von diesem Kunden ist keine E-Mail-Adresse bekannt. Bitte rufen Sie an.',
  bounced: 'E-Mails an diesen Kunden kommen nicht an. Bitte rufen Sie an.',
  disowned: 'Die E-Mail-Adresse dieses Kunden gehört jemand anderem. Bitte rufen Sie an.',
  complained: 'Der Kunde hat sich über E-Mails beschwert und bekommt keine mehr. Bitte rufen Sie an.',
  stopped: 'Der Kunde hat weitere E-Mails zu dieser Anfrage abbestellt. Bitte rufen Sie an.',
  empty: 'In Ihrer Antwort stand kein Text, und es war keine Datei dabei.',
  'said-to-us':
    'Das klingt nach einer Antwort an uns, nicht an den Kunden. Eingetragen ist noch nichts: Bitte tippen Sie unten auf das, was stimmt. Soll der Kunde es lesen, schreiben Sie es ihm in einem ganzen Satz.',
  'holds-note':
    'In Ihrer Antwort steht eine Notiz, die nicht für den Kunden klingt. Damit er sie nicht liest, ging nichts hinaus, und notiert ist auch nichts. Bitte schicken Sie zwei E-Mails: eine, die mit „Notiz:“ beginnt und bei uns bleibt, und eine für den Kunden.',
  'quotes-links':
    'In Ihrer Antwort stehen noch Knöpfe aus unserer E-Mail. Mit ihnen könnte der Kunde in Ihrem Namen handeln. Bitte antworten Sie noch einmal, ohne unsere E-Mail zu zitieren.',
  'too-large': `Ihre Dateien sind zusammen zu gro${sz}. Bitte höchstens 7 MB, oder schicken Sie einen Link.`,
  rejected: 'Die Adresse des Kunden wird nicht angenommen. Bitte rufen Sie an.',
  'rejected-content':
    'Der E-Mail-Dienst nimmt diese Antwort nicht an, meistens wegen einer Datei. Bitte schicken Sie sie ohne Datei oder als PDF noch einmal, oder rufen Sie an.',
  uncertain:
    'Es ist unklar, ob Ihre Antwort hinausging. Damit der Kunde sie nicht doppelt bekommt, schicken wir sie nicht noch einmal. Bitte fragen Sie nach.',
} as const;

export const answerRefusedWords = {
  /** @param plate who, where and what. */
  subject: (plate: string, writer: string | undefined) =>
    `${plate}: ${writer === undefined ? 'Ihre Antwort' : `Antwort von ${writer}`} ging nicht hinaus`,
  uncertainSubject: (plate: string) => `${plate}: Ging die Antwort hinaus?`,
  strangersSubject: 'Ihre Antwort ging nicht hinaus',
  title: (who: string) => `Ihre Antwort an ${who} ging nicht hinaus`,
  uncertainTitle: (who: string) => `Ging Ihre Antwort an ${who} hinaus?`,
  colleaguesTitle: (writer: string, who: string) => `Die Antwort von ${writer} an ${who} ging nicht hinaus`,
  colleaguesText: 'Der Text',
  yourText: 'Ihr Text',
} as const;
