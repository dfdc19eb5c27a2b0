import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMessage } from '../../../domain/capture/key-words.ts';

const emergencies = [
  'Haben Wasser im Keller stehen',
  'Wir stehen im Wasser',
  'Hauptleitung geplatzt, alles nass',
  'Wasser kommt aus dem Zähler gespritzt',
  'Sturzbach aus der Decke',
  'Es stinkt nach faulen Eiern im Heizungskeller',
  'Leitung durchgebohrt!',
  'Es brennt am Sicherungskasten, Funken',
  'Ölgeruch, Öltank läuft aus',
  'Wasserrohr gebrochn',
  'Der Keller läuft gerade voll Wasser',
  'Wasser drückt aus dem Bodenablauf hoch, alles steht unter Wasser',
  'Bei uns steht die ganze Küche unter Wasser',
  'Es plätschert aus der Wand im Flur',
  'Unser Wasserrohr ist heute Nacht geplatzt',
  'Leitung im Bad angebohrt, Wasser spritzt raus',
  'Habe beim Bohren eine Wasserleitung getroffen',
  'Aus der Decke tropft es, wird immer schlimmer',
  'Durch die Decke vom Nachbarn kommt Wasser',
  'Der Haupthahn lässt sich nicht zudrehen und es läuft weiter',
  'Wir kriegen das Wasser nicht abgestellt',
  'Wasser hört nicht auf zu laufen',
  'Boiler ist explodiert, alles voller Dampf',
  'Der Warmwasserspeicher ist geplatzt',
  'Der Heizkörper ist gerissen, heißes Wasser schießt raus',
  'Im Heizungsraum stehen 10 cm Wasser',
  'Zentimeterhoch Wasser im Keller',
  'Bei uns riecht es im Treppenhaus stark nach Gas',
  'Gasgeruch in der Küche',
  'Es stinkt nach Gas bei der Therme',
  'Gasleitung beschädigt beim Baggern',
  'Hier riechts nach faulen Eiern neben dem Gaszähler',
  'CO Melder piept seit zehn Minuten',
  'Kohlenmonoxidmelder hat angeschlagen',
  'Es kommt Rauch aus der Heizung',
  'Die Therme qualmt',
  'Brandgeruch aus dem Sicherungskasten',
  'Die Steckdose schmort und stinkt verbrannt',
  'Funken aus der Steckdose',
  'Kurzschluss, Kabel brennt',
  'Öl läuft aus dem Tank in den Keller',
  'Der Öltank ist undicht, Heizöl am Boden',
  'Es riecht im ganzen Haus nach Heizöl',
  'Heizung komplett ausgefallen, draußen minus 10 Grad, wir haben ein Baby',
  'Heizung geht nicht, wir frieren, haben ein Neugeborenes',
  'Die Rohre sind eingefroren',
  'Wasserleitung zugefroren und geplatzt',
  'Klo läuft über, alles kommt hoch',
  'Toilette übergelaufen, Abwasser in der Wohnung',
  'Die Fäkalien kommen aus der Dusche hoch',
  'Abwasser drückt in den Keller',
  'Rückstau im Keller, das Wasser steigt',
  'Die Waschmaschine ist ausgelaufen und der Schlauch spritzt weiter',
  'Spülmaschinenschlauch geplatzt, Küche schwimmt',
  'Wasserschaden! Es regnet durch die Lampe',
  'Es läuft Wasser in die Stromverteilung',
  'Ich habe einen Rohrbruch im Bad',
  'rorbruch bitte schnell kommen',
  'Wasserohrbruch im Erdgeschoss',
  'Überschwemmung im Waschkeller',
  'Der Keller ist überflutet',
  'Die Wohnung ist überschwemmt',
  'Wasser sprudelt aus dem Boden in der Einfahrt',
  'Steigleitung gebrochen, Wasser im Treppenhaus',
  'Eckventil abgebrochen, Wasser spritzt an die Decke',
  'Wasserhahn abgerissen, es spritzt überall hin',
  'Brauche dringend Notdienst, Wasser läuft aus der Wand',
  'Notfall! Bitte sofort zurückrufen',
  'Hilfe, bei uns schwimmt der Keller',
  'Wasserzähler undicht, es strömt heraus',
];

