/**
 * Emergencies that are told by their parts: what runs, how it runs, where. Read by `key-words.ts` as the lists of
 * `emergency-words.ts` are.
 */

const rooms =
  'keller|kellerraum|kellerboden|heizungskeller|heizungsraum|heizraum|waschkueche|waschkeller|wohnung|kueche|bad|badezimmer|flur|gang|diele|treppenhaus|stiegenhaus|garage|tiefgarage|erdgeschoss|untergeschoss|souterrain|eg|ug|wohnzimmer|schlafzimmer|kinderzimmer|zimmer|haus|hausflur|laden|lager|werkstatt|buero|technikraum';
const above = 'decke|zimmerdecke|kuechendecke|baddecke|badezimmerdecke|kellerdecke|lampe|deckenlampe|plafond';
const wall = 'wand|mauer|hauswand|kellerwand|badwand';
const runs =
  'laeuft|fliesst|stroemt|spritzt|tropft|kommt|dringt|tritt|rinnt|sickert|plaetschert|rieselt|sprudelt|schiesst|suppt';
const gushes = 'spritzt|schiesst|stroemt|sprudelt|plaetschert|quillt|rinnt|tropft|suppt|rieselt|prasselt';
const gushed = 'gespritzt|geschossen|gesprudelt|gestroemt|herausgespritzt|herausgeschossen';
const flood = 'sturzbach|wasserfall|wasserfontaene|fontaene|springbrunnen|wasserstrahl|strahl|schwall|bach';
const deep =
  'zentimeterhoch|zentimetertief|kniehoch|knietief|knoecheltief|knoechelhoch|knoecheltiefes|meterhoch|kniehohes|huefthoch|schuhhoch';
const electrics =
  'steckdose|steckdosen|sicherungskasten|sicherungsschrank|stromkasten|stromverteilung|stromverteiler|verteilerkasten|unterverteilung|zaehlerkasten|zaehlerschrank|schaltschrank|schaltkasten|lichtschalter|schalter|elektrik|kabel|lampe|lampen|sicherungen';
/** Of a lamp that does not burn nobody is afraid. */
const burning = electrics
  .split('|')
  .filter((one) => !/^(?:lampen?|schalter|elektrik)$/.test(one))
  .join('|');
const heater =
  'therme|gastherme|kombitherme|kessel|heizkessel|gaskessel|heizung|gasheizung|oelheizung|oelofen|gasofen|brenner|boiler';
/** What carries water under pressure. */
const carriers = '*rohr|*leitung|*leitig|*schlauch';
const torn =
  'geplatzt|aufgeplatzt|zerplatzt|gebrochen|durchgebrochen|gerissen|eingerissen|abgerissen|abgegangen|abgesprungen|abgerutscht|weggeflogen|durchgerostet|zerborsten|geborsten';
const drilled =
  'durchbohrt|durchgebohrt|angebohrt|durchgesaegt|angesaegt|durchgeschnitten|angeschnitten|durchtrennt|durchgeflext|angestochen|durchgeschlagen';
/** Eggs that smell so: of a drain or of hot water they say nothing about gas. */
const drains =
  'abfluss|abfluesse|ablauf|siphon|waschbecken|spuele|dusche|wc|klo|toilette|gully|gulli|bodenablauf|kanal|wasser|warmwasser|leitungswasser|brunnen|klaergrube|sickergrube';
const notOfDrains = `(?<! (?:${drains}) .{0,80})`;
const noDrainBehind = `(?!.{0,60} (?:${drains}) )`.replaceAll(' ', '.');

/** Danger to life: the answer carries the safety sentence. */
export const waterGas = `
Geruch nach faulen Eiern: ${notOfDrains.replaceAll(' ', '.')}faulen|faule|fauligen|faulige|verfaulten|vergammelten|gammeligen eiern|eier${noDrainBehind}
Rauch: rauch|qualm kommt|dringt|tritt|zieht|quillt ~ aus ~ ${heater}
Rauch: kommt|dringt|tritt|zieht|quillt ~ rauch|qualm ~ aus ~ ${heater}
Rauch: rauch|qualm aus ~ ${heater}
Rauch: aus ~ ${heater} kommt|quillt|dringt|steigt ~ rauch|qualm`;

