import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMessage } from '../../../domain/capture/key-words.ts';

describe('somebody has to come at once, says', () => {
  test.each([
    ['Aus dem Zähler spritzt Wasser', 'Aus dem Zähler spritzt Wasser'],
    ['Aus der Wasseruhr schießt seit eben Wasser', 'Aus der Wasseruhr schießt seit eben Wasser'],
    ['Heizkörper ist undicht, Wasser spritzt raus', 'Wasser spritzt raus'],
    ['Wasserhahn abgebrochen, Wasser schießt raus', 'Wasserhahn abgebrochen'],
    ['Am Ventil sprudelt das Wasser heraus', 'Ventil sprudelt das Wasser heraus'],
    ['Der Boiler ist geplatzt', 'Boiler ist geplatzt'],
    ['Uns ist der Heizkörper im Flur geplatzt', 'Heizkörper im Flur geplatzt'],
    ['Abwasser drückt in den Keller zurück', 'Abwasser drückt in den Keller zurück'],
    ['Bei uns kommt das Abwasser in der Dusche hoch', 'kommt das Abwasser in der Dusche hoch'],
    ['Die Toilette ist verstopft und es kommt braunes Wasser hoch', 'kommt braunes Wasser hoch'],
    ['Der Keller säuft ab', 'Keller säuft ab'],
    ['Uns läuft der Keller voll', 'läuft der Keller voll'],
    ['bei uns rinnts von der Decken', 'rinnts von der Decken'],
    ["da tropft's vom Plafond", "tropft's vom Plafond"],
    ['Wir haben Hochwasser im Heizungskeller', 'Hochwasser im Heizungskeller'],
    ['Heizung tot, 2 kleine Kinder, 11 Grad', 'Heizung tot'],
    ['Nur noch 13 Grad bei uns', 'Nur noch 13 Grad'],
    ['Wir haben 12 Grad in der Wohnung', '12 Grad in der Wohnung'],
    ['Waschmaschinenschlauch ist ab, alles nass, bitte Notdienst', 'Waschmaschinenschlauch ist ab'],
    ['Alles nass in der Küche, bitte Notdienst!', 'bitte Notdienst'],
    ['Der Zulaufschlauch ist abgesprungen', 'Zulaufschlauch ist abgesprungen'],
    ['Die Therme ist aus', 'Therme ist aus'],
    [
      'Unsere Heizung ist seit gestern Abend aus und lässt sich nicht starten',
      'Heizung ist seit gestern Abend aus',
    ],
    ["Fuite d'eau importante, ça coule du plafond", "Fuite d'eau"],
    ['Nous avons une fuite d’eau dans la cuisine, pouvez-vous venir tout de suite ?', 'fuite d’eau'],
    ["L'eau coule du plafond de la salle de bains", 'coule du plafond'],
    ["Dégât d'eau dans la cave", "Dégât d'eau"],
    ['Nous avons un dégât des eaux', 'dégât des eaux'],
    ['Inondation au sous-sol', 'Inondation'],
    ['La cave est inondée', 'inondée'],
    ['Une conduite a éclaté', 'conduite a éclaté'],
    ['Tuyau éclaté dans la buanderie', 'Tuyau éclaté'],
    ["Nous n'avons plus de chauffage depuis hier", 'plus de chauffage'],
    ['Pas de chauffage avec deux enfants', 'Pas de chauffage'],
    ['Notre chaudière est en panne', 'chaudière est en panne'],
    ['La chaudière ne démarre plus', 'chaudière ne démarre plus'],
    ["Pas d'eau chaude depuis ce matin", "Pas d'eau"],
    ["C'est une urgence, merci de rappeler", 'urgence'],
    ["C'è una perdita d'acqua dal soffitto, urgente", "perdita d'acqua"],
    ["Perdita d'acqua in cucina", "Perdita d'acqua"],
    ['Esce acqua dal soffitto', 'Esce acqua dal soffitto'],
    ['Allagamento in cantina', 'Allagamento'],
    ['La cantina è allagata', 'allagata'],
    ['Si è rotto il tubo? Il tubo è scoppiato', 'tubo è scoppiato'],
    ['Un tubo rotto nel bagno', 'tubo rotto'],
    ['Siamo senza riscaldamento da ieri', 'senza riscaldamento'],
    ['La caldaia è rotta', 'caldaia è rotta'],
    ['Caldaia guasta, venite oggi?', 'Caldaia guasta'],
    ['La caldaia non funziona più', 'caldaia non funziona'],
    ['Niente acqua calda da stamattina', 'Niente acqua'],
    ["È un'urgenza, chiamatemi", 'urgenza'],
  ])('%j', (message, word) => {
    expect(readMessage(message)).toMatchObject({
      kind: 'repair',
      urgency: 'now',
      urgencyWord: word,
      gas: false,
    });
  });

  test.each([
    'Il y a une fuite de gaz',
    'Odeur de gaz dans la cage d’escalier',
    'Ça sent le gaz à la cuisine',
    'Perdita di gas in cucina',
    'Odore di gas nelle scale',
    'C’è puzza di gas',
  ])('%j, which names gas', (message) => {
    expect(readMessage(message)).toMatchObject({ gas: true, urgency: 'now', kind: 'repair' });
  });

  test.each([
    ['rohrbuch im keller bitte schnell', 'rohrbuch'],
    ['Rorbruch in der Küche', 'Rorbruch'],
    ['wasser leuft aus der wand', 'wasser leuft aus der wand'],
    ['R O H R B R U C H', 'ROHRBRUCH'],
    ['Hilfe, R O H R B R U C H  I M  K E L L E R', 'ROHRBRUCH'],
    ['In der Küche ist ein Wasser-\nschaden entstanden', 'Wasserschaden'],
    ['Wir haben einen Heizungs- \r\nausfall', 'Heizungsausfall'],
    ['Rohr\u00adbruch im Bad', 'Rohrbruch'],
    ['Was\u200bser\u200bscha\u200bden im Bad', 'Wasserschaden'],
    ['Haizung ausgfallen', 'Haizung ausgfallen'],
    ['die heizung geht net, mir ham 14 grad und a baby daheim', 'heizung geht net'],
    ['s wasser wird a nimma warm', 'wasser wird a nimma warm'],
    ['im Chäller schmöckts nach Gas', 'schmöckts nach Gas'],
    ['Wasserrohrgebrechen im ersten Stock', 'Wasserrohrgebrechen'],
    ['ALARM: Wasser erkannt – Keller', 'Wasser erkannt'],
  ])('%j, however it is spelt', (message, word) => {
    expect(readMessage(message)).toMatchObject({ urgency: 'now', urgencyWord: word });
  });

  test('a word with characters nobody sees anywhere in it', () => {
    const hidden = fc.constantFrom('\u00ad', '\u200b', '\u200c', '\u2060', '\ufeff');
    fc.assert(
      fc.property(hidden, fc.integer({ min: 1, max: 8 }), (character, at) => {
        const word = `${'Rohrbruch'.slice(0, at)}${character}${'Rohrbruch'.slice(at)}`;
        expect(readMessage(`Ein ${word} im Keller`)).toMatchObject({ urgency: 'now' });
      }),
    );
  });
});

