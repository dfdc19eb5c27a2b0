/**
 * What fails, where it shows, how it grows and who suffers, said in parts by people in a hurry. Read by `key-words.ts` as
 * the lists of `emergency-words.ts` are.
 */

const water =
  'wasser|abwasser|grundwasser|regenwasser|heizungswasser|schmutzwasser|leitungswasser|bruehe|suppe|dreck';
const outlet =
  'ablauf|abfluss|gully|gulli|kanal|schacht|dusche|duschablauf|duschwanne|wanne|badewanne|wc|klo|toilette|waschbecken|spuele|becken|bodenablauf|badablauf';
const basin =
  'wanne|badewanne|dusche|duschwanne|waschbecken|spuele|becken|spuelkasten|klo|wc|toilette|schacht|hebeanlage|pumpensumpf';
const carrying =
  '*rohr|*leitung|*schlauch|*schlaeuche|*ventil|*hahn|*anschluss|*speicher|*boiler|*heizung|*koerper|*therme|*kessel|*kupplung|*verteiler|waschmaschine|spuelmaschine|geschirrspueler|siphon|wasseruhr|*zaehler|*filter';
const loose = 'abgeplatzt|abgesprungen|abgeflogen|abgerutscht|abgegangen|rausgesprungen|herausgesprungen|rausgeflogen';
const leaking = 'undicht|leckt|leck|leckage|gerissen|geplatzt|durchgerostet|abgebrochen|kaputt|defekt|hin';
const floor = 'estrich|boden|fussboden|parkett|laminat|teppich|dielen|decke|wand|wohnung|kueche|keller|flur';
const wet = 'nass|klatschnass|durchnaesst|aufgequollen|quillt|wellt|wellig|schwimmt|ueberschwemmt|vollgelaufen';
const soft = 'tapete|tapeten|putz|deckenputz|gipsdecke|rigips|decke|deckenplatte';
const gives = 'loest|abgeloest|faellt|runtergefallen|woelbt|biegt|broeckelt|platzt|haengt';
const grows = 'mehr|groesser|schlimmer|hoeher|staerker|nasser|feuchter';
const heater = 'kessel|heizkessel|therme|gastherme|boiler|heizung|waermepumpe|speicher|ofen|heizraum|heizungskeller';
const comes = 'kommt|laeuft|tropft|rinnt|regnet|plaetschert|sickert|fliesst|suppt|troepfelt';
const breaker = 'sicherung|sicherungen|fi|fehlerstromschutzschalter|schutzschalter|strom|licht';
const trips = 'fliegt|rausgeflogen|geflogen|raus|ausgefallen|flackert|weg';

/** Danger to life: the answer carries the safety sentence. */
export const partGas = `
Gasgeruch: geruch|gestank von|nach ~ gas|erdgas|propan
Gasgeruch: gas gerochen
Gasgeruch: rieche|riechen|riecht ~ gas(?=.(?:$|[|]|im|in|aus|am|hier|und))`;

/** Cannot wait for tomorrow. */
export const partEmergencies = `
Abwasser kommt hoch: kommt|steigt|quillt|drueckt in|im|aus|ausm|durch ~ ${outlet} ~ hoch|rauf|herauf|zurueck|raus(?!.(?:genug|heisses|warmes))
Abwasser kommt hoch: ${outlet} ~ laeuft|fliesst|geht nicht (?:mehr.)?ab|weg|runter ~ kommt|steigt|drueckt|laeuft ~ hoch|rauf|zurueck|ueber|raus
Abwasser kommt hoch: drueckt|steigt|kommt ~ zurueck|hoch ~ (?:aus|durch|im).(?:dem.|der.)?(?:${outlet})
läuft über: ${water} ~ geht|laeuft|kommt|steht|lief ~ uebern|ueber ~ rand|schwelle|tuerschwelle
läuft über: ${basin} lief|laeuft|ist|is ~ ueber(?=.(?:$|[|])|gelaufen)
läuft über: ${basin} ~ uebergelaufen
läuft über: randvoll|uebervoll ~ steigt|laeuft|kommt
läuft nach unten: ${comes} ~ unten|untendrunter|darunter|drunter ~ in|ins|im|beim|bei|aus|auf
Wasser steigt: ${water}|wasserstand|pegel steigt|steigen|gestiegen
Wasser steigt: *pumpe|hebeanlage ~ nicht|nimmer|ausgefallen|kaputt|defekt|steht|streikt ~ ${water} ~ steigt|steht|kommt|laeuft|hoch|drin
abgeplatzt: ${carrying} ~ ${loose}
abgerissen: ${carrying} ist|is|war ab(?=.(?:$|[|]))
Wasserschaden: ${carrying} ~ ${leaking} ~ ${floor} ~ ${wet}
Wasserschaden: ${carrying} ~ ${leaking} ~ liter|eimer|kuebel
Wasserschaden: ${carrying} ~ ${leaking} ~ druck ~ faellt|null|weg|runter
Wasserschaden: halbe|halber|ganze|ganzer|komplette|kompletter|gesamte|gesamter wohnung|kueche|keller|flur|etage|haus|boden|erdgeschoss|laden ~ nass|schwimmt|unter|voll|ueberschwemmt
Wasser läuft: kommen|laufen|rinnen|verlieren|verliert|laeuft ~ liter pro|in|die minute|stunde|sekunde|der
Wasser läuft: wasser ${comes} von oben
Wasser läuft: es ${comes} ~ von oben
Wasser läuft: ${comes} es ~ von oben
Wasser läuft: tropft|rinnt|regnet|plaetschert ~ von oben
Wasser läuft: pfuetze|lache|wasserlache|wasserfleck|fleck ~ groesser|waechst|breiter
Wasser in der Wand: wasser in|hinter|unter der|dem|den|unserer|meiner wand|decke|tapete|boden|estrich|parkett|laminat|zwischendecke ~ ${grows}|${gives}
Wasser in der Wand: ${soft} ~ ${gives} ~ wasser|nass|feucht|tropft|durchweicht
Wasser in der Wand: wasser|nass|feucht|durchweicht ~ ${soft} ~ ${gives}
Dampf: zischt|pfeift|faucht|brodelt ~ dampf
Dampf: dampf kommt|tritt|stroemt|schiesst|zischt|quillt ~ aus ~ ${heater}
Dampf: ${heater} ~ pfeift|faucht|zischt|brodelt ~ dampf|dampft|heiss
Strom und Wasser: ${breaker} ~ ${trips} ~ nass|tropft|feucht|wasserschaden|(?:wasser.(?:in|aus|an|im|auf|tropft|laeuft|kommt))
Strom und Wasser: wasser|tropft|nass ~ ${breaker} ~ fliegt|rausgeflogen|geflogen|flackert
zu kalt: nur noch|mehr (?:[0-9]|1[0-5]) grad
zu kalt: wohnung|haus|zimmer|stube|schlafzimmer|wohnzimmer ~ [0-9]|1[0-5] grad ~ baby|kind|kinder|oma|opa|mutter|vater|saeugling|frieren|krank
zu kalt: heizung|therme|kessel|heizkoerper ~ aus|tot|kalt|ausgefallen|nicht ~ erfrieren|bibbern|eiskalt
zu kalt: baby|saeugling|kleinkind|neugeborenes|oma|opa|pflegebeduerftig ~ ohne|kein|keine warmwasser|waerme
kein Warmwasser: kein|ohne warmwasser|wasser ~ baby|saeugling|kleinkind|neugeborenes|schwanger|pflegefall`;