/** Cannot wait for tomorrow. */
export const waterEmergencies = `
Rohrbruch: ${carriers} ~ ${torn}
Rohrbruch: ${torn} (?<!(?:brause|duschkopf|griff|fliese|fliesen|deckel|blende|sitz)[^|]{0,30}) ~ ${carriers}
angebohrt: ${carriers} ~ ${drilled}
angebohrt: ${drilled} ~ ${carriers}
abgebrochen: (?<!(?:griff|hebel|rad|kappe|knopf).(?:vom|am|des|von).(?:[a-z]+.)?)*hahn|*ventil|*anschluss ~ abgerissen|abgebrochen|abgeschlagen|weggeflogen
Wasser läuft: wasser ~ kommt|laeuft ~ ${gushed}
Wasser läuft: ${flood} ~ aus|durch|von ~ ${above}|${wall}
Wasser läuft: ${gushes} ~ aus|durch ~ ${wall}
Wasser läuft: laeuft aus ~ ${wall}
Wasser läuft: aus|durch|von ~ ${above} (?:${gushes}|laeuft|regnet)
Wasser läuft: aus ~ ${wall} ${gushes}
Wasser läuft: es|*rohr|*leitung|*schlauch|*ventil ~ ${gushes} ~ ueberall|heraus|raus|weiter|unkontrolliert|herum|decke|boden|wand|meterhoch|meterweit|quer
Wasser läuft: ${gushes} ~ ueberall|unkontrolliert ~ wasser
Wasser läuft: wasser ${runs} ~ ${electrics}
Wasser läuft: ${runs} ~ wasser ~ ${electrics}
Wasser läuft: krieg|kriege|kriegen|bekomme|bekommen ~ wasser|hahn|haupthahn|absperrhahn|hauptventil ~ nicht ~ abgestellt|abgedreht|abgesperrt|zugedreht|gestoppt|zu|aus|ab
Wasser läuft: *hahn|*ventil ~ nicht ~ zudrehen|abdrehen|schliessen|zumachen|absperren|zu ~ laeuft|spritzt|weiter
ausgelaufen: (?<!(?:garantie|vertrag|gewaehrleistung|leasing).{0,40})waschmaschine|spuelmaschine|geschirrspueler|aquarium|wasserbett|heizkoerper|speicher ~ ausgelaufen
Wasser im Haus: wasser im|in ~ ${rooms} steht|stehen|drin
Wasser im Haus: (?<!(?:kein|brauchen|brauche|moechten|moechte|wollen|haetten|fuer|legen|verlegen|gern|gerne).(?:[a-z]+.)?)wasser im|in|ins (?:(?:dem|der|den|ganzen|unserem|unserer).)*(?:keller|heizungskeller|heizungsraum|treppenhaus|flur|wohnzimmer|schlafzimmer|kinderzimmer|wohnung|erdgeschoss|hausflur)(?=.(?:$|[|]))
Wasser im Haus: stehe|stehen|steht|stehn|waten|wate|laufen im|in wasser(?!.(?:legionellen|kalk|bakterien|eisen))
Wasser im Haus: steht|stehen alles|hier|da|schon ~ im wasser
Wasser im Haus: ${rooms} steht|stehen|sind|ist|haben ~ cm|zentimeter|${deep} ~ wasser
Wasser im Haus: ${rooms} steht|stehen ~ wasser
Wasser im Haus: ${deep} ~ wasser
Wasser im Haus: wasser ~ ${deep}
Wasser im Haus: cm|zentimeter wasser ~ ${rooms}
Wasser im Haus: steht|stehen cm|zentimeter|[0-9]+ ~ wasser
Wasser im Haus: ${rooms} schwimmt
Wasser im Haus: schwimmt ~ ${rooms}
Wasser im Haus: ${rooms} ~ voller wasser
Wasser im Haus: alles schwimmt
Feuer: brennt|schmort|qualmt|raucht|glueht|kokelt ~ ${burning}
Feuer: ${burning} ~ brennt|schmort|qualmt|raucht|glueht|kokelt|funkt
Feuer: es brennt(?=.(?:$|[|]))
Feuer: kabelbrand|schwelbrand|funkenflug|funkenregen
Funken: funken(?=.(?:$|[|]))
Funken: funkt|funken|blitzt ~ ${electrics}
Funken: ${electrics} ~ spruehen|sprueht|funken|funkt|blitzt
Öl läuft aus: oelgeruch|heizoelgeruch|oelaustritt
Öl läuft aus: riecht|rieche|riechen|stinkt ~ nach heizoel|oel|diesel
Öl läuft aus: oel|heizoel laeuft|tropft|rinnt|sickert|leckt|tritt|kommt ~ aus|keller|boden|tank|leitung
Öl läuft aus: laeuft|tropft|rinnt|sickert|tritt oel|heizoel
Öl läuft aus: heizoel|oel ~ ausgelaufen|ausgetreten
Öl läuft aus: *tank|oelleitung laeuft|tropft|rinnt|leckt ~ aus(?=.(?:$|[|]))
Öl läuft aus: heizoeltank|oeltank|oelleitung ~ leckt|undicht|leck|ausgelaufen|geplatzt|gerissen`;
