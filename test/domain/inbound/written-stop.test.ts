/** "Bitte keine Mails mehr": whoever writes it gets none, and whoever only mentions it is no such person. */
import { describe, expect, test } from 'vitest';
import { readWrittenStop } from '../../../domain/inbound/written-stop.ts';

const stopIn = (text: string, subject = 'AW: Ihre Anfrage bei Muster Haustechnik') =>
  readWrittenStop({ subject, text });

describe('a stop is', () => {
  test.each([
    'Bitte keine Mails mehr',
    'Keine Mails mehr!',
    'keine emails mehr bitte',
    'Bitte keine weiteren E-Mails.',
    'Bitte schicken Sie mir keine\nMails mehr.',
    'Bitte senden Sie uns keine Erinnerungen mehr',
    'Ich möchte keine Nachrichten mehr von Ihnen erhalten.',
    'Ich möchte, dass ich keine Mails mehr bekomme.',
    'Wir wollen keine automatischen E-Mails mehr bekommen!',
    'Abmelden',
    'ABMELDEN!!!',
    'Bitte abmelden. Danke',
    'Abbestellen',
    'Stop',
    'STOPP!',
    'unsubscribe please',
    'Hallo,\n\nbitte abmelden.\n\nViele Grüße\nErika Muster',
    'Bitte löschen Sie meine Daten und schreiben Sie mir nicht mehr',
    'Löschen Sie bitte alle meine Daten.',
    'Meine Daten bitte löschen!',
    'Schreiben Sie mir bitte nicht mehr.',
    'Bitte nicht mehr anschreiben',
    'Kontaktieren Sie mich bitte nicht mehr per Mail.',
    'Hören Sie bitte auf, mir zu schreiben!',
    'Könnten Sie bitte aufhören, mir Mails zu schicken?',
    'Bitte nehmen Sie mich aus dem Verteiler.',
    'Können Sie mich bitte von Ihrer Liste streichen?',
    'Ich möchte mich abmelden.',
    'Bitte melden Sie mich ab.',
    'Hiermit melde ich mich von Ihren Mails ab.',
    'Lassen Sie mich in Ruhe!',
    'Wir haben schon jemanden, bitte keine Mails mehr',
    'Das Bad ist fertig, danke. Sie brauchen mir keine Mails mehr zu schicken.',
    'Ich widerrufe meine Einwilligung.',
    'Ich widerspreche der Nutzung meiner Daten zu Werbezwecken',
    'Keine Werbung mehr!',
    'Bitte sehen Sie von weiteren Erinnerungen ab.',
    'Bitte von weiteren Erinnerungen absehen',
    'Ich bitte Sie, von weiteren Mails abzusehen.',
    'Sehen Sie bitte davon ab, mir weiter zu schreiben',
    'Bitte keine weiteren Mails',
    'Nehmen Sie mich aus dem Verteiler',
    'Bitte aus dem Verteiler nehmen',
    'Verschonen Sie mich mit weiteren Nachrichten',
    'Auf weitere Erinnerungen verzichten wir gern',
    'Weitere Mails sind unerwünscht',
    'Keine Mails mehr, rufen Sie auch nicht an',
    'Wenn möglich bitte keine Mails mehr.',
    'Das hat sich erledigt, bitte keine Mails mehr.',
    'Die Firma aus dem Nachbarort hat das schon gemacht und ich möchte keine Mails mehr.',
    'Habe Ihre Mail bekommen. Kein Interesse, keine weiteren Mails bitte',
    'Hallo Herr Muster, bitte keine E-Mails mehr an mich!',
    'Bitte keine Mails und Anrufe mehr',
    'Bitte unterlassen Sie weitere E-Mails an mich.',
    'Ich wünsche keine weitere Kontaktaufnahme.',
    'Es reicht jetzt mit den Mails!',
    'Bitte streichen Sie mich von der Liste',
    'Nehmt mich bitte aus eurem Verteiler raus',
    'Bitte melden Sie sich nicht mehr bei mir.',
    'Ich will von Ihnen nichts mehr hören',
    'Kein Interesse mehr, bitte nicht mehr melden.',
    'Mails abbestellen',
    'Ich möchte nicht mehr kontaktiert werden',
    'Bitte von der Mailingliste streichen',
    'Ich bitte um Löschung meiner Daten',
    'Bitte hören Sie auf mit den Mails',
    'stop emails',
    'Please remove my email address from your system',
    'I no longer wish to receive these emails.',
    'No more emails please',
    'Please stop emailing me.',
    "Please don't contact me again.",
    'Take me off your list',
    'Please remove me from your mailing list.',
    'Ne m’envoyez plus de mails, svp.',
    'Veuillez me désabonner.',
    'Je ne souhaite plus recevoir de messages.',
    'Plus de mails s’il vous plaît',
    'Basta mail!',
    'Non mandatemi più email, grazie.',
    'Non desidero più ricevere messaggi.',
    'Cancellatemi dalla lista',
    'Bitte keine Mails mehr\n\nAm 23.11.2026 um 09:00 schrieb Muster Haustechnik:\n> Sollen wir noch einmal anrufen?',
  ])('%s', (text) => {
    expect(stopIn(text)).toBeDefined();
  });

  test.each([
    'Bitte keine Mails mehr',
    'Abmelden',
    'unsubscribe',
    'Re: STOP',
    'Bitte löschen Sie meine Daten',
  ])('the subject of an empty mail: %s', (subject) => {
    expect(stopIn('', subject)).toBeDefined();
    expect(stopIn('Viele Grüße\nErika Muster', subject)).toBeDefined();
  });
});

