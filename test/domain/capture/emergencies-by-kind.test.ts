import { describe, expect, test } from 'vitest';
import { readMessage } from '../../../domain/capture/key-words.ts';

/** What happened, and how people tell it. */
const emergencies = [
  ['a pipe is drilled into', 'Leitung angebohrt, Wasser spritzt'],
  ['a pipe is drilled into', 'Rohr angebohrt, es spritzt'],
  ['a pipe is drilled into', 'Leitung getroffen beim Bohren, Wasser spritzt'],
  ['a pipe is drilled into', 'Habe in ein Rohr gebohrt'],
  ['a pipe is drilled into', 'Beim Regal aufhängen die Wasserleitung erwischt, bitte kommen'],
  ['a pipe is drilled into', 'Mein Mann hat mit dem Bohrer ein Heizungsrohr getroffen'],
  ['a pipe is drilled into', 'Dübelloch gebohrt und dabei die Fußbodenheizung angebohrt'],
  ['a pipe is drilled into', 'Mir händ i d Wasserleitig bohrt'],
  ['a pipe is drilled into', 'I just drilled through a water pipe'],
  ['a pipe is drilled into', 'We hit a pipe while drilling'],
  ['a pipe is drilled into', "J'ai percé un tuyau en accrochant une étagère"],
  ['a pipe is drilled into', 'Ho bucato un tubo col trapano'],
  ['something breaks off', 'Absperrhahn abgebrochen'],
  ['something breaks off', 'Mir ist gerade das Eckventil abgebrochen'],
  ['water runs', 'Wasser spritzt'],
  ['water runs', 'Wasser spritzt überall hin'],
  ['water runs', 'Heizkörper undicht, Wasser läuft in Strömen'],
  ['water runs', 'Heizkörper tropft stark, Wasser läuft übers Parkett'],
  ['water runs', 'Wasser läuft unkontrolliert'],
  ['water runs', 'Das Wasser hört nicht auf zu laufen, das Treppenhaus ist schon nass'],
  ['water runs', 'Wasser läuft schon die Treppe runter'],
  ['water runs', 'Water is gushing from under the sink'],
  ['water runs', "L'eau coule partout dans la cuisine"],
  ['water runs', "L'acqua scorre dappertutto"],
  ['water comes in', 'Wassereinbruch im Keller'],
  ['water comes in', 'Wassereinbruch im Heizungskeller!!'],
  ['water comes in', 'Wassereinbruch durch Kellerfenster'],
  ['water comes in', 'Wasser drückt durch die Bodenplatte in den Keller'],
  ['water comes in', 'Im Waschkeller kommt Wasser rein, bitte zurückrufen'],
  ['water comes in', 'infiltrazione acqua dal soffitto adesso'],
  ['water comes in', "Infiltration d'eau par le plafond depuis ce matin"],
  ['sewage comes up', 'Abwasser drückt aus dem Bodenablauf'],
  ['sewage comes up', 'Abwasser steht in der Dusche und steigt'],
  ['sewage comes up', 'Fäkalien im Keller'],
  ['sewage comes up', 'Aus dem Gully in der Waschküche quillt braune Brühe'],
  ['sewage comes up', 'Bei uns kommt die Scheiße aus dem Klo hoch'],
  ['sewage comes up', 'Der Kanal drückt zurück, es kommt aus dem Abfluss Schmutzwasser'],
  ['sewage comes up', 'Sewage is backing up into the shower'],
  ['sewage comes up', 'Les eaux usées remontent dans la douche'],
  ['sewage comes up', 'Les toilettes débordent'],
  ['sewage comes up', 'La fogna risale dallo scarico della doccia'],
  ['the ceiling gets wetter', 'Die Decke im Wohnzimmer ist nass und es wird immer mehr'],
  ['the ceiling gets wetter', 'Nasser Fleck an der Decke wird schnell größer'],
  ['the ceiling gets wetter', 'Es regnet durch die Decke vom Nachbarn über uns'],
  ['the ceiling gets wetter', 'Die Schlafzimmerdecke wird immer nasser'],
  ['the ceiling gets wetter', 'Ein Wasserfleck an der Decke breitet sich aus'],
  ['the ceiling gets wetter', 'Wet patch on the ceiling is getting bigger by the minute'],
  ['the ceiling gets wetter', "Une tache au plafond qui s'agrandit à vue d'œil"],
  ['the ceiling gets wetter', 'La macchia sul soffitto si allarga'],
  ['frail people are cold', 'keine Heizung, haben Neugeborenes'],
  ['frail people are cold', 'keine Heizung, Eltern sind 88'],
  ['frail people are cold', 'keine Heizung seit gestern, Oma ist 91'],
  ['frail people are cold', 'Heizig isch usgfalle, mir händ es Baby'],
  ['frail people are cold', 'Therme defekt und meine Mutter ist bettlägerig'],
  ['frail people are cold', 'Ich bin im 9. Monat schwanger und die Heizung ist kaputt'],
  ['frail people are cold', 'Wir haben Zwillinge (3 Wochen alt) und keine Heizung'],
  ['frail people are cold', 'Unser Opa sitzt mit 93 ohne Heizung da'],
  ['frail people are cold', 'Heating broke, we have a newborn'],
  ['frail people are cold', 'Chauffage cassé, nous avons un nouveau-né'],
  ['frail people are cold', 'Riscaldamento rotto e abbiamo un neonato'],
  ['it is freezing', 'Heizung komplett tot, -8 Grad draußen'],
  ['it is freezing', 'Heizung defekt bei minus 12 Grad'],
  ['it is freezing', 'Kessel streikt und draußen ist Frost'],
  ['it is misspelt', 'Wasserohrbruch'],
  ['it is misspelt', 'Waserrohrbruch!!'],
  ['it is misspelt', 'Wasserrohbruch im Flur'],
  ['it is misspelt', 'Wasserrorbruch im Bad'],
  ['it is dialect', 'Bei uns rinnt s Wossa durch de Deckn'],
  ['it is dialect', 'd Heizig lauft nümm und mir händ chliini Chind'],
] as const;