describe('nobody is alarmed by', () => {
  test.each([
    'Wir möchten einen Wasserschaden-Sensor einbauen lassen',
    'Wir brauchen dringend einen Wasserschaden-\nSensor',
    'Leckageschutz für das Einfamilienhaus',
    'Versicherung nach Wasserschaden',
    'Rohrbruch-Versicherung: was raten Sie?',
    'Rohrbruch und Wasserschaden vorbeugen: die neuen Leckageschutz-Systeme',
    'Schutz vor Hochwasser im Keller',
    'Die Therme ist aus dem Jahr 1998',
    'Das Bad ist ned dringend, a neue Dusche warat nett',
    'Es is koa Rohrbruch, nur a Tropfen, gar net eilig',
    'Die Heizung ist aus Kupfer',
    'Die Heizung sieht alt aus',
    'Der Boiler soll getauscht werden, er ist aus 1990',
    'Wasser spritzt beim Duschen über den Rand',
    'Es kommt wenig Wasser aus dem Hahn',
    'Vor zwei Jahren ist der Boiler geplatzt',
    'Bieten Sie auch einen Notdienst an?',
    "Ce n'est pas urgent, pas d'urgence",
    "Il n'y a pas d'urgence",
    "En cas d'urgence, appelez le 079 555 03 03",
    "Il n'y a pas de fuite d'eau",
    "Protection contre les dégâts d'eau",
    "Rénovation après un dégât d'eau",
    'Le robinet fuit un peu',
    'Nous aimerions une nouvelle chaudière, plus de confort',
    "L'année dernière nous avons eu une inondation",
    "La fuite d'eau est réparée",
    'Nessuna urgenza',
    'Non è una urgenza',
    'In caso di urgenza chiamate lo 079 555 03 03',
    "Non c'è nessuna perdita d'acqua",
    'Vorremmo una nuova caldaia',
    'Protezione contro le perdite d’acqua',
    "L'anno scorso abbiamo avuto un allagamento",
    'Scopri le nuove caldaie a condensazione con sconto del 20%',
    'Profitez de -20 % sur toute la robinetterie',
    'Nous avons une chaudière à gaz',
    'A B C oder D: welche Variante empfehlen Sie?',
  ])('%j', (message) => {
    const said = readMessage(message);
    expect(said.urgency).not.toBe('now');
    expect(said.gas).toBe(false);
  });

  test.each(["Pas d'odeur de gaz", 'Nessun odore di gas', 'Senza perdite di gas'])('%j', (message) => {
    expect(readMessage(message).gas).toBe(false);
  });
});
