/**
 * Emergencies in the words of people who know none of the trade: which thing does what, from where it comes, what cannot
 * be stopped, how cold it is. Read by `key-words.ts` as the lists of `emergency-words.ts` are.
 */

const gasThings =
  'gaszaehler|gasuhr|gasherd|gaskocher|gashahn|gasleitung|gasleitig|gasrohr|gasanschluss|gasregler|gasdruckregler|gasschlauch|gasflasche|gastank|gasgeraet';
const leaks = 'spritzt|schiesst|sprudelt|stroemt|quillt|spritzen|schiessen|sprudeln|stroemen|quellen|rauscht';
/** Out of these nothing comes, unless they are broken. */
const devices =
  'boiler|therme|gastherme|kombitherme|kessel|heizkessel|heizung|waermepumpe|*speicher|*erhitzer|*koerper|*ventil|*minderer|*filter|*pumpe|*zaehler|wasseruhr|*rohr|*leitung|*schlauch|*verteiler|*anschluss|*gefaess|hauswasserwerk|enthaerter|enthaertungsanlage|spuelkasten|waschmaschine|spuelmaschine|geschirrspueler|siphon|muffe|verschraubung|wand|boden|decke';
const bursting =
  'boiler|therme|*speicher|*erhitzer|*koerper|*ventil|*hahn|*minderer|*filter|*pumpe|*zaehler|*anschluss|*gefaess|*tauscher|*siphon|spuelkasten|wasserwerk|hauswasserwerk|enthaertungsanlage|druckkessel|muffe|verschraubung|kupplung|waschmaschine|spuelmaschine|armatur|mischbatterie|dichtung';
const burst =
  'geplatzt|zerplatzt|aufgeplatzt|explodiert|geborsten|zerborsten|weggeflogen|weggesprengt|auseinandergeflogen';
const outOf = 'aus|ausm|unter|unterm|hinter|hinterm|am|beim|an|bei|vom|durch';
/** That it comes to an end is no matter of the lease of anything. */
const noContract =
  '(?<!(?:vertrag|garantie|gewaehrleistung|leasing|foerderung|zulassung|serie|produktion|frist|miete).{0,60})';

const stopped =
  'abstellen|abdrehen|zudrehen|absperren|zumachen|schliessen|stoppen|abgestellt|abgedreht|zugedreht|abgesperrt|gestoppt';
const cannot = 'koennen|kann|koenna|laesst|lassen|geht|schaffe|schaffen|gelingt';
const taps =
  'wasserhahn|hahn|armatur|mischer|mischbatterie|brause|dusche|duscharmatur|badewannenarmatur|gartenhahn|aussenhahn';
const never = 'nicht|nimmer|nie';
/** Cisterns and pumps run on: that is a nuisance. */
const noCistern =
  '(?<!(?:spuelung|spuelkasten|klospuelung|toilettenspuelung|heizung|pumpe|therme|motor|ventilator|luefter|geraet).{0,60})';
const noCisternBehind = '(?!.{0,60}.(?:spuelung|spuelkasten|klospuelung|toilettenspuelung|pumpe|heizung))';

const runs =
  'kommt|laeuft|tropft|rinnt|fliesst|stroemt|plaetschert|regnet|spritzt|suppt|sickert|kommen|laufen|prasselt';
const noShower = '(?<!(?:dusch|brause|kondens|scheibe|fenster|spiegel|markise|dachrinne)[^|]{0,60})';
const noShowerBehind =
  '(?![^|]{0,60}(?:dusch|brause|kondens|scheibe|fenster|spiegel|ablauf|abfluss|langsam|schlecht|kaum|schwer))';
const down = 'runter|herunter|herab|hinunter|runtergelaufen|heruntergelaufen|hinab';
const ceiling =
  'decke|decken|zimmerdecke|wohnzimmerdecke|schlafzimmerdecke|kuechendecke|badezimmerdecke|baddecke|kellerdecke|plafond|deckenlampe|lampe';
const soaked =
  'klatschnass|pitschnass|patschnass|tropfnass|triefnass|klitschnass|plitschnass|waschnass|durchnaesst|durchweicht|triefend';
const people =
  'nachbar|nachbarn|nachbarin|mieter|mieterin|untermieter|hausbewohner|partei|wohnung|bewohner|leute|familie';
const rooms =
  'keller|wohnung|kueche|bad|badezimmer|flur|gang|wohnzimmer|schlafzimmer|kinderzimmer|zimmer|stube|haus|treppenhaus|stiegenhaus|laden|buero|werkstatt|esszimmer|diele|erdgeschoss';
const bed = 'boden|fussboden|parkett|laminat|teppich|fliesen|dielen|estrich';

const outlet =
  'bodenablauf|ablauf|abfluss|gully|gulli|kanal|schacht|dusche|duschablauf|wanne|badewanne|wc|klo|haeusl|haeusel|toilette|waschbecken|spuele|pissoir|bidet';
const toilet = 'toilette|wc|klo|haeusl|haeusel|abfluss|abort';
const up = 'hoch|raus|heraus|rauf|herauf|zurueck|retour|empor|entgegen';
const blocked = 'verstopft|verstopfung|dicht|zu|defekt|kaputt';

const heater =
  'heizung|heizungsanlage|therme|gastherme|kombitherme|heizkessel|kessel|brenner|waermepumpe|gasheizung|oelheizung|pelletheizung|fernwaerme|zentralheizung|etagenheizung';
const frail =
  'neugeborenes|neugeborenen|saeugling|saeuglinge|baby|babys|babies|zwillinge|kleinkind|kleinkinder|kleinkindern|kinder|kindern|chind|enkel|pflegebeduerftig|pflegebeduerftige|pflegebeduerftigen|pflegefall|bettlaegerig|bettlaegerige|schwanger|schwangere|hochschwanger|krank|kranke|kranken|schwerkrank|behindert|behinderte|behinderten|altersheim|pflegeheim|seniorenheim|kita|kindergarten|rollstuhl|herzkrank|lungenkrank';

