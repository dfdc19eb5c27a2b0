/**
 * The words for what cannot wait, in German, English, French and Italian, as `key-words.ts` reads them: lists of words in
 * plain spelling, the word to show before the colon.
 */

/** Danger to life: the answer carries the safety sentence. */
export const gas = `
Gasgeruch: gasgeruch
Gasgeruch: riecht|rieche|riechen|riechts|stinkt ~ gas
Gasgeruch: gas ~ riecht|rieche|riechen|stinkt|gerochen
Gasleck: gasleck|gasaustritt|gasalarm
Gasleck: gas tritt|stroemt|austritt
Gasleck: gas ~ ausgetreten|ausgestroemt
Kohlenmonoxid: kohlenmonoxid|kohlenmonoxyd
CO-Melder: co melder|alarm|warner
gas smell: gas smell|odour|odor|leak
gas smell: smell|smells|smelling|smelled|smelt ~ gas
carbon monoxide: carbon monoxide
fuite de gaz: fuite|fuites ~ gaz
fuite de gaz: gaz ~ fuit|echappe
odeur de gaz: odeur|odeurs ~ gaz
odeur de gaz: sent|sens|sentons|pue ~ gaz
monoxyde de carbone: monoxyde de carbone
perdita di gas: perdita|perdite|fuga|fuoriuscita ~ gas
odore di gas: odore|puzza|puzzo ~ gas
monossido di carbonio: monossido di carbonio`;

/** Cannot wait for tomorrow. */
export const emergencies = `
Rohrbruch: rohrbruch|rohrbruchs|rohrbrueche|wasserrohrbruch|wasserrohrbruchs|leitungsbruch|heizungsrohrbruch
Rohrbruch: rohr|wasserrohr|heizungsrohr|abwasserrohr|leitung|wasserleitung|schlauch|waschmaschinenschlauch|zulaufschlauch|wasserschlauch ~ geplatzt|gebrochen|gerissen|abgerissen|abgegangen|abgesprungen|abgerutscht
Rohrbruch: geplatztes|gebrochenes|geplatzte|gebrochene|geplatzter rohr|wasserrohr|leitung|wasserleitung|schlauch
geplatzt: boiler|speicher|warmwasserspeicher|heizkoerper|therme|gastherme|kessel|heizkessel|waermetauscher|ausdehnungsgefaess|wasserhahn|ventil|eckventil|wasserzaehler|wasseruhr|filter|wasserfilter ~ geplatzt|explodiert
Schlauch ab: schlauch|waschmaschinenschlauch|zulaufschlauch|wasserschlauch ist|ging|geht ~ ab
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
kein Wasser: kein wasser
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
Heizung geht nicht: heizung|heizungsanlage|therme|gastherme|waermepumpe|gasheizung|oelheizung geht|funktioniert|laeuft|startet|heizt|springt|wird ~ nicht(?!.(richtig|rund|optimal|gut|effizient|sauber|gleichmaessig|leise))
Heizung geht nicht: geht|funktioniert|laeuft|startet|springt ~ heizung|therme|waermepumpe ~ nicht(?!.(richtig|rund|optimal|gut|effizient|sauber|gleichmaessig|leise))
Heizung geht nicht: seit ~ keine heizung
Heizung geht nicht: keine heizung mehr
Heizung geht nicht: keine heizung ~ warmwasser|wasser
Heizung geht nicht: heizung|heizungen|wohnung ist|sind|bleibt|bleiben|wird ~ kalt|eiskalt
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