/** Wishes, questions, what is over, what is only feared. */
const others = [
  'Lampe im Bad brennt nicht',
  'Ich brauche keinen Notdienst, nur Wartung',
  'Wenn es mal einen Rohrbruch gibt, wie schnell sind Sie da?',
  'Aus dem Abfluss stinkt es nach faulen Eiern',
  'Die Garantie für die Waschmaschine ist ausgelaufen',
  'Der Griff am Wasserhahn ist abgebrochen',
  'Das Heizungsrohr läuft durch die Wand und soll verlegt werden',
  'Wir brauchen Wasser im Keller',
  'Was tun, wenn ein Rohr bricht, kommen Sie dann auch nachts?',
  'Für den Fall, dass ein Rohr platzt, möchten wir einen Vertrag',
  'Sollte ein Rohr brechen, haben Sie dann Notdienst?',
  'Wir möchten unser Bad renovieren lassen',
  'Bitte um ein Angebot für eine neue Gastherme',
  'Wartung der Gasheizung im Herbst',
  'Wir hatten letztes Jahr einen Rohrbruch und wollen jetzt die Leitungen erneuern',
  'Nach dem Wasserschaden vom März soll das Bad neu gemacht werden',
  'Der Rohrbruch wurde bereits behoben, es fehlt noch die Rechnung',
  'Kein Notfall, aber der Wasserhahn tropft',
  'Es ist nicht dringend, die Spülung läuft etwas nach',
  'Ich brauche keinen Notdienst, nur einen Termin',
  'Was kostet bei Ihnen der Notdienst am Wochenende?',
  'Bieten Sie auch einen Notdienst an?',
  'Haben Sie einen 24h Notdienst?',
  'Was mache ich, wenn mal ein Rohr platzt?',
  'Falls es einen Rohrbruch gibt, wen rufe ich an?',
  'Wie schnell wären Sie da, wenn bei uns die Heizung ausfällt?',
  'Wir suchen einen Betrieb, der im Falle eines Wasserschadens hilft',
  'Wir wollen einen CO-Melder einbauen lassen',
  'Bitte Rauchmelder in drei Zimmern montieren',
  'Angebot für Leckageschutz, damit kein Wasserschaden entsteht',
  'Wir möchten gegen Rückstau eine Rückstauklappe einbauen',
  'Rückstausicherung erneuern',
  'Öltank entsorgen und auf Wärmepumpe umsteigen',
  'Öltank reinigen lassen',
  'Gasleitung stilllegen',
  'Wir wollen von Gas auf Wärmepumpe umstellen',
  'Neuer Gasanschluss für den Herd',
  'Gasherd anschließen',
  'Warmwasser dauert lange bis es kommt',
  'Wasser läuft langsam ab in der Dusche',
  'Abfluss im Waschbecken läuft schlecht ab',
  'Der Wasserhahn in der Küche tropft',
  'Spülkasten läuft nach',
  'Wasserdruck ist zu niedrig',
  'Heizkörper wird nicht richtig warm',
  'Heizung gluckert, bitte entlüften',
  'Wir brauchen einen neuen Wasserzähler',
  'Wasseruhr austauschen',
  'Wasseranschluss im Keller verlegen',
  'Waschmaschine im Keller anschließen',
  'Decke im Bad abhängen mit Spots',
  'Im Keller soll eine Dusche eingebaut werden',
  'Enthärtungsanlage gegen hartes Wasser',
  'Wasserfilter wechseln',
  'Pool mit Wasser befüllen lassen und Pumpe tauschen',
  'Zisterne für Regenwasser einbauen',
  'Regenwasser soll in den Garten geleitet werden',
  'Heizung ist 30 Jahre alt und soll getauscht werden',
  'Kaminofen mit Wassertasche anschließen',
  'Trinkwasseruntersuchung auf Legionellen',
  'Es riecht manchmal etwas muffig aus dem Abfluss',
  'Sie brauchen nicht sofort zu kommen, nächste Woche reicht',
  'Der Boiler ist verkalkt',
  'Neuer Boiler 80 Liter gewünscht',
  'Bitte Kostenvoranschlag für Versicherung wegen altem Wasserschaden',
  'Die Toilette wackelt und soll befestigt werden',
  'Steckdose im Bad versetzen',
  'Sicherungskasten erneuern, Angebot bitte',
  'Wir brennen darauf, unser neues Bad zu planen',
  'Im Haus wurde ein Brand gelöscht, jetzt Sanierung der Leitungen',
  'Ich habe bei Ihnen die Stelle als Anlagenmechaniker im Notdienst gesehen',
];

describe('what runs, how it runs and where make an emergency of it', () => {
  test.each(emergencies)('%j', (message) => {
    expect(readMessage(message)).toMatchObject({ kind: 'repair', urgency: 'now' });
  });
});

describe('nobody is woken by', () => {
  test.each(others)('%j', (message) => {
    expect(readMessage(message).urgency).not.toBe('now');
  });
});

describe('a condition takes nothing away from what is so', () => {
  test.each([
    'Wenn ich den Hahn aufdrehe, spritzt Wasser aus der Wand',
    'Immer wenn oben jemand duscht tropft es bei uns durch die Decke',
    'Falls Sie heute noch können: Rohrbruch im Keller',
    'Wir haben einen Rohrbruch, wie schnell sind Sie da?',
    'Können Sie kommen, wenn ich jetzt anrufe? Der Keller steht unter Wasser',
  ])('%j', (message) => {
    expect(readMessage(message).urgency).toBe('now');
  });
});

describe('the words quoted are the ones of the customer', () => {
  test.each([
    ['Wasser schießt aus der Wand', 'Wasser schießt aus der Wand'],
    ['Kohlenmonoxid Alarm', 'Kohlenmonoxid Alarm'],
    ['Hilfe!! Überflutung', 'Überflutung'],
    ['Strom komplett ausgefallen', 'Strom komplett ausgefallen'],
    ['rorbruch bitte schnell', 'rorbruch'],
    ['Bei uns ist das Rohr bruch im Flur: Rohr Bruch', 'Rohr bruch'],
  ])('%j', (message, word) => {
    expect(readMessage(message).urgencyWord).toBe(word);
  });

  test('whatever stands around them', () => {
    const around = fc.constantFrom(
      '',
      'Guten Tag! ',
      'Hallo, ',
      'Grüße aus Köln.\n\n',
      '😱 ',
      'Ach (schon wieder) – ',
    );
    fc.assert(
      fc.property(around, fc.constantFrom(...emergencies), (greeting, message) => {
        const { urgencyWord = '' } = readMessage(greeting + message);
        for (const part of urgencyWord.split(' … ')) expect(greeting + message).toContain(part);
        expect(urgencyWord.length).toBeGreaterThan(2);
      }),
    );
  });
});