const gases = [
  'Abgas tritt aus der Therme aus, Kopfschmerzen',
  'Abgase in der Wohnung',
  'Übelkeit und Schwindel seit die Therme läuft',
  'Therme zeigt Abgas-Störung, mir ist schwindlig',
  'Im Bad riecht es nach Abgas',
  'Die Abgase ziehen nicht ab',
  'Der Abgaswächter der Gastherme hat schon zweimal ausgelöst',
  'Abgasgeruch im Heizraum',
  'Wenn die Therme läuft, wird meiner Frau beim Duschen übel',
  'Seit gestern haben wir alle Kopfweh, wenn der Gasofen an ist',
  'Rauchgas kommt aus dem Kessel in den Keller',
  'CO-Melder piept',
  'CO-Warner hat Alarm geschlagen, sind jetzt draußen',
  'Der Schornsteinfeger hat zu viel CO gemessen und die Therme gesperrt',
  'Gasleitung angebohrt!',
  'Our CO alarm keeps going off',
  'Exhaust fumes are coming out of the boiler',
  'We all get headaches when the boiler is on',
  'Maux de tête et vertiges depuis que la chaudière tourne',
  'Les gaz brûlés refoulent dans la salle de bains',
  'Le détecteur de CO sonne',
  'Mal di testa e nausea quando è accesa la caldaia',
  'I fumi della caldaia entrano in casa',
];