const cold = 'bitterkalt|eiskalt|saukalt|arschkalt|schweinekalt|eisig|eisigkalt';
const standsStill =
  'stoerung|mucks|muckser|mucker|verreckt|futsch|eingegangen|abgeraucht|abgeschaltet|gesperrt|streikt|steht';

const electrics =
  'steckdose|steckdosen|steckdosenleiste|mehrfachsteckdose|mehrfachstecker|verteilerdose|abzweigdose|sicherungskasten|sicherungsschrank|stromkasten|verteiler|verteilerkasten|unterverteilung|elektroverteilung|zaehlerkasten|zaehlerschrank|schaltschrank|schaltkasten|lichtschalter|schalter|kabel|sicherung|sicherungen|schuetz|stecker|trafo|wechselrichter|wallbox|elektroboiler|durchlauferhitzer|boiler';
const smokes = 'raucht|qualmt|schmort|glueht|kokelt|brennt|funkt|dampft';
const smoke = 'rauch|qualm|flammen|funken';
const burnt =
  'verbrannt|verbranntem|verbrannter|verbrannten|verbranntes|verschmort|verschmortem|verschmorten|verschmorter|angesengt|geschmort|schmorbrand|kabelbrand|verkokelt|verkokeltem|angekokelt|rauch|qualm|schmor|schmoren|brand';

/** A line for each order in which the parts may be said. */
function inAnyOrder(word: string, ...parts: readonly string[]): string {
  const orders = (left: readonly string[]): string[] =>
    left.length === 0
      ? ['']
      : left.flatMap((part, at) => orders(left.toSpliced(at, 1)).map((rest) => `${part} ~ ${rest}`));
  return orders(parts)
    .map((order) => `${word}: ${order.slice(0, -' ~ '.length)}`)
    .join('\n');
}

const liquid = 'wasser|abwasser|heizungswasser|schmutzwasser|leitungswasser|bruehe';
const drips = 'tropft|rinnt|sickert|suppt|spritzt|sprudelt|plaetschert|troepfelt|prasselt';
const moves = `${drips}|laeuft|fliesst|kommt|dringt|schiesst|quillt|stroemt|drueckt|regnet|rieselt|lauft|gelaufen|getropft|geflossen|gespritzt|geronnen|ausgetreten|eingedrungen|gesickert|troepfelts`;
/** Where no water belongs. */
const dry = `${ceiling}|tapete|lampen|deckenleuchte|lichtschalter|steckdose|steckdosen|sicherungskasten|stromkasten|treppenhaus|stiegenhaus|hausflur|flur|wohnzimmer|schlafzimmer|kinderzimmer|stube|buero|lager|laden|aufzug|lift|fahrstuhl|parkett|laminat|teppich|aussenwand|fassade|kellerwand|fussleiste|fussleisten|wohnung|nachbarwohnung|tuer|haustuer|wohnungstuer|kellertuer|tuerschwelle|treppe|gehweg|buergersteig|strasse|rolladenkasten|einbauschrank|kuechenzeile|schrank`;
/** That it comes, though weakly, is another matter; so is what a new one is to do. */
const asItShould =
  '(?![^|]{0,80}.(?:kaum|wenig|etwas|regen|langsam|braun|braunes|rostig|rostiges|lange|dauert|duschen|hahn|verlegen|verlegt|soll|sollen|geplant|planen)\\b)';
const throughDry =
  '(?:aus|durch|von|vom|hinter|in|ins|im|auf|uebern|ueber|an)(?:.(?:der|die|dem|den|das|unserer|unsere|meiner|einer|unserem|meinem))?';

const carrying =
  'boiler|therme|gastherme|kombitherme|kessel|heizkessel|heizung|fussbodenheizung|fernwaermestation|uebergabestation|*speicher|*erhitzer|*koerper|*ventil|*minderer|*pumpe|*zaehler|wasseruhr|*rohr|*rohre|*leitung|*schlauch|*anschluss|waschmaschine|spuelmaschine|geschirrspueler|spuelkasten|siphon|wasserhahn|aussenwasserhahn|gartenhahn|verteiler|dichtung|muffe';
const broken =
  'undicht|leckt|leck|leckage|geplatzt|gerissen|gebrochen|abgebrochen|abgerissen|abgeschlagen|weggebrochen|durchgerostet|abgegangen|abgefallen|runtergefallen|aufgegangen';
const consequence =
  'ueberall|parkett|laminat|teppich|treppe|treppenhaus|stroemen|unaufhoerlich|ununterbrochen|flutet|geflutet|schwimmt|dampf|patschnass|klatschnass|pitschnass|triefnass|durchnaesst|nachbarn|nachbarin';
const pours = 'laeuft|rinnt|fliesst|stroemt|spritzt|schiesst|sprudelt';
const pouredOn = 'keller|boden|fussboden|wohnung|kueche|bad|treppe|zimmer|flur|wand|decke';
/** Of these a drop is no matter of a washer. */
const strictlyCarrying =
  'boiler|therme|gastherme|kombitherme|kessel|heizkessel|fussbodenheizung|fernwaermestation|*boiler|*speicher|*erhitzer|*koerper|*rohr|*leitung|*schlauch|*zaehler|wasseruhr|heizung|decke|zimmerdecke|plafond|wand';
const strongly =
  'stark|ununterbrochen|unaufhoerlich|pausenlos|nonstop|stroemen|massiv|massig|literweise|eimerweise|eimer|kuebel|durchgehend|extrem|wahnsinnig|heftig|unkontrolliert|volle|vollem|verrueckt|irre|ungebremst|ungehindert|sturzbach|sturzbaeche|baeche';
const inspector =
  'kaminkehrer|kaminfeger|schornsteinfeger|rauchfangkehrer|gaswerk|gasversorger|stadtwerke|feuerwehr|netzbetreiber';
/** Of a handle nobody is afraid. */
const noHandle = '(?<!(?:griff|hebel|rad|kappe|knopf|deckel|rosette|blende|abdeckung)[^|]{0,40})';
const torn =
  'gebrochen|durchgebrochen|runtergerissen|abgerissen|abgeschlagen|weggebrochen|abgehauen|umgefahren|angefahren|abgefahren|gekappt|losgerissen|ausgerissen|herausgerissen|rausgerissen|zertruemmert|abgebrochen|abgeflext|abgegangen';

