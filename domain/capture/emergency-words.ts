/**
 * The words for what cannot wait, in German, English, French and Italian, as `key-words.ts` reads them: lists of words in
 * plain spelling, the word to show before the colon.
 */

/** Who cannot stay in a cold home, and how old somebody is who cannot. */
const frail =
  'neugeborenes|neugeborene|neugeborenen|saeugling|saeuglinge|baby|babys|babies|zwillinge|kleinkind|kleinkinder|kleinkindern|kinder|kindern|chind|pflegebeduerftig|pflegebeduerftige|pflegebeduerftigen|pflegefall|bettlaegerig|bettlaegerige|bettlaegerigen|schwanger|schwangere|hochschwanger|krank|kranke|kranken|schwerkrank|lungenkrank|behindert|altersheim|pflegeheim|seniorenheim|newborn|infant|elderly|pregnant|nouveau|bebe|nourrisson|enceinte|malade|agee|agees|neonato|neonata|bambino|bambini|anziani|anziana|malata|malato|incinta';
const elder =
  'eltern|mutter|vater|oma|opa|omi|opi|grossmutter|grossvater|grosseltern|schwiegermutter|schwiegervater|schwiegereltern|tante|mieterin|nachbarin|dame|mother|father|grandma|parents|mere|pere|mamie|madre|padre|nonna|nonno';
const highAge = '(?:[89][0-9]|10[0-9])(?!.(?:[0-9]|qm|m2|m|quadratmeter|euro|prozent|grad|kw|liter))';
const frost = 'minus|minusgrad|minusgrade|minusgraden|frost|dauerfrost|eiseskaelte|freezing|gel|gele|gelo';
/** The minus itself is lost in plain spelling. */
const coldOutside =
  '(?:[0-9]|[12][0-9]).grad.(?:draussen|aussen|aussentemperatur|unter.null)|draussen(?:.sind)?.[0-9]+|dehors';
const heater =
  'heizung|heizungsanlage|therme|gastherme|kombitherme|heizkessel|kessel|brenner|waermepumpe|gasheizung|oelheizung|fernwaerme|boiler|heating|chauffage|chaudiere|riscaldamento|caldaia';
const broken =
  'kaputt|defekt|hin|hinueber|streikt|spinnt|aus(?=.(?:$|[|]|seit))|tot|kalt|broken|broke|dead|casse|cassee|hs|mort|rotto|rotta|guasto|guasta|ausgefallen';
const notInOneRoom =
  '(?!.(?:im|in.dem|in.der|am).(?:kinderzimmer|babyzimmer|schlafzimmer|zimmer|neubau|anbau|bad|keller|garage|dachgeschoss|dachboden|gartenhaus))';

/** What burns something, and what people feel whom its exhaust gas poisons. */
const burner =
  'therme|gastherme|kombitherme|heizung|gasheizung|oelheizung|heizkessel|kessel|brenner|gasofen|ofen|kaminofen|durchlauferhitzer|boiler|heater|furnace|chaudiere|chauffe|poele|caldaia|stufa|scaldabagno';
const sickness =
  '(?<!ein.)schwindel|schwindlig|schwindelig|uebelkeit|uebel|truemmlig|benommen|benommenheit|ohnmaechtig|ohnmacht|bewusstlos|dizzy|dizziness|nausea|nauseous|headaches|vertiges|nausees|nausea|vertigini|capogiri';
const headache =
  '(?<!(?:bereitet|bereiten|macht|machen).(?:uns|mir|schon.lange).)(?<!(?:bereitet|bereiten|macht|machen).)kopfschmerzen|kopfweh';
const exhaust = 'abgas|abgase|abgasen|rauchgas|rauchgase|rauchgasen';
const rooms =
  'wohnung|zimmer|bad|badezimmer|kueche|schlafzimmer|wohnzimmer|raum|haus|heizraum|heizungskeller|keller|treppenhaus|flur';

const pipe =
  'rohr|wasserrohr|heizungsrohr|abwasserrohr|kupferrohr|leitung|leitig|wasserleitung|wasserleitig|heizungsleitung|zuleitung|stromleitung|stromkabel|fussbodenheizung|bodenheizung';
const sewage =
  'abwasser|faekalien(?!.(?:hebeanlage|pumpe|hebepumpe))|schmutzwasser|kanalwasser|kloake|bruehe|scheisse|kacke|kot';
const outlet =
  'bodenablauf|ablauf|abfluss|abfluessen|gully|gulli|bodengully|kanal|schacht|dusche|duschablauf|wanne|badewanne|wc|klo|toilette|waschbecken|waschkueche';