const harmless = [
  ['over', 'Wir hatten 2023 einen Wasserschaden und wollen nun das Bad sanieren'],
  ['over', 'Im Jahr 2019 hatten wir einen Rohrbruch, nun sollen alle Leitungen neu'],
  ['over', 'Der Gasgeruch war letzte Woche, Stadtwerke haben repariert. Jetzt neue Therme gewünscht'],
  ['over', 'Wir hatten einen Rohrbruch, der ist schon repariert, es fehlen noch die Fliesen'],
  ['over', 'We had a flood in 2022 and want a new bathroom now'],
  ['over', "En 2021 nous avons eu un dégât d'eau, maintenant nous voulons une nouvelle douche"],
  ['over', 'Nel 2022 abbiamo avuto un allagamento, ora vorremmo rifare il bagno'],
  ['settled', 'Wasserschaden von der Versicherung abgewickelt, Angebot Badsanierung bitte'],
  ['settled', 'Wasserschaden von der Versicherung reguliert, wir brauchen einen KVA'],
  ['settled', 'Der Wasserschaden ist getrocknet und abgeschlossen, bitte um Angebot für neue Fliesen'],
  ['settled', 'Der Leitungswasserschaden wurde mit der Versicherung abgerechnet'],
  ['bought', 'Angebot für CO-Melder bitte'],
  ['bought', 'Was kosten CO-Melder und Rauchmelder?'],
  ['bought', 'Wir möchten einen Kohlenmonoxid-Melder im Schlafzimmer montieren lassen'],
  ['bought', 'Bitte zwei CO-Warner liefern'],
  ['bought', 'Could you install a CO alarm in our hallway?'],
  ['bought', 'Nous voudrions installer un détecteur de monoxyde de carbone'],
  ['bought', 'Vorremmo installare un rilevatore di monossido di carbonio'],
  ['bought', 'Fäkalien-Hebeanlage im Keller geplant, bitte Angebot'],
  ['bought', 'Offre pour un clapet anti-refoulement'],
  ['asked about', 'Was kostet ein Notdienst, falls mal ein Rohrbruch ist?'],
  ['asked about', 'Was kostet ein Rohrbruch ungefähr?'],
  ['asked about', 'Wie viel würde eine Rohrbruchortung kosten?'],
  ['asked about', 'Was passiert, falls einmal ein Wassereinbruch kommt?'],
  ['prevented', 'Wir möchten einem Wassereinbruch im Keller vorbeugen'],
  ['prevented', 'Schutz gegen Wassereinbruch durch Kellerfenster'],
  ['prevented', 'Rückschlagklappe, damit kein Abwasser aus dem Bodenablauf drückt'],
  ['only a repair', 'Das Loch für das Rohr ist schon gebohrt, nur anschließen'],
  ['only a repair', 'Aus der Dusche kommt nur wenig Wasser'],
  ['only a repair', 'Aus dem Abfluss kommt ein übler Geruch'],
  ['only a repair', 'Der Riss an der Decke wird immer größer'],
  ['only a repair', 'Feuchter Fleck an der Kellerwand, seit Jahren unverändert'],
  ['only a repair', 'Am Perlator spritzt das Wasser zur Seite'],
  ['only a repair', 'Griff vom Absperrhahn abgebrochen'],
  ['only a repair', 'Die Toilettenspülung läuft nach'],
  ['only a repair', 'Abwasserrohr im Garten soll versetzt werden'],
  ['a plan', 'Wir haben noch keine Heizung im Kinderzimmer, das Baby kommt im Mai'],
  ['a plan', 'Im Anbau gibt es keine Heizung, 85 qm'],
  ['a plan', 'Oma ist 91, wir brauchen ein barrierefreies Bad'],
  ['a plan', 'Neue Heizung gesucht, wir haben ein Neugeborenes'],
  ['a plan', 'Frostschutz für die Außenleitung'],
  ['a plan', 'Abgasmessung und Wartung der Therme'],
  ['a plan', 'Muss für die neue Therme die Abgasleitung saniert werden?'],
  ['a plan', 'Wie werden bei der Gastherme die Abgase abgeführt?'],
  ['a plan', 'Neuer Abgasstutzen am Kamin, Termin im Sommer'],
  ['a plan', 'Die alte Therme bereitet uns Kopfschmerzen, wir denken an eine Wärmepumpe'],
  ['a plan', 'Mir wird übel bei den Heizkosten, was raten Sie?'],
  ['a plan', 'Seit die Wärmepumpe vom Nachbarn brummt, habe ich Kopfschmerzen'],
  ['a plan', 'We would like a new boiler, the old one is a headache'],
  ['a plan', 'Nous voulons remplacer la chaudière à gaz'],
  ['a plan', 'Sostituzione dei tubi e della caldaia'],
  ['a plan', 'Quanto costa un controllo dei fumi della caldaia?'],
  ['a plan', 'Contrôle des gaz brûlés de la chaudière'],
  ['a plan', 'Mir wänd s Bad neu mache, s pressiert ned'],
  ['a plan', 'A neie Hoazung brauch ma, aber erst im Herbst'],
  ['denied', 'Es kommt kein Abwasser hoch, der Abfluss ist nur langsam'],
  ['denied', 'Kein Wassereinbruch, nur Kondenswasser am Fenster'],
  ['denied', 'Es riecht nicht nach Abgas'],
] as const;