/** In one breath, so that "die Heizung läuft, aber die Armatur ist hin" is none. */
const stillNow =
  '(?:[a-z0-9]+.){0,6}(?:kaputt|defekt|hin|hinueber|streikt|spinnt|tot|ausgefallen|ausgestiegen|aufgegeben|verabschiedet|stoerung|stillgelegt|gesperrt|abgestellt|abgedreht|mucks|muckser|verreckt|eingegangen|futsch|steht|hi|hii|weg|nichts|nimmer|nix|kalt|fehler|fehlermeldung|fehlercode|blinkt|funktionslos|ausser.betrieb|ohne.funktion|nicht(?!.(?:kaputt|defekt|alt|schlecht|noetig|neu|so)))';
const heaters =
  'heizung|heizungsanlage|therme|gastherme|kombitherme|heizkessel|kessel|brenner|waermepumpe|gasheizung|oelheizung|pelletheizung|fernwaerme|zentralheizung|boiler';
const dire =
  'kinder|kindern|kind|enkel|schwiegermutter|kranke|neugeborenes|neugeborenen|saeugling|saeuglinge|baby|babys|babies|zwillinge|kleinkind|kleinkinder|kleinkindern|pflegebeduerftig|pflegebeduerftige|pflegebeduerftigen|pflegefall|bettlaegerig|bettlaegerige|bettlaegerigen|schwanger|schwangere|hochschwanger|schwerkrank|lungenkrank|herzkrank|bitterkalt|eiskalt|saukalt|arschkalt|frostig|minus|minusgrade|frost|frieren|friert|erfrieren|bibbern|kalten|eiszapfen';
const notInOneRoom =
  '(?!(?:im|in.dem|in.der|am).(?:kinderzimmer|babyzimmer|schlafzimmer|zimmer|neubau|anbau|bad|keller|garage|dachgeschoss|dachboden|gartenhaus))';
const notAsUsual =
  '(?![^|]{0,60}.(?:richtig|optimal|gleichmaessig|neue|neuen|angebot|tauschen|austauschen)\\b)';

/** Danger to life: the answer carries the safety sentence. */
export const toldGas = `
Gasgeruch: ${gasThings}|gasofen ~ riecht|stinkt
Gasgeruch: riecht|stinkt ~ am|beim|neben|aus|hinter|an ~ ${gasThings}|gasofen
Melder schlägt an: melder|warner|warngeraet geht|ging|sprang ~ los|an
Rauch: ofen|kaminofen|holzofen|pelletofen|kachelofen|kamin raucht|qualmt ~ zimmer|wohnung|raum|rein|zurueck|haus|wohnzimmer|stube|melder
Gas tritt aus: gas entweicht|entstroemt
Gasgeruch: geruch|gestank ~ nach gas|erdgas
Gasgeruch: mueffelt|muffelt|mieft|duftet|schmeckt|miacht ~ nach gas|erdgas
Kohlenmonoxid: co festgestellt|nachgewiesen|ausgetreten
Kohlenmonoxid: festgestellt|nachgewiesen ~ co
Flammen: flamme|flammen|stichflamme ~ schlaegt|schlagen|kommt|kommen ~ ${heater}
Flammen: ${heater} ~ flammen|stichflamme
Gas tritt aus: gas undicht|leckt|leck|zischt|zischen|ausgetreten|ausgestroemt
Gas tritt aus: gas ~ zischt|zischen|ausgetreten|ausgestroemt|entwichen
Gas tritt aus: zischt|zischen ~ gas
Gas tritt aus: es gas ausgetreten|ausgestroemt
Melder schlägt an: melder|warner|warngeraet ~ piept|piepst|schrillt|schlaegt|losgegangen|angegangen|angeschlagen|heult
Gas zischt: ${gasThings} zischt|zischen|pfeift|faucht
Gas zischt: ${gasThings} ~ zischt|zischen|pfeift|faucht|blaest|ausstroemt
Gas zischt: zischt|zischen|pfeift|faucht ~ ${gasThings}
Gasleitung: ${gasThings} ~ abgerissen|abgebrochen|abgegangen|abgerutscht|geplatzt|gerissen|gebrochen|leckt|undicht|angebohrt|angebaggert|durchtrennt
Gas tritt aus: gas laesst|kann|koennen|geht ~ ${never} ~ ${stopped}|zu|abdrehn
Gas tritt aus: gashahn|gasabsperrhahn|gashaupthahn ~ ${never} ~ ${stopped}|zu
Gas tritt aus: gas ~ stroemt|tritt|zischt|entweicht|entweichen ~ aus|raus|heraus|unkontrolliert
Gas tritt aus: stroemt|tritt|entweicht|zischt ~ gas ~ aus|raus|heraus
Gasgeruch: riecht|rieche|riechen|stinkt|duftet|mieft ~ gasig|erdgas|propan|fluessiggas
Kohlenmonoxid: co|kohlenmonoxid ~ ppm
Kohlenmonoxid: ppm co|kohlenmonoxid
Verpuffung: verpuffung|verpuffungen|verpufft`;

/** Detectors, which sound unless they are to be bought. */
export const toldDetectors = `
Gasmelder: gasmelder|gaswarner|gaswarngeraet|gasdetektor|gasalarm
Gasmelder: gas melder|warner|alarm|detektor`;

