/** The words for what is wanted and how soon, as `key-words.ts` reads them. */

/** Something is broken; not every drop is an emergency. */
export const repairs = `
Reparatur: reparatur|reparaturen|reparieren|repair|repairs|repairing|fix|fixing
Reparatur: repariert werden
defekt: defekt|defekte|defekter|defektes|defekten|kaputt|kaputte|kaputter|kaputtes|kaputten|broken|faulty
tropft: tropft|tropfender|tropfende|tropfendes|tropfenden|dripping|drips
undicht: undicht|undichte|undichter|undichtes|undichten|leck|leckt|leckage|leak|leaks|leaking
verstopft: verstopft|verstopfte|verstopfter|verstopftes|verstopften|verstopfung|blocked|clogged
Störung: stoerung|stoerungen|stoerungsmeldung|fehlermeldung|fehlercode|malfunction
funktioniert nicht: funktioniert|geht|laeuft|heizt ~ nicht
funktioniert nicht: funktionieren|gehen|laufen ~ nicht mehr
funktioniert nicht: not|t working|work
ausgefallen: ausgefallen
ausgefallen: faellt ~ aus
verliert Wasser: verliert ~ wasser
Sicherung: sicherung|sicherungen fliegt|fliegen|springt
Wartung: wartung|heizungswartung|inspektion
Wartung: warten lassen`;

export const projects = `
neues Bad: neues|neue|neuen|new bad|badezimmer|dusche|waschbecken|toilette|wc|wanne|badewanne|bathroom|shower
neue Heizung: neue|neuen|new heizung|heizungsanlage|therme|gastherme|heating|boiler
neue Küche: neue|neuen|new kueche|kitchen
neue Elektrik: neue|neuen elektrik|elektroinstallation|leitungen
Badsanierung: badsanierung|badrenovierung|badumbau|badmodernisierung|badplanung|komplettbad
Sanierung: sanierung|sanieren|saniert|komplettsanierung|altbausanierung|heizungssanierung|strangsanierung
Renovierung: renovierung|renovieren|renoviert|renovation|renovate|renovating|refurbish|refurbishment
Umbau: umbau|umbauen|umgebaut|ausbau|ausbauen|dachausbau|anbau|remodel|remodelling|remodeling
Modernisierung: modernisierung|modernisieren|modernisiert|heizungsmodernisierung
Erneuerung: erneuerung|erneuern|erneuert
Austausch: austausch|austauschen|ausgetauscht|heizungstausch|kesseltausch|ersetzen|ersetzt|replace|replacing|replacement|replaced
Neubau: neubau|hausbau
Einbau: einbau|einbauen|nachruesten|nachruestung|verlegen|install|installing|installed
Installation: installieren|installiert|neuinstallation|montage|montieren|anschliessen
Wärmepumpe: waermepumpe|waermepumpen
Wärmepumpe: heat pump
Photovoltaik: photovoltaik|photovoltaikanlage|solaranlage|solarthermie
Photovoltaik: solar panels
Wallbox: wallbox|ladestation
Fußbodenheizung: fussbodenheizung
Fußbodenheizung: underfloor heating
bodengleiche Dusche: bodengleiche|bodengleichen|bodengleicher|begehbare|begehbaren dusche
barrierefrei: barrierefrei|barrierefreie|barrierefreies|barrierefreien|altersgerecht|altersgerechtes
Dusche statt Wanne: dusche statt|anstatt ~ wanne|badewanne
Angebot: angebot|kostenvoranschlag|offerte|quote|quotation|estimate`;

/** Somebody asks which and whether, before anything is to be done; what he asks about is named behind. */
export const questions = `
Beratung: beratung|beratungsgespraech|beratungstermin|beraten zu|zur|zum|ueber|bei|wegen|hinsichtlich|rund
Beratung: foerderberatung|energieberatung|heizungsberatung|erstberatung|foerdermittelberatung
Frage: lohnt|lohnen sich
Frage: macht|ergibt ~ sinn
Frage: frage ob|lohnt
Frage: was|welche|welcher|welches|welchen ~ empfehlen|empfiehlt|empfehlt|raten
advice: advice on|about|regarding
advice: which|what ~ recommend|advise
conseil: conseil|conseils sur|pour|concernant
conseil: quelle|quel|que ~ conseillez|recommandez
consulenza: consulenza su|per|sulla|sul
consulenza: quale|cosa|che ~ consigliate|consiglia`;

/** Somebody who wants an offer has made up his mind, whatever else he asks. */
export const offers = `
Angebot: angebot|kostenvoranschlag|kva|offerte|quote|quotation|estimate|devis|preventivo`;

export const advices = `
Beratung: beratung|beratungstermin|beraten|beratungsgespraech|advice|consultation
Frage: frage|fragen|wissen|auskunft|information|informationen|infos|question|questions|wondering
Kosten: kostet|kosten
Kosten: how much`;

/** Should be soon, though not at once. */
export const soon = `
dringend: dringend|dringende|dringender|dringendes|dringlich|eilig|eilt(?!.nicht)|urgent|urgently
schnell: so schnell wie|es moeglich
schnell: schnellstmoeglich|schnellstens|bald|rasch|schnell|zeitnah|baldmoeglichst|umgehend|unverzueglich|sofort
schnell: asap|quickly|immediately
schnell: as soon as`;

/** There is time. */
export const planned = `
hat Zeit: hat|haben ~ zeit
keine Eile: keine eile
nicht dringend: nicht ~ dringend|eilig
eilt nicht: eilt ~ nicht
nächstes Jahr: naechstes|naechsten|kommendes|kommenden jahr|jahres
irgendwann: irgendwann
no rush: no|not ~ rush|hurry|urgent
next year: next year`;
