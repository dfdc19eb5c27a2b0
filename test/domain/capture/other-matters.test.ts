import { describe, expect, test } from 'vitest';
import { email, json, read } from './a-form.ts';

const urgencyOf = (answers: object) => read(json({ email, name: 'Pia Blum', ...answers })).request.urgency;

describe('who applies for work, advertises or teaches has no emergency', () => {
  test.each([
    { message: 'Bewerbung als Anlagenmechaniker, Erfahrung mit Rohrbruch' },
    { subject: 'Initiativbewerbung', message: 'Anbei mein Lebenslauf. Schwerpunkte: Gasgeruch, Notdienst.' },
    { message: 'Ich suche eine Stelle als Monteur und habe viele Wasserschäden behoben, auch Rohrbrüche.' },
    { message: 'Suchen Sie noch Monteure? Notdienst und Rohrbruch sind für mich kein Problem.' },
    { message: 'Wir bieten Leckortung bei Rohrbruch und Wasserschaden zum Festpreis. Interesse?' },
    {
      subject: 'Leck?',
      message: 'Wir bieten Ihnen Bautrocknung. Rohrbruch? Wasserschaden? Rufen Sie uns an!',
    },
    { message: 'Mehr Anfragen für Ihren Betrieb: wer einen Rohrbruch hat, sucht im Netz. Wir helfen.' },
    {
      message:
        'Unsere Firma ist auf Ortung spezialisiert. Gasgeruch, Rohrbruch, Wasserschaden: wir finden jedes Leck.',
    },
    { message: 'Ich halte ein Referat über Gasgeruch' },
    { message: 'Im Physikunterricht behandeln wir Kohlenmonoxid. Haben Sie Material?' },
    { message: 'Für meine Facharbeit zum Thema Rohrbruch suche ich einen Gesprächspartner' },
    { subject: 'Referat', message: 'Gasgeruch: was macht man da?' },
    { message: 'Wir drehen einen Film, in dem es einen Wasserrohrbruch gibt' },
    { message: 'Kein Notfall: Wasserschaden muss noch verputzt werden' },
    { message: 'Das ist kein Notfall. Wasserschaden in der Decke vom Vormieter' },
    { subject: 'Kein Notfall', message: 'Rohrbruch vom Vorbesitzer, es fehlen Fliesen' },
    { message: 'Hatten letztes Jahr einen Rohrbruch, nun soll alles neu' },
    { message: 'Im Winter 2022 ist uns ein Rohr geplatzt. Wir möchten die Leitungen erneuern.' },
    { message: 'Im März 2021 war hier ein Wasserschaden, wir suchen jemanden für die Leitungen' },
  ])('%j', (answers) => {
    expect(urgencyOf(answers)).not.toBe('now');
  });

  test.each([
    { message: 'Ich habe mich bei Ihnen beworben, aber jetzt: bei uns ist ein Rohrbruch, bitte schnell!' },
    { message: 'Rohrbruch im Keller. Wir bieten Ihnen jeden Preis, unsere Firma ist geschlossen' },
    { message: 'In der Schule riecht es nach Gas, der Unterricht läuft noch' },
    { message: 'Unser Praktikant hat die Wasserleitung angebohrt' },
    { message: 'Kein Notfall, dachte ich. Aber bei uns läuft das Wasser jetzt durch die Decke' },
    { message: 'Ist das kein Notfall? Wasser läuft aus der Wand' },
    { message: 'Kein Notfall vielleicht, aber es riecht nach Gas' },
    { message: 'Nicht als Werbung gemeint: Wasser kommt aus der Decke' },
  ])('but who has one beside it has: %j', (answers) => {
    expect(urgencyOf(answers)).toBe('now');
  });
});