const shutOff = ['absperrhahn', 'absperrventil', 'haupthahn', 'hauptventil', 'eckventil']
  .map((valve) => `(?<!(?:griff|hebel|rad|kappe).(?:vom|am|des).)${valve}`)
  .join('|');
const ceiling =
  'decke|zimmerdecke|wohnzimmerdecke|schlafzimmerdecke|kuechendecke|badezimmerdecke|baddecke|kellerdecke|plafond';

/** A detector that somebody names is one that sounds, unless it is to be bought. */
export const detectors = `
CO-Melder: co melder|alarm|alarme|warner|warnmelder|alarmmelder|detector|monitor
CO-Melder: kohlenmonoxid|kohlenmonoxyd melder|warner|warnmelder|sensor|alarm
CO-Melder: kohlenmonoxidmelder|kohlenmonoxidwarner|kohlenmonoxidalarm|comelder|cowarner
CO alarm: carbon monoxide alarm|alarms|detector|detectors
détecteur de CO: detecteur|detecteurs|alarme ~ co|monoxyde
rilevatore di CO: rilevatore|rilevatori|allarme ~ co|monossido`;

/** Danger to life: the answer carries the safety sentence. */
export const gas = `
Gasgeruch: gasgeruch
Gasgeruch: riecht|rieche|riechen|riechts|stinkt ~ gas
Gasgeruch: gas ~ riecht|rieche|riechen|stinkt|gerochen
Gasleck: gasleck|gasaustritt|gasalarm
Gasleck: gas tritt|stroemt|austritt
Gasleck: gas ~ ausgetreten|ausgestroemt
Gasleitung: gasleitung|gasrohr|gasschlauch|gashahn ~ angebohrt|getroffen|erwischt|beschaedigt|undicht|gebrochen|gerissen|abgerissen|abgebrochen|durchtrennt|leck
Kohlenmonoxid: kohlenmonoxid(?!.(?:melder|warner|warnmelder|sensor|alarm))
Kohlenmonoxid: kohlenmonoxyd
Kohlenmonoxid: hat|haben|wurde|wurden co gemessen
Kohlenmonoxid: viel|hoher|hohe|erhoehte|erhoehter|wegen co
Kohlenmonoxid: co wert|werte|konzentration|belastung ~ hoch|erhoeht|ueberschritten
Abgasrohr ab: abgasrohr|abgasleitung|ofenrohr|rauchrohr|kaminrohr ~ abgefallen|abgerissen|abgegangen|auseinander|undicht|gebrochen
Rauch: qualmt|raucht ~ aus ~ therme|gastherme|kessel|heizkessel|heizung|gasofen
Rauch: therme|gastherme|kessel|heizkessel|heizung|gasofen qualmt|raucht
Abgas: ${exhaust} tritt|treten|stroemt|stroemen|entweicht|entweichen|dringt|dringen ~ aus|ein|${rooms}
Abgas: ${exhaust} kommt|kommen|gelangt|gelangen|zieht|ziehen|drueckt|druecken ~ raus|rein|zurueck|${rooms}
Abgas: ${exhaust} ~ kommt|kommen|zieht|ziehen|drueckt|druecken ~ rein|zurueck|${rooms}
Abgas: ${exhaust} ziehen|zieht|gehen|geht|werden|wird nicht ~ ab|abgefuehrt|raus
Abgas: ${exhaust} in|im|ins ~ ${rooms}
Abgas: riecht|rieche|riechen|stinkt ~ ${exhaust}
Abgas: abgassystem|abgasanlage undicht
Abgas: abgas stoerung|alarm|austritt|rueckstau|geruch
Abgas: abgasaustritt|abgasgeruch|abgasstoerung|abgasalarm|abgasrueckstau|rauchgasaustritt
Abgas: abgaswaechter|abgasueberwachung|abgassensor|abgasfuehler ~ ausgeloest|loest|angesprochen|spricht|meldet|alarm
Abgasvergiftung: ${sickness}|rauchgasvergiftung ~ ${burner}
Abgasvergiftung: ${headache} ~ ${burner}
Abgasvergiftung: ${burner} ~ ${sickness}
Abgasvergiftung: ${burner} ~ ${headache}
fumes: exhaust|boiler fumes|fume
fumes: fumes|exhaust ~ boiler|heater|flue|furnace
gaz brûlés: gaz brules ~ refoulent|refoule|sortent|entrent|rentrent|reviennent|piece|maison
gaz brûlés: gaz d echappement
intoxication: maux|mal de|a tete|la ~ ${burner}
intoxication: chaudiere|chauffe|poele ~ maux|mal ~ tete
intossicazione: mal di testa ~ caldaia|stufa|scaldabagno
intossicazione: caldaia|stufa|scaldabagno ~ mal di testa
fumi: fumi|fumo ~ caldaia|stufa ~ entrano|entra|escono|esce|tornano|casa
gas smell: gas smell|odour|odor|leak
gas smell: smell|smells|smelling|smelled|smelt ~ gas
carbon monoxide: carbon monoxide(?!.(?:alarm|detector))
fuite de gaz: fuite|fuites ~ gaz
fuite de gaz: gaz ~ fuit|echappe
odeur de gaz: odeur|odeurs ~ gaz
odeur de gaz: sent|sens|sentons|pue ~ gaz
monoxyde de carbone: (?<!(?:detecteur|detecteurs|alarme|detecter).(?:de|a|au|du|le).)monoxyde de carbone
perdita di gas: perdita|perdite|fuga|fuoriuscita ~ gas
odore di gas: odore|puzza|puzzo ~ gas
monossido di carbonio: (?<!(?:rilevatore|rilevatori|allarme).(?:di|per.il|del).)monossido di carbonio`;