describe('no stop is', () => {
  test.each([
    'Ich habe keine Mail bekommen.',
    'ich hab noch keine Mail von Ihnen bekommen',
    'Warum bekomme ich keine Mails mehr?',
    'Ich bekomme keine Mails mehr von Ihnen, bitte prüfen Sie das.',
    'Seit gestern kommen bei mir keine Mails mehr an.',
    'Wir haben seitdem keine Mails mehr von der Hausverwaltung erhalten.',
    'Ich möchte keine Mails mehr von der Hausverwaltung erhalten, nur noch von Ihnen.',
    'Können Sie stoppen, dass es tropft?',
    'Stop, der Termin am Donnerstag passt doch nicht.',
    'Stoppen Sie bitte den Auftrag für die Fliesen.',
    'Den alten Gaszähler müssen wir noch abmelden.',
    'Ich muss mich bei den Stadtwerken abmelden, wann kommen Sie?',
    'Bitte nicht abmelden, wir sind noch dabei!',
    'Ich will mich nicht abmelden.',
    'Muss ich mich abmelden?',
    'Ich kann gerade keine Mails mehr lesen, rufen Sie bitte an.',
    'Ich schreibe keine Mails mehr, das dauert mir zu lange. Rufen Sie bitte an.',
    'Meine Mutter liest keine Mails mehr.',
    'Bitte keine Mails mehr an die alte Adresse, sondern an diese.',
    'Bitte keine Mails mit großen Anhängen.',
    'Wenn Sie keine Mails mehr schicken wollen, rufen Sie an.',
    'Soll ich Ihnen keine Mails mehr schicken?',
    'Wir haben keine weiteren Fragen.',
    'Bitte löschen Sie meine Daten nicht!',
    'Bitte melden Sie mich beim Schornsteinfeger ab',
    'Wir haben seit dem Umzug kein Internet und keine Mails mehr.',
    'Sie meldeten sich nicht mehr bei mir, kommt das Angebot noch?',
    'Warum melden Sie sich nicht mehr?',
    'Ich habe nichts mehr von Ihnen gehört.',
    'Unser Spamfilter lässt keine Mails mehr durch, bitte rufen Sie an.',
    'Mein Postfach ist voll, es gehen keine Mails mehr ein.',
    'Der Vermieter hat mich von der Liste gestrichen.',
    'Bitte löschen Sie meine alte Nummer, die neue ist 0171 5550193.',
    'Die Kinder lassen mich nicht in Ruhe, deshalb erst jetzt.',
    'Die Heizung hört auf zu heizen und schreibt Fehler F28.',
    'Ich schreibe Ihnen nicht mehr heute, sondern morgen.',
    'Den Newsletter der Stadtwerke habe ich abbestellt.',
    'Die Badewanne möchte ich abbestellen.',
    'Ja, Donnerstag passt.\n\nViele Grüße\nErika Muster\n\n-- \nNewsletter abmelden: https://muster.example/abmelden',
    'Ja, gern.\n\nAm 23.11.2026 um 09:00 schrieb Muster Haustechnik:\n> Keine weiteren E-Mails: https://x.example/stop\n> Abmelden',
    'Ja, gern.\n\nKeine weiteren E-Mails: https://muster-haustechnik.example/a/abc',
    '-----Ursprüngliche Nachricht-----\nVon: Muster Haustechnik <anfrage@mail.muster-haustechnik.example>\nGesendet: Montag, 23. November 2026 09:00\nAn: Erika\nBetreff: Ihre Anfrage\n\nBitte keine Mails mehr',
    'I did not get any more emails from you, did you send one?',
    'Please stop the water in the cellar!',
    'Je n’ai plus de mails de votre part depuis lundi.',
    'Non ricevo più mail da voi.',
  ])('%s', (text) => {
    expect(stopIn(text)).toBeUndefined();
  });

  test.each(['AW: Heizung abmelden?', 'Stoppventil defekt', 'Neues Bad', 'Fwd: Bitte keine Mails mehr'])(
    'the subject %s',
    (subject) => {
      expect(stopIn('Bitte rufen Sie mich an.', subject)).toBeUndefined();
    },
  );
});