describe('somebody has to come at once where', () => {
  test.each(emergencies)('%s: %j', (_, message) => {
    expect(readMessage(message)).toMatchObject({ urgency: 'now', kind: 'repair', gas: false });
  });

  test.each([
    'Der Wasserschaden ist noch nicht behoben',
    'Wasserschaden, der Rohrbruch ist nicht repariert',
    'Wir hatten letzte Woche einen Rohrbruch, der wurde repariert, jetzt ist wieder alles unter Wasser',
    'Die Heizung von 2004 war heute früh ausgefallen',
    'Rohrbruch im Keller, was kostet die Anfahrt?',
  ])('something is not over yet: %j', (message) => {
    expect(readMessage(message)).toMatchObject({ urgency: 'now' });
  });
});

describe('people are in danger of gas where they say', () => {
  test.each(gases)('%j', (message) => {
    expect(readMessage(message)).toMatchObject({ gas: true, urgency: 'now', kind: 'repair' });
  });

  test('that it was smelt before and is smelt again', () => {
    const message = 'Der Gasgeruch war letzte Woche schon da, Stadtwerke haben repariert, jetzt wieder';
    expect(readMessage(message).gas).toBe(true);
  });
});

describe('nobody is called out for what is', () => {
  test.each(harmless)('%s: %j', (_, message) => {
    const said = readMessage(message);
    expect(said.urgency).not.toBe('now');
    expect(said.gas).toBe(false);
  });
});

describe('advice is wanted by who asks', () => {
  test.each([
    'Beratung zu Wärmepumpe',
    'Ich hätte gern eine Beratung zur Förderung bei Heizungstausch',
    'Frage: lohnt sich Solarthermie?',
    'Förderberatung',
    'Welche Heizung empfehlen Sie für ein Haus von 1975?',
    'Macht eine Wärmepumpe im Altbau Sinn?',
    'Was raten Sie: Pellets oder Wärmepumpe?',
    'Energieberatung für Altbausanierung',
    'Advice on heat pumps, please',
    'Which boiler would you recommend?',
  ])('%j', (message) => {
    expect(readMessage(message)).toMatchObject({ kind: 'advice' });
  });

  test.each([
    ['project', 'Wir möchten eine Wärmepumpe und bitten um Beratung'],
    ['project', 'Bitte um Beratung und Angebot für eine Wärmepumpe'],
    ['project', 'Beratung zu Badumbau und danach Kostenvoranschlag'],
    ['project', 'Welches Angebot können Sie mir für eine neue Dusche machen?'],
    ['repair', 'Frage: der Wasserhahn tropft, kommen Sie auch für so etwas?'],
    ['repair', 'Beratung nicht nötig, nur die Reparatur der Spülung'],
  ] as const)('but a %s: %j', (kind, message) => {
    expect(readMessage(message)).toMatchObject({ kind });
  });
});