/** Cannot wait for tomorrow. */
export const emergencies = `
Rohrbruch: rohrbruch|rohrbruchs|rohrbrueche|wasserrohrbruch|wasserrohrbruchs|leitungsbruch|heizungsrohrbruch
Rohrbruch: rohr|wasserrohr|heizungsrohr|abwasserrohr|leitung|wasserleitung|schlauch|waschmaschinenschlauch|zulaufschlauch|wasserschlauch ~ geplatzt|gebrochen|gerissen|abgerissen|abgegangen|abgesprungen|abgerutscht
Rohrbruch: geplatztes|gebrochenes|geplatzte|gebrochene|geplatzter rohr|wasserrohr|leitung|wasserleitung|schlauch
geplatzt: boiler|speicher|warmwasserspeicher|heizkoerper|therme|gastherme|kessel|heizkessel|waermetauscher|ausdehnungsgefaess|wasserhahn|ventil|eckventil|wasserzaehler|wasseruhr|filter|wasserfilter ~ geplatzt|explodiert
Schlauch ab: schlauch|waschmaschinenschlauch|zulaufschlauch|wasserschlauch ist|ging|geht ~ ab
angebohrt: ${pipe} ~ angebohrt|durchbohrt|angestochen|angesaegt|durchgesaegt|durchtrennt|durchgeschnitten|erwischt
angebohrt: angebohrt|durchbohrt|angestochen|erwischt ~ ${pipe}
angebohrt: bohrer|bohren|gebohrt|bohrmaschine|duebeln|geduebelt ~ ${pipe} ~ getroffen
angebohrt: ${pipe} ~ getroffen ~ bohren|bohrer|bohrmaschine
angebohrt: ${pipe} (?<!(?:fuer|fuers)(?:.(?:das|ein|eine|die))?.[a-z]+.)(?:gebohrt|bohrt|gehauen|geschraubt)
angebohrt: getroffen ~ bohren|bohrer ~ ${pipe}
abgebrochen: ${shutOff} ~ abgebrochen|abgerissen|abgeschlagen
Wasser spritzt: wasser (?:spritzt|schiesst|sprudelt)(?=.(?:$|[|]))
Wasser spritzt: wasser spritzt|schiesst|sprudelt ueberall|quer|unkontrolliert|meterhoch|meterweit
Wasser spritzt: wasser kommt|laeuft|spritzt raus|heraus
Wasser läuft: wand|mauer|boden ~ schiesst|spritzt|sprudelt ~ wasser
Wasser läuft: alles voll wasser
Wasser läuft: wasser ~ keller|waschkueche|wohnung steigt
Wasser läuft: wasser tritt ~ unkontrolliert|unaufhaltsam
Wasser läuft: wasser sprudelt|quillt|spritzt|schiesst aus ~ boden|wand|mauer
Wasser läuft: wasser (?:laeuft|fliesst|stroemt|rinnt)(?!.(?:beim|nach.dem|waehrend.des).dusch) ~ stroemen|unkontrolliert|unaufhaltsam|ueberall|parkett|laminat|treppe|treppenhaus|stiegenhaus|flur
Wasser läuft: wasser ~ hoert nicht auf
Wasser läuft: wasser laeuft|fliesst|stroemt|rinnt durch|von|aus|ausm ~ decke|decken|deckn|wand
Wasser läuft: laeuft|fliesst|stroemt|rinnt ~ wasser durch|von|aus|ausm ~ decke|decken|deckn|wand
Schraube im Rohr: schraube|nagel|duebel in|ins|durch ~ ${pipe}
Wasser läuft: wasser laeuft [|] und laeuft
Wasser läuft: wasser kommt|laeuft|tropft|rinnt ~ deckenlampe|deckenleuchte|sicherungskasten|stromkasten
Wasser läuft: wasser ~ wand|waende ab|runter|herunter|hinunter
unter Wasser: boden|fussboden|kellerboden|waschkueche|garage|erdgeschoss ~ unter wasser
Keller läuft voll: keller|kellerraum ~ voll wasser
Keller läuft voll: keller|kellerraum ~ voll mit|von|mitm wasser
Wassereinbruch: boden|bodenplatte|kellerboden|kellerwand ~ drueckt|quillt wasser
läuft über: waschbecken|spuele|dusche|duschwanne|wanne|badewanne laeuft ueber
läuft über: gulli|bodenablauf|hebeanlage|kanal|schacht ~ laeuft ueber
Abwasser kommt hoch: klo|wc|toilette|abfluss drueckt ~ zurueck|hoch|raus
Abwasser kommt hoch: bruehe|scheisse|kacke ~ keller|wohnung
Wassereinbruch: wassereinbruch|wassereinbruchs|wassereintritt
Wassereinbruch: wasser drueckt ~ keller|wand|waende|boden|bodenplatte
Wassereinbruch: wasser kommt|laeuft|dringt|drueckt|rinnt rein|herein|hinein|nach
Wassereinbruch: kommt|laeuft|dringt|drueckt|rinnt wasser rein|herein|hinein|ein
Wasserschaden: wasserschaden|wasserschadens|wasserschaeden
Wasser läuft: wasser laeuft|fliesst|stroemt|spritzt|tropft|kommt|dringt|tritt|rinnt ~ decke|wand|waende|waenden|keller|wohnung|steckdose|lampe|schaltkasten
Wasser läuft: laeuft|fliesst|stroemt|spritzt|tropft|kommt|dringt|tritt|rinnt ~ wasser ~ decke|wand|waende|waenden|keller|wohnung|steckdose|lampe|schaltkasten
Wasser läuft: wasser laeuft|fliesst|stroemt|spritzt|schiesst ~ aus ~ rohr|leitung|heizung|therme|boiler|speicher|spuelmaschine|waschmaschine|zaehler|wasserzaehler|wasseruhr|heizkoerper|ventil|eckventil|anschluss|schlauch|verteiler|heizkessel|kessel|wasserfilter
Wasser läuft: laeuft|fliesst|stroemt|spritzt|schiesst ~ wasser ~ aus ~ rohr|leitung|heizung|therme|boiler|speicher|spuelmaschine|waschmaschine|zaehler|wasserzaehler|wasseruhr|heizkoerper|ventil|eckventil|anschluss|schlauch|verteiler|heizkessel|kessel|wasserfilter
Wasser läuft: aus|durch|von ~ decke|wand|steckdose|lampe|therme|boiler|heizung|speicher|rohr ~ tropft|laeuft|rinnt|fliesst|spritzt|stroemt|kommt wasser
Wasser läuft: aus ~ zaehler|wasserzaehler|wasseruhr|heizkoerper|ventil|eckventil|anschluss|schlauch|verteiler|kessel|heizkessel|leitung|wasserfilter ~ laeuft|fliesst|spritzt|stroemt|schiesst|sprudelt ~ wasser
Wasser spritzt: wasser ~ spritzt|schiesst|stroemt|sprudelt|spritzen|schiessen ~ raus|heraus
Wasser spritzt: spritzt|schiesst|stroemt|sprudelt ~ wasser raus|heraus
Wasser spritzt: wasser ~ herausspritzt|herausschiesst|herausstroemt
Wasser läuft: wasser ~ ausgelaufen|ausgetreten|eingedrungen
Wasser kommt durch die Decke: tropft|tropfts|laeuft|laeufts|rinnt|rinnts|suppt ~ durch|aus|von|vom ~ decke|decken|plafond
unter Wasser: alles|keller|wohnung|bad|badezimmer|kueche|haus|heizungskeller|heizraum ~ unter wasser
unter Wasser: unter wasser ~ keller|wohnung|bad|kueche
Wasser im Keller: wasser steht|stehen|steigt ~ keller|wohnung|bad|kueche|flur
Wasser im Keller: steht ~ wasser ~ keller|wohnung|bad|kueche|flur
Wasser im Keller: keller|wohnung|kueche|flur steht ~ wasser
Keller läuft voll: keller|heizungskeller|heizraum|wohnung|haus|schacht saeuft ~ ab
Keller läuft voll: keller|heizungskeller|heizraum|wohnung|haus laeuft ~ voll
Keller läuft voll: saeuft ~ keller|heizungskeller|heizraum ~ ab
Keller läuft voll: laeuft ~ keller|heizungskeller|heizraum ~ voll
Keller läuft voll: keller|heizungskeller|heizraum|wohnung ~ abgesoffen|vollgelaufen
Hochwasser: hochwasser ~ keller|heizungskeller|heizraum|haus|wohnung|erdgeschoss
Hochwasser: keller|heizungskeller|heizraum|haus|wohnung ~ hochwasser
Überschwemmung: ueberschwemmung|ueberschwemmt|ueberflutet|ueberflutung
läuft über: verstopft|verstopfung|toilette|wc|klo|abfluss|gully ~ laeuft ueber
läuft über: verstopft|verstopfung|toilette|wc|klo|abfluss|gully ~ uebergelaufen|ueberlaeuft
Rückstau: rueckstau
Abwasser kommt hoch: wasser|abwasser|bruehe|faekalien|kanalwasser|kloake kommt|kommen|drueckt|druecken|steigt ~ hoch|rauf|herauf|zurueck
Abwasser kommt hoch: kommt|kommen|drueckt|druecken|steigt ~ wasser|abwasser|bruehe|faekalien|kanalwasser|kloake ~ hoch|rauf|herauf|zurueck
Abwasser kommt hoch: abwasser|faekalien|kanalwasser|kloake kommt|kommen|drueckt|druecken|steigt|laeuft ~ keller|wohnung|bad|dusche|wanne|badewanne|waschbecken|spuele
Abwasser kommt hoch: wasser|abwasser|faekalien|kanalwasser ~ hochgedrueckt|zurueckgedrueckt
Abwasser kommt hoch: ${sewage} ~ drueckt|druecken|kommt|kommen|quillt|quellen|sprudelt|steigt|steigen|tritt|laeuft ~ ${outlet}
Abwasser kommt hoch: ${outlet} ~ drueckt|druecken|kommt|kommen|quillt|quellen|sprudelt|steigt|steigen ~ ${sewage}
Abwasser kommt hoch: drueckt|druecken|kommt|kommen|quillt|quellen|sprudelt|steigt|steigen ~ ${sewage} ~ ${outlet}
Abwasser kommt hoch: drueckt|druecken|kommt|kommen|quillt|quellen|sprudelt|steigt|steigen ~ ${outlet} ${sewage}
Abwasser kommt hoch: bodenablauf|gully|gulli|abfluss drueckt|quillt|sprudelt|steigt|kommt wasser
Abwasser kommt hoch: ${sewage}|wasser steht ~ steigt
Abwasser kommt hoch: faekalien(?!.(?:hebeanlage|pumpe|hebepumpe)) ~ keller|wohnung|bad|dusche|wanne|badewanne|flur|waschkueche|garten
Abwasser kommt hoch: ${sewage} drueckt|druecken|kommt|kommen|quillt ~ raus
Abwasser kommt hoch: drueckt|kommt|quillt ~ ${sewage} raus
Abwasser kommt hoch: kanal drueckt ~ zurueck|rein|hoch
nasse Decke: ${ceiling} ~ nass|feucht|durchnaesst|klatschnass|triefnass ~ immer|zusehends|staendig|minuetlich mehr|groesser|nasser|feuchter|schlimmer
nasse Decke: ${ceiling} wird|werden ~ nasser|feuchter
nasse Decke: ${ceiling} ~ nass|feucht|durchnaesst ~ tropft|rinnt
nasse Decke: ${ceiling} ~ woelbt|beult|biegt|haengt ~ wasser|nass
nasse Decke: nasser|nasse|feuchter|feuchte|wasserfleck|wasserflecken ~ ${ceiling} ~ (?:wird|werden|breitet|breiten)(?!.(?:langsam|im.lauf)) ~ groesser|mehr|nasser|feuchter|aus
nasse Decke: wasserfleck|wasserflecken|fleck|nasser|nasse ~ ${ceiling} ~ waechst
nasse Decke: wasserfleck|wasserflecken ~ ${ceiling} ~ tropft|rinnt
regnet durch die Decke: regnet|regnets|schifft ~ durch|von|aus ~ ${ceiling}|lampe
kein Warmwasser: kein|keine|keinerlei warmwasser
kein Warmwasser: wasser wird|bleibt ~ nicht warm|heiss
kein Warmwasser: wasser wird|bleibt ~ nicht mehr warm|heiss
Wasser erkannt: wasser|leckage erkannt|detektiert
kein Warmwasser: kein|keinerlei warmes|heisses wasser
kein Warmwasser: ohne warmwasser
kein Warmwasser: nur kaltes|eiskaltes wasser
kein Warmwasser: warmwasser ~ ausgefallen
kein Warmwasser: warmwasser faellt ~ aus
kein Warmwasser: warmwasser geht|funktioniert|laeuft ~ nicht
kein Wasser: kein (?<!(?:pumpe|brunnen|zisterne)[^|]{0,30}) wasser
ohne Heizung: sind|sitzen|stehen|bin|sitze|seit ~ ohne heizung|strom|wasser
Heizung ausgefallen: heizung|heizungsanlage|therme|gastherme|heizkessel|kessel|brenner|waermepumpe|boiler|gasheizung|oelheizung|fernwaerme ~ ausgefallen
Heizung ausgefallen: ausgefallene|ausgefallener|ausgefallenen heizung|heizungsanlage|therme|waermepumpe
Heizung ausgefallen: heizung|heizungsanlage|therme|gastherme|waermepumpe|gasheizung|oelheizung faellt ~ aus
Heizung ausgefallen: faellt ~ heizung|therme|waermepumpe ~ aus
Heizung ausgefallen: heizungsausfall|heizungsausfalls|totalausfall
Heizung ausgefallen: heizung|heizungsanlage|therme|gastherme|waermepumpe|gasheizung|oelheizung|fernwaerme|heizkessel|brenner tot|mausetot
Heizung ausgefallen: heizung|heizungsanlage|therme|gastherme|waermepumpe|gasheizung|oelheizung|heizkessel|brenner ist|scheint ~ tot|mausetot
Heizung ausgefallen: heizung|heizungsanlage|therme|gastherme|waermepumpe|gasheizung|oelheizung|heizkessel|brenner ist|bleibt ~ aus(?=.(?:$|[|]))
kalt: nur noch 1[0-7]|[1-9] grad
kalt: 5|6|7|8|9|10|11|12|13|14|15|16 grad ~ wohnung|haus|zimmer|wohnzimmer|schlafzimmer|kinderzimmer
Heizung ausgefallen: ausfall der|unserer heizung
Heizung geht nicht: heizung|heizungsanlage|therme|gastherme|waermepumpe|gasheizung|oelheizung geht|funktioniert|laeuft|startet|heizt|springt|wird ~ nicht(?!.([|].so|ganz|ueberall|richtig|rund|optimal|gut|effizient|sauber|gleichmaessig|leise))
Heizung geht nicht: geht|funktioniert|laeuft|startet|springt ~ heizung|therme|waermepumpe ~ nicht(?!.([|].so|ganz|ueberall|richtig|rund|optimal|gut|effizient|sauber|gleichmaessig|leise))
Heizung geht nicht: seit ~ keine heizung
Heizung geht nicht: keine heizung mehr
Heizung geht nicht: keine heizung ~ warmwasser|wasser
Heizung geht nicht: heizung|heizungen|wohnung ist|sind|bleibt|bleiben|wird ~ kalt|eiskalt
Heizung geht nicht: ${heater} komplett|ganz|voellig|total|gaenzlich ${broken}
Heizung geht nicht: (?<!noch.)keine heizung${notInOneRoom} ~ ${frail}
Heizung geht nicht: (?<!noch.)keine heizung${notInOneRoom} ~ ${elder} ~ ${highAge}
Heizung geht nicht: (?<!noch.)keine heizung seit
Heizung geht nicht: keine waerme mehr|seit
Heizung geht nicht: 80|81|82|83|84|85|86|87|88|89|90|91|92|93|94|95|96|97|98|99 jaehrige|jaehriger|jaehrigen|jahre ~ keine|ohne heizung
Heizung geht nicht: ${heater} ~ ${broken} ~ friert.es|es.friert|gefriert
eingefroren: wasserleitung|heizung|leitung|rohr|rohre|wasserrohr|heizungsrohr ~ eingefroren|zugefroren
Heizung geht nicht: kaputte|defekte|ausgefallene heizung|therme|gastherme ~ ${frail}
Heizung geht nicht: ${heater} ~ ${broken} ~ bin|ist|sind ${highAge}
Heizung geht nicht: ${heater} ~ ${broken} ~ kind|tochter|sohn ~ wochen|monate alt
Heizung geht nicht: keine waerme ~ ${frail}|${frost}
Heizung geht nicht: keine heizung ~ bin|ist|sind ${highAge}
Heizung geht nicht: bin|ist|sind ${highAge} ~ ${heater} ~ ${broken}
Heizung geht nicht: bin|ist|sind ${highAge} ~ keine|ohne heizung${notInOneRoom}
Heizung geht nicht: ${heater} macht|tut ~ nichts mehr
Heizung geht nicht: (?<!noch.)keine heizung ~ ${frost}|${coldOutside}
Heizung geht nicht: ${frail} ~ keine|ohne heizung${notInOneRoom}
Heizung geht nicht: ${elder} ~ ${highAge} ~ keine|ohne heizung${notInOneRoom}
Heizung geht nicht: ${heater} ~ (?:${broken})(?!.(?:war|gewesen)) ~ ${frail}
Heizung geht nicht: ${heater} ~ ${broken} ~ ${elder} ~ ${highAge}
Heizung geht nicht: ${heater} ~ ${broken} ~ ${frost}|${coldOutside}
Heizung geht nicht: ${frail} ~ ${heater} ~ ${broken}
Heizung geht nicht: ${elder} ~ ${highAge} ~ ${heater} ~ ${broken}
Heizung geht nicht: ${frost} ~ ${heater} ~ ${broken}
Stromausfall: stromausfall|kurzschluss
Stromausfall: kein|keinen strom
Stromausfall: strom ~ ausgefallen
Brandgeruch: brandgeruch|schmorgeruch|stromschlag
Brandgeruch: riecht|stinkt ~ verbrannt|verschmort|verkohlt|angebrannt
Brandgeruch: kabel|steckdose|sicherungskasten|verteiler ~ schmort|brennt|raucht|qualmt
Funken: spruehen|sprueht funken
Funken: funken ~ steckdose|kabel|schalter|sicherungskasten
Notfall: (?<!im.)notfall|notlage|noteinsatz|soforteinsatz|soforthilfe
Notdienst: brauche|brauchen|benoetige|benoetigen|schicken ~ notdienst
Notdienst: bitte|dringend notdienst
Notdienst: notdienst bitte|dringend|gesucht|benoetigt|gebraucht|noetig
Notdienst: bitte|dringend um|den|ihren|einen notdienst
burst pipe: burst pipe|pipes
burst pipe: pipe|pipes ~ burst
flooding: flooded|flooding|flood
water coming through: water ~ coming|pouring|dripping|running|leaking|comes|runs|drips ~ ceiling|wall|walls|floor
water coming through: ceiling ~ leaking|dripping|leaks|drips
water everywhere: water gushing|spurting|spraying|pouring|everywhere
water everywhere: water is|was ~ gushing|spurting|spraying|pouring|everywhere
drilled into a pipe: drilled|drilling ~ pipe
drilled into a pipe: hit|struck ~ pipe|pipes ~ drilling|drill
sewage: sewage ~ coming|backing|rising|basement|cellar|everywhere|shower|up
wet ceiling: ceiling ~ wet|soaked|damp ~ worse|wetter|bigger|spreading
wet ceiling: patch|stain|spot ~ ceiling ~ growing|bigger|spreading|wetter|larger
overflowing: toilet|sink|drain|cistern|bath ~ overflowing|overflowed|overflows
no hot water: no hot|warm water
no hot water: hot water ~ stopped|gone
no heating: no heating|heat
heating failed: heating|boiler|heater|furnace ~ broken|failed|stopped|down|died
heating failed: heating|boiler|heater|furnace ~ not|t working|work|works
power outage: no power|electricity
power outage: power outage|cut
burning smell: burning smell
burning smell: smell|smells burnt|burning
emergency: emergency
dégât d'eau: degat|degats|degas d|de|des|du|par ~ eau|eaux
fuite d'eau: (?<!(?:petite|legere|mini).)fuite|fuites d|de eau(?!.(?:au|du|sous.le|dans.le).robinet)
fuite d'eau: grosse|importante|enorme|grande fuite|fuites
fuite d'eau: fuite|fuites importante|enorme
fuite d'eau: fuit|fuite|coule|goutte|ruisselle|gicle|jaillit ~ plafond|mur|murs|cave|compteur|chaudiere|chauffe
fuite d'eau: plafond|mur|cave ~ coule|goutte|fuit|ruisselle
fuite d'eau: eau ~ gicle|jaillit|deborde
fuite d'eau: gicle|jaillit ~ eau
fuite d'eau: eau coule|ruisselle|entre|rentre ~ partout|cave|sous|appartement
fuite d'eau: eau monte ~ cave|maison|appartement|garage
infiltration: infiltration|infiltrations d eau ~ plafond|cave|mur|murs
refoulement: (?<!anti.)refoulement ~ egout|egouts|eaux|wc|canalisation
refoulement: eaux|egout|egouts ~ remonte|remontent|refoule|refoulent|deborde|debordent
refoulement: wc|toilette|toilettes ~ deborde|debordent
tache au plafond: tache|aureole ~ plafond ~ agrandit|grandit|grossit|etend
tuyau percé: perce|percee ~ tuyau|conduite|canalisation
inondation: inondation|inonde|inondee|inondes|inondees
inondation: cave|appartement|cuisine|maison|salle sous l eau
conduite éclatée: conduite|conduites|canalisation|canalisations|tuyau|tuyaux|flexible|boiler|ballon|radiateur ~ eclate|eclatee|eclates|casse|cassee|rompu|rompue|perce|percee|crevee|explose
conduite éclatée: rupture ~ conduite|canalisation|tuyau
pas de chauffage: plus|pas|sans|aucun de|du chauffage
pas de chauffage: sans|aucun chauffage
pas de chauffage: chauffage|chauffages|chaudiere|radiateurs|pompe ~ panne|hs|mort|morte|kaputt
pas de chauffage: chauffage|chaudiere casse|cassee
pas de chauffage: chauffage|chaudiere est ~ casse|cassee|arretee|arrete
pas de chauffage: panne de|du|totale|generale ~ chauffage|chaudiere
pas de chauffage: chauffage|chaudiere|radiateurs ne|n ~ marche|fonctionne|demarre|chauffe|allume|marchent|fonctionnent|chauffent plus|pas(?!.(?:bien|tres|assez))
pas d'eau chaude: plus|pas|sans|aucune d|de eau(?!.(?:sale|usee|potable))
pas d'eau chaude: sans|aucune eau
urgence: (?<!(?:en.cas.d|en.cas.de|numero.d|numeros.d|service.d|pour.une|pour.toute|toute).)urgence
perdita d'acqua: (?<!(?:piccola|leggera|lieve|minima).)perdita|perdite d|di acqua(?!.(?:dal|al|del|nel).rubinetto)
perdita d'acqua: grossa|grave|grande|forte perdita
perdita d'acqua: acqua ~ esce|scende|cola|gocciola|sgorga|schizza ~ soffitto|muro|parete|tubo|caldaia|contatore|cantina
perdita d'acqua: esce|scende|cola|gocciola|piove|sgorga|schizza ~ soffitto|muro|parete|tubo|caldaia|contatore
perdita d'acqua: soffitto|muro|parete ~ esce|scende|cola|gocciola|perde acqua
danno d'acqua: danno|danni d|da|dell|di|dall acqua
perdita d'acqua: acqua ~ dappertutto|ovunque
infiltrazione: infiltrazione|infiltrazioni ~ acqua ~ soffitto|cantina|muro|parete
fogna: fogna|liquami|fognatura ~ risale|risalgono|esce|escono|rigurgita
fogna: acqua|acque|scarico risale|risalgono|rigurgita
trabocca: water|gabinetto|lavandino|vasca|scarico trabocca|straripa
fogna: rigurgito ~ fogna|fognatura
macchia sul soffitto: soffitto ~ macchia ~ allarga|cresce|ingrandisce|aumenta
macchia sul soffitto: macchia ~ soffitto ~ allarga|cresce|ingrandisce|aumenta|estende
tubo bucato: bucato|forato|perforato ~ tubo|tubatura|conduttura
allagamento: allagamento|allagamenti|allagato|allagata|allagati|allagate|inondazione|alluvione
tubo rotto: tubo|tubi|tubatura|tubazione|conduttura|boiler|radiatore|scaldabagno|flessibile ~ rotto|rotta|rotti|scoppiato|scoppiata|scoppiati|esploso|esplosa|bucato|spaccato
tubo rotto: rottura ~ tubo|tubi|tubatura|conduttura
senza riscaldamento: senza|niente|nessun riscaldamento
senza riscaldamento: non abbiamo|ho riscaldamento
senza riscaldamento: non abbiamo|ho piu|il riscaldamento(?!.a.pavimento)
senza riscaldamento: non c e riscaldamento
senza riscaldamento: non c e piu riscaldamento
senza riscaldamento: non funziona|funzionano|parte|va ~ riscaldamento|caldaia|termosifoni
senza riscaldamento: riscaldamento|caldaia|termosifoni non ~ funziona|funzionano|parte|va|accende|scalda|scaldano(?!.(?:bene|molto|tanto))
senza riscaldamento: riscaldamento|caldaia ~ rotta|rotto|guasta|guasto|bloccata|bloccato|spenta|spento|morta|ko
senza riscaldamento: caldaia|riscaldamento in blocco|panne
senza acqua calda: senza|niente|nessuna acqua
senza acqua calda: manca|mancano ~ acqua|riscaldamento
senza acqua calda: non abbiamo|ho|esce|arriva acqua
senza acqua calda: non abbiamo|ho|esce|arriva piu acqua
senza acqua calda: non c e acqua
senza acqua calda: non c e piu acqua
urgenza: (?<!(?:in.caso.di|in.caso.d|per.una|per.qualsiasi|per.ogni|per|numero.di|d).)urgenza|emergenza`;