/** Cannot wait for tomorrow. */
export const toldEmergencies = `
Wasser läuft: wasser ${asItShould} ${pours}|tropft|kommt|quillt ~ aus|ausm|unter|unterm|hinter|von ~ ${strictlyCarrying}
Wasser läuft: ${pours}|tropft|kommt|quillt ~ wasser (?<!(?:wenig|kaum|etwas|kein).wasser.) ${asItShould} ~ aus|ausm|unter|unterm|hinter ~ ${strictlyCarrying}
Wasser läuft: aus|ausm|unter|hinter ~ ${strictlyCarrying} ~ ${pours}|tropft|kommt|quillt ~ wasser (?<!(?:wenig|kaum|etwas|kein).wasser.) ${asItShould}
${inAnyOrder('Abwasser kommt hoch', 'abwasser|schmutzwasser|bruehe|suppe', 'steht|stehen|schwimmt', 'keller|waschkueche|flur|wohnung|bad|garage|heizraum|erdgeschoss')}
Abwasser kommt hoch: suppe|gruetze|schlamm|dreck|dreckwasser ~ aus|ausm ~ ${outlet}
Abwasser kommt hoch: aus|ausm ~ ${outlet} ~ suppe|gruetze|schlamm|dreckwasser
${inAnyOrder('in der Wand rauscht es', 'rauscht|plaetschert|rauschen|plaetschern|zischt', 'wand|waende|mauer|boden|fussboden|decke', 'nass|feucht')}
heruntergefallen: boiler|*speicher|*koerper|spuelkasten|therme|gastherme|*erhitzer ~ wand|verankerung|halterung ~ gefallen|gekracht|gebrochen|gerissen|gestuerzt|runtergefallen|heruntergefallen
l'eau monte: eau monte ~ dans|cave|salle
Wasser steigt: wasser|abwasser steht|stand (?<!kein.) ~ bis
Abwasser kommt hoch: aus|ausm ~ ablauf|ablaeufen|abfluss|abfluessen|gully|gullys|gulli|kanal|wc|klo|toilette|bodenablauf|ablaeufe ~ kommt|laeuft|quillt ~ wasser|abwasser|bruehe|schlamm|dreck|schmutzwasser
alles läuft: alles laeuft|kommt|fliesst|drueckt in|ins|auf|durch ~ ${rooms}|${bed}
läuft über: alles laeuft|geht ueber(?=.(?:$|[|]))
Heizkörper kalt: heizkoerper|radiatoren (?<!(?:zwei|drei|vier|manche|einige|einzelne|paar).[a-z]+.) werden ~ nicht|nimmer (?!richtig|genug|so|gleichmaessig)(?:mehr.)?warm(?!.genug)
Heizung geht nicht: ${heaters}|strom ist|sind ~ weg(?=.(?:$|[|]))
Strom: lichtbogen|funkenschlag|ueberschlag
Feuerwehr: feuerwehr war|hat|kam|musste|sagt|meint ~ wasser|gas|strom|keller|rohr|heizung|therme|abgedreht|abgestellt|gesperrt|abgepumpt
Haupthahn zu: habe|haben|hab|musste|mussten ~ haupthahn|hauptventil|hauptwasserhahn|hauptabsperrhahn|haupthahnen ~ zugedreht|abgedreht|abgestellt|zugemacht|zudrehen|abdrehen|abstellen|zumachen
Bitte sofort: sofort|augenblicklich kommen|vorbeikommen|losfahren
Bitte sofort: kommen|kommts sie|s|bitte sofort|augenblicklich
Bitte sofort: sofort (?:jemand|jemanden|einen|wen|wer) ~ schicken|kommen|vorbeikommen|braucht|brauchen
${inAnyOrder('Abwasser kommt hoch', 'kacke|scheisse|faekalien|fakalien|jauche|exkremente|klopapier|dreckwasser|drecksbruehe', 'steht|schwimmt|schwimmen|laeuft|kommt|kommen|quillt|drueckt|liegt|fuellt', `${outlet}|${rooms}`)}
${inAnyOrder('Strom', 'schlag|schlaege|stromschlaege|stromstoss', 'bekommen|gekriegt|bekommt|kriegt|kriege|bekomme|abbekommen|gespuert|gekommen', 'wasserhahn|hahn|armatur|dusche|wanne|badewanne|heizung|boiler|waschmaschine|spuele|wasser|heizkoerper')}
füllt sich: wanne|badewanne|dusche|duschwanne|waschbecken|spuele|schacht|keller fuellt ~ sich|von|mit
nasse Decke: ${ceiling} ${noShower} ~ (?<!(?:war|wurde).)nass(?!.(?:gewesen|war))
undichte Leitung: wasserleitung|wasserrohr|heizungsrohr|steigleitung|hauptleitung|zuleitung|heizungsleitung|warmwasserleitung|kaltwasserleitung|hauptwasserleitung|steigrohr ~ leckt|leck|undicht
nicht zu bewältigen: eimer|kuebel|handtuecher|handtuechern|wischen|aufwischen|schoepfen|aufnehmer|lappen ~ hinterher|nach(?=.(?:$|[|]))|uebergelaufen|nimmer
nicht zu bewältigen: eimer|kuebel|wanne ~ (?:alle|nach).(?:[0-9a-z]+.){1,3}(?:voll|ausleeren|leeren)
Fontäne: fontaene|wasserfontaene|wasserstrahl ~ ${rooms}|wand|boden|decke|rohr|leitung
Fontäne: ${rooms}|wand|boden|rohr|leitung ~ fontaene|wasserfontaene
Wasser an der Elektrik: wasser im|in|auf|am ~ stromkasten|sicherungskasten|verteilerkasten|zaehlerkasten|steckdose|steckdosen|lampe|lampen|verteiler|schaltkasten|stromverteilung|unterverteilung|deckenlampe
Heizung geht nicht: keine (?<=(?:^|[|]).keine.) heizung(?=.(?:$|[|]))
Heizung geht nicht: keine (?<!noch.keine.) heizung und|kein ~ warmwasser|wasser|strom
Heizung geht nicht: heizkoerper|radiatoren|heizungen (?:sind.|bleiben.|werden.)?(?:alle|saemtliche|komplett|ganz|ueberall|in.allen) ~ kalt|eiskalt|aus
Heizung geht nicht: keiner|keine|kein|kaner ~ heizkoerper|heizkoerpern|radiator|radiatoren ~ warm|heiss
kalt: sitzt|sitzen|sitze|lebt|leben|schlaeft|schlafen|hockt|hocken|wohnen ~ bei 3|4|5|6|7|8|9|10|11|12|13|14|15 grad
eau partout: eau partout
eau partout: partout ~ eau
eau partout: tuyau|flexible|raccord|robinet ~ lache|pete|arrache|casse
acqua dappertutto: acqua ovunque|dappertutto
${inAnyOrder('undicht', strictlyCarrying, 'tropft|rinnt|leckt|verliert|fliesst|spritzt', strongly)}
${inAnyOrder('Wasser läuft', `wasser ${asItShould}`, pours, strongly)}
${inAnyOrder('Wasser läuft', `wasser ${asItShould}`, pours, 'stunden|minuten|stunde')}
Loch: ${strictlyCarrying} hat|haben ~ loch|riss|haarriss
Wasser läuft: wasser kommt|laeuft|rinnt|dringt|tritt vor|hervor|raus|heraus
Wasser läuft: kommt|laeuft|rinnt|dringt|tritt wasser (?:drunter.|drunten.)?(?:vor|hervor|raus|heraus)
Wasser läuft: laeuft|rinnt|fliesst schon|gleich|bereits ~ in|ins|zum|zur|auf|ueber|uebern|unter ~ ${rooms}|${bed}|nachbarn
Wasser läuft: laeuft|kommt (?:gleich|bald) (?:es.|s.|das.|wasser.){0,2}(?:rein|herein|ueber)
Wasser läuft: gleich|bald laeuft|kommt|schwappt ~ rein|herein|ueber
Wasser läuft: stehe|steh|stehn|stehen|steht ~ im wasser
Wasser läuft: *keller|*abgang|schacht|garage|kueche|bad|wohnung|haus|alles|zimmer|lampe|wand|dose|kiste ~ voll|voller wasser
Wasser steigt: wasser|grundwasser|wasserspiegel|wasserstand|pegel steigt ~ ${rooms}|immer|weiter|an|schnell|staendig|noch
Wasser steigt: das wasser steigt
es drückt: drueckt es|alles|wasser|dreck ~ ${rooms}|${outlet}|haus
es drückt: es|alles|abwasser drueckt ~ ${rooms}|${outlet}
Abwasser kommt hoch: ${toilet}|verstopft|verstopfung ~ kommt (?:s.|es.|alles.|wieder.|bei.|uns.|mir.|oben.|unten.){0,4}(?:raus|hoch|zurueck|heraus)
Abwasser kommt hoch: nachbarn|nachbarin|nachbar|unten kommt|drueckt|laeuft (?:s.|es.|alles.)(?:[a-z]+.){0,2}(?:raus|hoch|heraus|durch)
Abwasser kommt hoch: kotzt|spuckt|speit|ruelpst|rotzt ~ zurueck|hoch|raus|aus|alles
Kessel kocht: kessel|heizung|ofen|kaminofen|pelletofen|holzofen|boiler|solaranlage|heizkessel kocht|ueberhitzt|siedet
Sicherheitsventil: sicherheitsventil|ueberdruckventil ~ blaest|spritzt|schiesst|spuckt|sprudelt
Therme gesperrt: ${inspector} ~ ${heaters} ~ gesperrt|stillgelegt|abgedreht|stilllegen|verboten|untersagt
Therme gesperrt: ${heaters} ~ darf nicht ~ betrieben|benutzt|eingeschaltet
Feuer: heizung|therme|kessel|boiler|kamin|schornstein|sicherung|sicherungen brennt|brennen(?=.(?:$|[|]))
Feuer: kaminbrand|schornsteinbrand|zimmerbrand|kellerbrand|verteilerbrand
Feuer: knistert|knackt|bruzzelt|brutzelt ~ ${electrics}
Feuer: ${electrics} ~ knistert|bruzzelt|brutzelt
kalt: raumtemperatur|innentemperatur|zimmertemperatur|thermometer ~ 4|5|6|7|8|9|10|11|12|13|14|15 grad
water coming out: water ~ coming|pouring|running|leaking|gushing|spraying|dripping|streaming ~ out|through|from|into|down (?!of.(?:the|my).(?:tap|shower|faucet))
water won't stop: can|cannot|won ~ stop it|this|leaking|running
${inAnyOrder('Wasser läuft', `${liquid} ${asItShould}`, moves, dry)}
${inAnyOrder('undicht', carrying, broken, consequence)}
undicht: ${carrying} ~ ${broken} ~ ${pours} ~ ${pouredOn}
undicht: ${pours} ~ ${carrying} ~ ${broken} ~ ${pouredOn}
abgeschlagen: *rohr|*leitung|*ventil|*hahn|hydrant|*schlauch|*anschluss ${noHandle} ~ ${torn}
es kommt durch die Wand: ${drips} ~ ${throughDry} ${dry}|wand|mauer
es kommt durch die Wand: aus|durch|von|hinter ~ ${dry}|wand|mauer ${drips}
es kommt durch die Wand: kommt|laeuft|drueckt|dringt es|alles ~ ${throughDry} ${dry}|wand|mauer|boden
es kommt durch die Wand: es|alles kommt|laeuft|drueckt|dringt ~ (?:aus|durch|von)(?:.(?:der|die|dem|den|unserer))? ${dry}|wand|mauer
alles nass: *boden|kueche|bad|zimmer|wohnung|keller|flur|alles ~ ${soaked}
${inAnyOrder('Wasser steigt', liquid, 'steht|stehen|stand', 'steigt|ansteigt|hoeher|oberkante|knoechelhoch|kniehoch|knietief')}
${inAnyOrder('Wasser steigt', 'abwasser|bruehe|faekalien|kacke|scheisse|jauche|schmutzwasser', 'oberkante|rand|knoechelhoch|kniehoch|zentimeterhoch|zentimeter|cm|ueberall')}
Wasser im Keller: keller|kellerraum|waschkueche|heizraum|heizungskeller|schacht (?:ist.|steht.|laeuft.|schon.|ganz.|wieder.|komplett.){0,3}voll(?=.(?:$|[|]))
Abwasser kommt hoch: aus|ausm ~ schuessel|kloschuessel|toilettenschuessel|wcschuessel (?:es.)?(?:kommt|quillt|sprudelt|drueckt|laeuft|spritzt)
Abwasser kommt hoch: kommt|quillt|sprudelt|drueckt|laeuft|spritzt ~ aus|ausm ~ schuessel|kloschuessel|toilettenschuessel
Abwasser kommt hoch: abwasser|schmutzwasser|bruehe|dreck ~ kommt|laeuft|quillt|drueckt ~ aus ~ ${outlet} ~ (?:raus|heraus|hoch|rauf)
Abwasser kommt hoch: kommt|laeuft|quillt|drueckt ~ abwasser|schmutzwasser|bruehe|dreck ~ aus ~ ${outlet}
Abwasser kommt hoch: abwasser|schmutzwasser|bruehe ~ (?:von|vom|aus) ~ nachbar|nachbarn|nachbarin|oben ~ ${outlet}|uns|mir
Heizung geht nicht: ${heaters} ${stillNow} (?!war|gewesen) ${notAsUsual} ~ ${dire} (?!sonst|immer|jeden|ein)
Heizung geht nicht: ${dire} ~ ${heaters} ${stillNow}
Heizung geht nicht: kaputte|defekte|ausgefallene|kaputter|keine|ohne (?<!noch.keine.) heizung|therme|waerme ${notInOneRoom} ~ ${dire} (?!sonst|immer|jeden|ein)
Heizung geht nicht: ${heaters} ~ geist aufgegeben
Heizung geht nicht: ${heaters} ~ ausgestiegen|abgeschmiert
Heizung geht nicht: ${heaters} steigt|schmiert ~ aus|ab
Heizung geht nicht: heizungsausfall|heizungsstoerung|heizungsdefekt ~ ${dire}
Heizung geht nicht: baby|saeugling|kinder|kleinkind|zwillinge|oma|opa|mutter|kind friert|frieren|(?:hat|haben|ist).(?:schon.|ganz.|so.)?(?:kalt|blau|unterkuehlt) (?!sonst|immer|jeden|ein|nicht)
kalt: 5|6|7|8|9|10|11|12|13|14|15 grad ~ wohnung|haus|stube|bude|zimmer|wohnzimmer|schlafzimmer|kinderzimmer|drinnen|innen|raumtemperatur
Kabel heiß: kabel|steckdose|sicherung|stecker|leitung|verteiler|sicherungskasten ist|wird|sind|werden (?:ganz.|richtig.|sehr.|total.|schon.|gluehend.){0,2}(?:heiss|gluehend|schwarz|geschmolzen)
spritzt: ${leaks} ~ ${outOf} ~ boiler|therme|gastherme|kessel|heizkessel|heizung|*speicher|*erhitzer|*koerper|*ventil|*minderer|*pumpe|*zaehler|wasseruhr|*rohr|*leitung|*schlauch|*verteiler|waschmaschine|spuelmaschine|geschirrspueler|spuelkasten|siphon
spritzt: aus|ausm|unter|unterm|hinter|hinterm ~ ${devices} ~ ${leaks} ~ wasser|bruehe|heraus|raus|stark|voll|ueberall
spritzt: aus|ausm|unter|unterm|hinter|hinterm|am|beim ~ boiler|*speicher|*erhitzer|*koerper|*minderer|*ventil|*rohr|*leitung|*schlauch|*zaehler (?:${leaks})(?!.(?:das.)?wasser)
spritzt: boiler|*speicher|*erhitzer|*koerper|*minderer|*ventil|*rohr|*leitung|*schlauch spritzt|schiesst|sprudelt
geplatzt: ${bursting} ~ ${burst}
geplatzt: ${burst} ~ boiler|*speicher|*koerper|*ventil|*minderer|*filter
geplatzt: *rohr|*leitung|*schlauch ~ aufgegangen|auseinandergegangen|auseinandergefallen|auseinandergerutscht|weggebrochen|aufgerissen|explodiert|aufgefroren
geplatzt: ist|sind|isch ~ *rohr|*leitung|*schlauch platzt
läuft aus: boiler|therme|gastherme|*speicher|*erhitzer|*kessel|*koerper|waschmaschine|spuelmaschine|geschirrspueler|aquarium|wasserbett|spuelkasten ${noContract} laeuft|rinnt|leert (?:[a-z]+.){0,3}aus(?=.(?:$|[|]))
läuft aus: liter wasser auf|am|ueberm|uebern|im|in ~ ${bed}|kellerboden|wohnung|wohnzimmer|flur|treppenhaus
läuft aus: wasserlache|wasserpfuetze|lache|pfuetze ~ wird|breitet ~ groesser|immer|aus
läuft in Strömen: laeuft|fliesst|rinnt|kommt ${noCistern} in stroemen
läuft weiter: es hoert ${never} ~ auf (?:zu.)?(?:laufen|spritzen|fliessen|sprudeln|rinnen|tropfen|stroemen)${noCisternBehind}
läuft weiter: hoert ${noCistern} ${never} ~ auf zu laufen|spritzen|fliessen|sprudeln|rinnen|stroemen
läuft weiter: es|rohr|leitung|ventil|undicht ${noCistern} laeuft|rinnt|spritzt [|] und laeuft|rinnt|spritzt
Wasser lässt sich nicht abstellen: ${cannot} ~ wasser ~ ${never} ~ ${stopped}
Wasser lässt sich nicht abstellen: wasser ${cannot} ~ ${never} ~ ${stopped}
Wasser lässt sich nicht abstellen: wasser geht ~ ${never} ~ ab|aus|zu
Wasser lässt sich nicht abstellen: ${taps} ~ ${never} mehr (?!ganz|richtig|vollstaendig)(?:[a-z]+.){0,2}(?:${stopped}|zu|abschalten)
Wasser lässt sich nicht abstellen: finden|finde ~ haupthahn|hauptventil|absperrhahn|hauptabsperrhahn|hauptwasserhahn ~ nicht ~ laeuft|spritzt|wasser
Wasser lässt sich nicht abstellen: wasser|laeuft|spritzt ~ finden|finde ~ haupthahn|hauptventil|absperrhahn|hauptabsperrhahn|hauptwasserhahn ~ nicht
Wasser von oben: wasser ${noShower} ${runs} ~ von (?:oben|oberhalb)${noShowerBehind}
Wasser von oben: ${runs} ${noShower} ~ wasser ~ von (?:oben|oberhalb)${noShowerBehind}
Wasser von oben: tropft|rinnt|laeuft|plaetschert|suppt ${noShower} ~ von oben${noShowerBehind}
Wasser von oben: von ${noShower} oben tropft|rinnt|laeuft|plaetschert|kommt ~ ${noShowerBehind}(?:wasser|runter|rein|durch|herunter|bruehe)
Wasser von oben: wasser ${noShower} (?:${runs})${noShowerBehind} ~ ${down}
Wasser von oben: (?<!kein.)wasser ${noShower} ~ ueber uns|mir ~ ${runs}
Wasser von oben: ueber uns|mir (?:${runs}) ~ wasser
Wasser von oben: ${people} ~ (?:oben|ueber|obendrueber|drueber) ~ ${runs} ~ wasser
Wasser von oben: regnet|regnets (?:es.)?(?:[a-z]+.){0,3}(?:in|im|ins|rein|herein) ~ ${rooms}
Wasser von oben: regnet|regnets (?:es.)?(?:bei.(?:uns|mir).)?(?:rein|herein)
nasse Decke: wasser (?:an|aus|von|durch|in)(?:.[a-z]+){0,2} ${ceiling}
nasse Decke: ${ceiling}|tapete|wand|waende|boden|teppich|parkett (?:[a-z]+.){0,4}(?:${soaked})
nasse Decke: ${soaked} ~ ${ceiling}|wand|waende
nasse Decke: wasserblase|blase|wasserblasen|beule ~ ${ceiling}|tapete
nasse Decke: ${ceiling} ~ wasserblase|wasserblasen|blase|beule
nasse Decke: ${ceiling} ~ runtergekommen|heruntergekommen|eingestuerzt|heruntergebrochen|runtergebrochen|runtergefallen|heruntergefallen
Wasser bei den Nachbarn: ${people} ~ (?:unter|unten|unterhalb|drunter|untendrunter|darunter) ~ nass|tropft|feucht|rinnt|wasserfleck|wasserflecken|${soaked}
Wasser bei den Nachbarn: ${people} ~ (?:unter|unten|unterhalb|drunter|untendrunter|darunter) ~ wasser (?:an|aus|von|durch|in|im|kommt|laeuft|tropft|durch)
Wasser bei den Nachbarn: tropft|laeuft|rinnt|kommt ~ (?:zum|zur|beim|bei|zu).(?:den.|der.|meinem.|unserem.|meinen.|unseren.|meiner.|unserer.)?(?:nachbarn?|nachbarin|mietern?|mieterin) ~ durch|runter|hinunter|herunter|rein|decke
die Wasseruhr läuft: wasserzaehler|wasseruhr|zaehler dreht|laeuft|rast|rennt|spinnt (?!(?:sich.)?(?:ganz.|sehr.|etwas.)?langsam) ~ obwohl|verrueckt|wild|wie|rasend|schnell|durchgehend
in der Wand rauscht es: wand|mauer|boden ~ rauscht|plaetschert|zischt|rauschen|plaetschern ~ wasser|wasserzaehler|wasseruhr|nass
in der Wand rauscht es: hoere|hoeren|hoert|hoer ~ wasser ~ (?:in|hinter|unter) ~ wand|mauer|boden|decke ~ rauschen|plaetschern|laufen|zischen|rauscht|laeuft
alles nass: alles ${soaked}|ueberschwemmt|ueberflutet
alles nass: hilfe wasser|rohrbruch
alles nass: hilfe [|] ~ wasser (?:ueberall|laeuft|kommt|spritzt|rinnt|im|in|steht)
alles nass: ueberall wasser
alles nass: ueberall ist|steht|lauter wasser
alles nass: wasser (?:ist.|steht.|laeuft.)?ueberall
läuft über: ${toilet}|spuele|waschbecken|wanne|badewanne|dusche|schacht|hebeanlage laeuft|geht|rinnt (?:[a-z]+.){0,4}ueber(?=.(?:$|[|]))
läuft über: ${toilet} ~ randvoll
läuft über: ${toilet} ~ voll bis ~ rand|oben|anschlag
läuft über: ${toilet} ~ bis ~ (?:rand|oben|anschlag) voll
läuft über: ${toilet}|verstopft ~ laeuft|rinnt|drueckt|schwappt ~ (?:auf|ueber|uebern|ins|in).(?:den.|das.|die.|dem.)?(?:${bed}|bad|flur|wohnung|zimmer)
Abwasser kommt hoch: kommt|kam|drueckt|kommen|drueckts|laeuft alles ~ ${up}
Abwasser kommt hoch: alles kommt|drueckt|laeuft ~ ${up}
Abwasser kommt hoch: verstopft|verstopfung ~ kommt|drueckt|quillt|steigt|laeuft (?:(?!wasser)[a-z]+.){0,4}(?:hoch|rauf|herauf|zurueck|retour|entgegen)
Abwasser kommt hoch: kommt|drueckt|laeuft|quillt|blubbert es|alles|was ~ aus|ausm|in|im ~ ${outlet} (?:[a-z]+.){0,2}(?:hoch|raus|rauf|heraus|herauf)
Abwasser kommt hoch: aus|ausm ~ ${outlet} kommt|drueckt|laeuft|quillt es|alles|dreck|schlamm|wasser ~ hoch|raus|rauf|heraus|herauf
Abwasser kommt hoch: sprudelt|quillt|spritzt|schiesst|schwappt|blubbert ~ aus|ausm ~ wc|klo|toilette|abfluss|gully|gulli|bodenablauf|kanal|schacht|haeusl
Abwasser kommt hoch: aus|ausm ~ wc|klo|toilette|gully|gulli|bodenablauf|kanal|schacht (?:blubbert|sprudelt|quillt|spritzt|schwappt)
Abwasser kommt hoch: kanal|kanalisation drueckt|druecken|kommt ~ ${rooms}|waschkueche|hoch|zurueck|rein
Abwasser kommt hoch: kacke|scheisse|faekalien|jauche|guelle|klopapier schwimmt|schwimmen|laeuft|laufen|kommt|kommen|quillt|steht|stehen|ueberall
Abwasser kommt hoch: hebeanlage|tauchpumpe|kellerpumpe|schmutzwasserpumpe|schmutzwasserhebeanlage ~ alarm|steigt|ueber|hochwasser
das einzige WC: verstopft|kaputt|defekt|unbenutzbar ~ (?:einzige|einziges|einzigen|(?:nur|bloss).(?:die|das|des|a|ein|eine|eins|dieses).?(?:eine)?|kein.(?:anderes|zweites)|keine.(?:andere|zweite))
das einzige WC: einzige|einziges|einzigen toilette|wc|klo ~ ${blocked}
kein Wasser: kein tropfen|troepfchen
kein Wasser: wasser ist ~ (?:ganz.|komplett.|ploetzlich.|auf.einmal.)?(?:weg|ausgefallen)(?=.(?:$|[|]))
kein Wasser: wasserausfall|wasserversorgung ~ ausgefallen|unterbrochen|zusammengebrochen
kein Warmwasser: warmwasser ist|bleibt weg|kalt|eiskalt
kein Warmwasser: warmwasser kommt ~ nicht|keins|keines
Heizung geht nicht: ${heater} ~ (?:keinen|kein) ~ mucks|muckser|mucker|lebenszeichen|ton
Heizung geht nicht: ${heater} ~ ruehrt ~ nicht|nichts|nix
Heizung geht nicht: ${heater} ~ verreckt|futsch|abgeraucht|eingegangen
Heizung geht nicht: ${heater} ~ ${standsStill} ~ ${frail}|${cold}
Heizung geht nicht: ${frail}|${cold} ~ ${heater} ~ ${standsStill}
Heizung geht nicht: ${frail} ~ (?:im|in.der).(?:kalten|kaltn|kaelte)(?!.(?:wasser|winter))
Heizung geht nicht: sitzen|sitze|sitzt|hocken|hockt|stehen|schlafen ~ (?:im|in.der).(?:kalten|kaltn|kaelte)(?=.(?:$|[|]|da|hier|mit|und|seit))
Heizung geht nicht: keine|keinen|kein warme|warmen|warmes wohnung|zimmer|bude|stube
Heizung geht nicht: wohnung|haus|bude|stube wird ~ nicht|nimmer|nicht.mehr (?!genug|richtig|gleichmaessig)(?:mehr.)?warm(?!.genug)
Heizung geht nicht: alle|saemtliche heizkoerper|radiatoren|heizungen ~ kalt|eiskalt|aus
Heizung geht nicht: wir|alle|mieter|bewohner|haus|kinder|baby|mutter|oma|opa|eltern frieren|friert|erfrieren (?!sonst|immer|jeden|ein|im.bad|nicht)
Heizung geht nicht: ${heater} ~ frieren|friert|erfrieren (?!sonst|immer|jeden|ein|nicht)
Heizung geht nicht: uns|hier|wohnung|haus|bude|mir ~ (?<!(?:immer|winter|bad).)(?:${cold})
Heizung geht nicht: fernwaerme|heizung kommt ~ nicht|keine|nichts
kalt: nur mehr|bloss.noch|grad.noch|gerade.noch|knapp (?:1[0-6]|[1-9]) grad
kalt: wohnung|haus|bude|wohnzimmer|kinderzimmer|schlafzimmer (?:hat|haben|sind|nur|noch|bloss|unter|ist|es|gerade|mal|knapp|jetzt) ~ (?:[5-9]|1[0-5]) grad
Brandgeruch: riecht|stinkt|riechts|stinkts|mieft ~ nach ~ ${burnt}
Feuer: ${smoke} kommt|dringt|tritt|zieht|quillt|steigt|schlagen|spruehen ~ ${electrics}
Feuer: kommt|dringt|tritt|zieht|quillt|steigt|schlagen ~ ${smoke} ~ ${electrics}
Feuer: ${electrics} ~ kommt|dringt|quillt|steigt|schlagen ~ ${smoke}
Feuer: ${electrics} ~ ${smokes}
Feuer: ${smokes} ~ ${electrics}
Feuer: waschmaschine|trockner|spuelmaschine|pumpe|umwaelzpumpe|motor|lueftung raucht|qualmt|brennt|schmort|kokelt
Feuer: geknallt|knall|explosion|stichflamme|explodiert ~ ${heater}|${electrics}
Feuer: ${heater}|${electrics} ~ geknallt|knall|explosion|stichflamme|explodiert
Strom: steht|stehen|ist|sind unter strom(?=.(?:$|[|]))
Strom: kribbelt|elektrisiert|gewischt|stromstoss|bitzelt ~ dusche|armatur|wasserhahn|hahn|wanne|badewanne|heizung|boiler
Strom: dusche|armatur|wasserhahn|hahn|wanne|badewanne|heizung|boiler ~ kribbelt|elektrisiert|gewischt|stromstoss|bitzelt
Wasser an der Elektrik: wasser tropft|laeuft|kommt|rinnt|spritzt|steht ~ ${electrics}
Wasser an der Elektrik: tropft|laeuft|rinnt|spritzt ~ (?:auf|in|aus|ueber|bei).(?:die.|der.|den.|das.|dem.|einer.)?(?:steckdosen?|steckdosenleiste|sicherungskasten|verteiler|stromkasten|schaltkasten)
water won't stop: water won|wont|doesn|can|cannot|never ~ stop|off
water won't stop: turn|shut ~ water off
water won't stop: can|cannot|unable ~ turn|shut|stop ~ water
water won't stop: stopcock|valve ~ stuck|broken|seized ~ water|leaking|leak|pouring
l'eau ne s'arrête pas: eau|fuite ~ arrete pas|plus
l'eau ne s'arrête pas: impossible|arrive|arrivons|peux|peut ~ couper|fermer|arreter ~ eau
l'acqua non si chiude: non ~ chiudere|fermare|spegnere|ferma ~ acqua
l'acqua non si chiude: acqua non ~ ferma|chiude|smette`;