describe('who would rather be called stops nothing', () => {
  test.each([
    'Keine Mail, sondern anrufen',
    'Bitte keine Mail, sondern anrufen',
    'Bitte nicht per Mail, lieber Telefon',
    'Bitte keine E-Mails, rufen Sie mich lieber an.',
    'Bitte keine E-Mails schicken, sondern telefonisch melden',
    'Bitte keine Mails. Ich bin telefonisch besser erreichbar: 0171 1234567',
    'Statt weiterer Mails bitte ein Anruf',
  ])('%s', (text) => {
    expect(stopIn(text)).toBeUndefined();
  });

  test.each([
    'Keine weiteren Mails bitte, rufen Sie mich an unter 0171 1234567',
    'Bitte schreiben Sie mir nicht mehr, sondern rufen Sie mich an',
    'Nehmen Sie mich aus dem Verteiler, ein Anruf reicht',
  ])('said for good it is a stop, and a wish beside it: %s', (text) => {
    expect(stopIn(text)).toMatchObject({ asks: true });
  });
});

describe('beside a stop somebody', () => {
  test.each([
    'Wir haben schon jemanden, bitte keine Mails mehr',
    'Wir brauchen die Heizung nicht mehr. Abmelden bitte: keine Mails mehr.',
    'Bitte keine Mails mehr. Danke und viele Grüße\nErika Muster',
  ])('asks for nothing: %s', (text) => {
    expect(stopIn(text, 'Bitte lesen')).toMatchObject({ asks: false });
  });

  test.each([
    'Unsere Gasheizung ist ausgefallen, bitte kommen Sie. Und bitte keine Mails mehr zur alten Anfrage.',
    'Bitte keine Mails mehr zum Bad. Ich hätte gern ein Angebot für eine Wärmepumpe.',
    'Keine Mails mehr! Rohrbruch im Keller, alles steht unter Wasser!',
  ])('asks for something: %s', (text) => {
    expect(stopIn(text, 'Bitte lesen')).toMatchObject({ asks: true });
  });
});
