/** How absence notes, acknowledgements and read receipts speak, and how people do: German, English, French and Italian. */

export type AutomaticText = 'absence' | 'acknowledgement' | 'read-receipt';

/** `filler`: what such mails say besides. `neutral`: what people say as well. */
export type SentenceKind = AutomaticText | 'filler' | 'neutral';

const away =
  '(?:nicht (?:mehr )?(?:im|in meinem|in unserem|an meinem|am)? ?(?:buero|haus|haeusern|arbeitsplatz|platz|dienst|unternehmen|betrieb|erreichbar|anwesend|verfuegbar|zu erreichen|zugegen|da)|(?:\\w+ )?\\w*abwesend|ausser haus|(?:im|in|auf|in den|im wohlverdienten|in meinem|in unserem|in unseren) (?:jahres|winter|sommer|weihnachts|oster|erholungs|betriebs|mutterschafts)?(?:urlaub|ferien)|(?:auf|in) (?:dienst|geschaefts|fortbildungs|mutter kind )?(?:reise|reisen|messe|fortbildung|kur|reha)|verreist|auf reisen|(?:in|im) (?:elternzeit|mutterschutz|krankenstand|krankenhaus|elternkarenz|karenz|rente|pension)|erkrankt|krank|krankgeschrieben|geschlossen|ausgeschieden|nicht mehr (?:bei|fuer) \\w+|nur (?:eingeschraenkt|bedingt|unregelmaessig|teilweise|sporadisch))';
const leave =
  '(?:urlaub|betriebsurlaub|betriebsferien|ferien|betriebsruhe|werksferien|weihnachtsferien|sommerferien|sommerpause|winterpause|elternzeit)';

/**
 * The formulas, in the spelling of `plainWords`, each looked for within one sentence. The first kind that fits counts.
 */
export const formulas: readonly (readonly [kind: SentenceKind, formula: RegExp])[] = [
  // --- read receipts ---
  [
    'read-receipt',
    /\b(?:wurde|wurden|ist|hat|haben)\b.{0,80}\b(?:gelesen|angezeigt|geoeffnet|(?:ungelesen|nicht gelesen)(?: und)? geloescht|ohne gelesen zu werden geloescht)$|\b(?:was|has been|were) (?:read|displayed|opened|deleted without being read)\b|\bwas deleted without being read\b|\ba (?:ete|bien ete) (?:lu|lue|affiche|affichee|ouvert|supprime sans)\b|\b(?:e|stato|stata) (?:stato |stata )?(?:letto|letta|visualizzato|visualizzata)\b|\b(?:lesebestaetigung|empfangsbestaetigung|return receipt|read receipt|accuse de lecture|conferma di lettura|ricevuta di ritorno)\b/,
  ],
  // --- absence ---
  [
    'absence',
    new RegExp(
      `\\b(?:bin|bin ich|sind|sind wir|ist|befinde|befinden|sein|weile|habe|haben|hat|hab|bleibt|bleiben|macht|machen|mache|werde|werden|geht|gehen|gehe)\\b.{0,90}\\b(?:${away}|${leave})\\b`,
    ),
  ],
  ['absence', new RegExp(`\\b(?:${away})\\b.{0,60}\\b(?:bin|sind|ist|befinde|befinden|bis|vom|ab)\\b`)],
  [
    'absence',
    /\b(?:kein(?:en|erlei)?|nur (?:eingeschraenkten|begrenzten|sporadischen)|nicht immer) (?:regelmaessigen |direkten )?(?:zugriff|zugang) (?:auf|zu) (?:meine|meinen|unsere|die|das)?\b/,
  ],
  [
    'absence',
    /\b(?:abwesenheit(?:snotiz|snachricht|sbenachrichtigung|sassistent)?|automatische (?:antwort|nachricht|abwesenheit\w*)|(?:betriebs|buero|praxis)?(?:urlaub|ferien) (?:vom|bis|von|ab)|vom .{0,40} bis .{0,30} (?:urlaub|geschlossen|betriebsferien|ferien))\b/,
  ],
  [
    'absence',
    /\b(?:out of (?:the |my )?office|on (?:annual |sick |maternity |parental |paternity )?(?:leave|vacation|holiday|holidays)|away from (?:the office|my desk|my email|work)|(?:limited|no|intermittent) (?:access to|internet access)|(?:currently|presently) (?:away|unavailable|travelling|traveling|closed)|office is closed|will (?:be back|return|be returning))\b/,
  ],
  [
    'absence',
    /\b(?:absent|absente|en conge|en conges|en vacances|en deplacement|de retour le|retour au bureau|(?:pas|aucun|peu) (?:d )?acces a|reponse automatique|message automatique|fermeture (?:annuelle|pour)|(?:est|sont|sera|seront|sommes|serons|reste|restera) fermee?s?)\b/,
  ],
  [
    'absence',
    /\b(?:fuori (?:ufficio|sede)|assente|in ferie|in vacanza|in viaggio|(?:rientro|rientrero|saro di ritorno|di nuovo in ufficio)|risposta automatica|messaggio automatico|chius[aio] per (?:ferie|festivita)|rester\w{1,4} chius[aio]|saremo chiusi|non (?:ho|avro) accesso)\b/,
  ],
  // --- acknowledgements ---
  [
    'acknowledgement',
    /^(?!.*\bnicht\b).*\b(?:ihr|ihre|ihres|deine|dein|eure|diese|die) (?:\w+ )?(?:e mail|email|mail|nachricht|anfrage|anliegen|ticket|mitteilung|schreiben|meldung|kontaktanfrage)\b.{0,80}\b(?:erhalten|eingegangen|empfangen|registriert|entgegengenommen|angenommen|aufgenommen|zugestellt|erfasst|weitergeleitet|eingelangt)\b/,
  ],
  [
    'acknowledgement',
    /\b(?:erhalten|eingegangen|empfangen|eingelangt)\b.{0,40}\b(?:ihre|deine|eure) (?:\w+ )?(?:e mail|email|mail|nachricht|anfrage|anliegen|mitteilung)\b/,
  ],
  [
    'acknowledgement',
    /\b(?:ticket|vorgang|anfrage|case|fall)\w*\b.{0,60}\b(?:erstellt|angelegt|eroeffnet|created|opened|logged|registered|nummer|id|number|nr)\b|\b(?:vorgangsnummer|ticketnummer|ticket id|bearbeitungsnummer|referenznummer|case number|reference number)\b/,
  ],
  [
    'acknowledgement',
    /\b(?:have|has|we ve|hereby) (?:successfully )?received your\b|\b(?:acknowledge|confirm) (?:receipt|that we have received|the receipt)\b|\byour (?:\w+ )?(?:request|message|email|e mail|inquiry|enquiry|ticket)\b.{0,30}\b(?:has been|was) (?:received|created|logged|assigned|opened)\b|\bautomat(?:ed|ic) (?:response|reply|message|email)\b/,
  ],
  [
    'acknowledgement',
    /\b(?:automatisch|maschinell) (?:generierte?|erstellte?|erzeugte?|versendete?|versandte?|verschickte?|gesendete?)\b|\b(?:bestaetigen|bestaetige) (?:ihnen |dir )?(?:hiermit |gern |gerne )?den (?:eingang|empfang|erhalt)\b|\b(?:automatische|diese) (?:eingangs|empfangs)bestaetigung\b|\beingangsbestaetigung\b/,
  ],
  [
    'acknowledgement',
    /\b(?:avons|a) bien recu votre\b|\bvotre (?:message|demande|courriel|mail) a (?:bien )?ete (?:recu|recue|enregistre|enregistree|transmis|transmise)\b|\baccuse de reception\b|\b(?:abbiamo|ha) ricevuto (?:la (?:sua|vostra)|il (?:suo|vostro))\b|\bla (?:sua|vostra) richiesta e stata (?:ricevuta|registrata|presa)\b/,
  ],
  // --- read receipts of other programs ---
  [
    'read-receipt',
    /\bnachricht\b.{0,60}\b(?:wurde|ist)\b.{0,60}\b(?:(?:ungelesen|nicht gelesen) geloescht|uebermittelt|zugestellt|ausgeliefert|gelesen am|angezeigt)\b|\b(?:delivered|relayed) to the following recipients\b|\backnowledges that the message was\b/,
  ],
  [
    'absence',
    /\b(?:arbeite|arbeiten) (?:ich |wir )?(?:derzeit |zurzeit )?(?:nur|ausschliesslich|in teilzeit)\b|\bheute frei\b|\b(?:ferien|krankheits|urlaubs|dienst|betriebs)(?:halber|bedingt|lich)\b/,
  ],
  [
    'absence',
    /\b(?:adresse|postfach|mailbox|account)\b.{0,30}\b(?:wird|ist) (?:ab sofort |leider )?nicht (?:mehr|laenger) \w+|\b(?:unternehmen|firma|betrieb)\b.{0,40}\bverlassen\b|\bno longer (?:work|works|with|monitored|in use)\b/,
  ],
  [
    'absence',
    /\b(?:i m|i am|we are|we re) (?:currently |presently )?(?:away|unavailable|travelling|traveling|on leave)\b|\b(?:serai|serons) de retour\b|\b(?:consulter|lire) mes (?:mails|messages|e mails) que\b|\baccesso limitato\b/,
  ],
  [
    'acknowledgement',
    /\b(?:received your|we received your|receipt of your) (?:\w+ )?(?:request|message|email|e mail|mail|inquiry|enquiry|ticket)\b|\bautomat(?:ed|ic) confirmation\b|\b(?:accusons|accuse) (?:bonne )?reception\b|\bunter der (?:nummer|vorgangsnummer|ticketnummer|referenz)\b/,
  ],
  // --- filters that ask who wrote to prove that he is a person ---
  [
    'acknowledgement',
    /\bnachricht\b.{0,80}\b(?:zuzustellen|freizugeben|freigabe|freigegeben|zurueckgehalten)\b|\bauf (?:die |ihre )?freigabe\b|\b(?:message|email|e mail)\b.{0,60}\b(?:held|awaiting|pending|deliver(?:ed)?)\b.{0,60}\b(?:click|approval|moderator|verify|confirm)\w*/,
  ],
  [
    'filler',
    /\bklicken sie\b.{0,60}\b(?:link|hier|zustellen|bestaetigen|freigeben)\b|\bclick (?:here|the link|on the link|below)\b/,
  ],
  // --- what such mails say besides ---
  [
    'filler',
    /\bif (?:it s |it is |this is )?urgent\b|\bfor anything urgent\b|\bexpect (?:delayed|slow)\b|\b(?:delayed|slow) (?:replies|responses|answers)\b|\b(?:when i get back|(?:up)?on my return|a mon retour|al mio rientro|al nostro rientro)\b|\b(?:senden|richten|schicken|schreiben) sie\b.{0,60}\ban\b|\bverwenden sie (?:bitte )?(?:kuenftig|ab sofort|stattdessen)\b|\bbemuehen uns\b|\b(?:nachricht|e mail|mail|anfrage) (?:beantworte|bearbeite|lese) ich\b|\bnon posso (?:leggere|rispondere)\b|\b(?:lassen|geben) sie\b.{0,40}\b(?:nummer|betreff)\b|\b(?:keine|no) (?:garantie|guarantee)\b|\bnumero (?:di )?(?:ticket|pratica|dossier)\b|\bnumero de (?:dossier|ticket|reference)\b|\b(?:traiterons|traiterai)\b|\b(?:lese|lesen) (?:ich |wir )?(?:keine|meine) (?:e mails|mails|nachrichten)\b/,
  ],
  // Says nothing in either direction.
  [
    'neutral',
    /^(?:danach|anschliessend|dann|im anschluss) (?:melde|melden) (?:ich|wir)\b|\b(?:ich|wir) (?:melde|melden) (?:mich|uns) (?:danach|dann|spaeter)$/,
  ],
  [
    'filler',
    /^(?:vielen|herzlichen|besten|lieben|schoenen)? ?(?:dank|danke) (?:fuer|schon)\b(?=.{0,60}\b(?:nachricht|e mail|email|mail|anfrage|interesse|verstaendnis|mitteilung|geduld|kontaktaufnahme|schreiben|vertrauen)\b)|^(?:vielen |besten |herzlichen )?dank$|^(?:wir|ich) (?:bitte|bitten|danke|danken|bedanke|bedanken)\b(?=.{0,60}\b(?:verstaendnis|geduld|nachricht|e mail|email|mail|anfrage|interesse)\b)|^(?:many )?thank(?:s| you)\b|^merci\b|^grazie\b|\bnous vous remercions\b|\bla ringrazi/,
  ],
  [
    'filler',
    /\b(?:nachricht|nachrichten|e mail|e mails|email|emails|mail|mails|anfrage|anfragen|anliegen|ticket)\b.{0,60}\b(?:nicht|werden|wird|kann|koennen|automatisch|erst|ab|nach)\b.{0,60}\b(?:weitergeleitet|gelesen|bearbeitet|beantwortet|beantworten|bearbeiten|lesen|geloescht|verarbeitet|abgerufen|zugestellt)\b|\b(?:beantworte|beantworten|bearbeite|bearbeiten|lese|lesen) (?:ich |wir )?(?:ihre|deine|eure|die|alle)\b/,
  ],
  [
    'filler',
    /\b(?:in|bei|fuer) (?:\w+ )?(?:dringenden|dringende|eiligen|eilige|wichtigen|dringlichen|unaufschiebbaren|notfaellen|notfall|fragen|rueckfragen)\b|\b(?:wenden|wende|kontaktieren|kontaktiere|erreichen|melden|richten) (?:sie|du|euch|dich)? ?(?:sich|mich|bitte|dringende|ihre|an)?\b.{0,80}\b(?:an|unter|kolleg\w+|vertretung|kollegin|zentrale|sekretariat|hotline|buero|wieder|herrn|frau)\b|\bmeine(?:r)? vertretung\b|\bvertritt mich\b|\bvertreten (?:durch|von)\b/,
  ],
  [
    'filler',
    /\b(?:melde|melden|meldet|kuemmere|kuemmern|setze|setzen|antworte|antworten|rueckmeldung)\b.{0,60}\b(?:nach (?:meiner|unserer) (?:rueckkehr|abwesenheit)|sobald|so schnell|schnellstmoeglich|schnellstens|umgehend|baldmoeglichst|zeitnah|in kuerze|kurzfristig|ab dem|danach|dann wieder|naechstmoeglich|innerhalb|naechsten)\b|\b(?:nach (?:meiner|unserer) (?:rueckkehr|abwesenheit)|schnellstmoeglich|baldmoeglichst)\b|\b(?:wieder|gerne|erreichbar) (?:fuer sie |fuer dich |persoenlich |wie gewohnt )?(?:da|erreichbar|zurueck|zur verfuegung|im (?:buero|haus)|am (?:platz|arbeitsplatz)|geoeffnet)\b|\bab .{0,40}\bwieder\b/,
  ],
  [
    'filler',
    /\b(?:antworten sie (?:bitte )?nicht auf diese|auf diese (?:e mail|email|mail|nachricht) (?:bitte )?nicht|antwort (?:bitte )?(?:oberhalb|ueber) dieser zeile|antwort ueber dieser zeile|reply above this line|von rueckfragen ab|please do not reply|do not reply|ne pas repondre|non rispondere)\b|\bbearbeitung(?:szeit)?\b.{0,40}\b(?:dauert|tage|werktage|betraegt)\b|\b(?:wird|werden) (?:sich|ihre|ihr)\b.{0,60}\b(?:melden|bearbeiten|kuemmern)\b|\b(?:mitarbeiter|kollege|kollegin|team|sachbearbeiter)\w*\b.{0,60}\b(?:bearbeiten|bearbeitet|melden|meldet|kuemmert|antworten|kontaktieren)\b/,
  ],
  [
    'filler',
    /\b(?:representative|agent|team|colleague|we|i) (?:will|shall)\b.{0,80}\b(?:respond|reply|get back|answer|review|contact|be in touch)\b|\b(?:for|in case of|if your|if you have an?) (?:urgent|immediate|urgency|matter|emergenc\w+)\b|\b(?:will|shall) (?:respond|reply|get back|answer|be back)\b|\bplease (?:contact|call|reach out|direct)\b|\byour (?:e mail|email|message|mail) (?:will|is) not\b|\bcolleague\b/,
  ],
  [
    'filler',
    /\b(?:en cas d urgence|pour toute urgence|veuillez (?:contacter|vous adresser)|nous (?:vous )?repondrons|je (?:vous )?repondrai|sera pas (?:lu|transmis|traite)|dans les (?:meilleurs|plus brefs) delais|per (?:urgenze|questioni urgenti)|in caso di urgenza|si prega di contattare|risponder(?:o|emo)|non verra (?:letta|inoltrata))\b/,
  ],
  [
    'filler',
    /\b(?:frohe|schoene|erholsame|gesegnete|sonnige|besinnliche) (?:\w+ )?(?:weihnachten|weihnachtszeit|feiertage|ostern|festtage|sommerzeit|tage|zeit|adventszeit)\b|\bguten rutsch\b|\bmerry christmas\b|\bhappy holidays\b|\bjoyeuses fetes\b|\bbuone feste\b|\b(?:oeffnungszeiten|geschaeftszeiten|buerozeiten|sprechzeiten|servicezeiten|opening hours|office hours)\b|\b(?:this is an|dies ist eine) auto/,
  ],
  [
    'filler',
    /\b(?:mails|e mails|nachrichten|postfach|posteingang) (?:derzeit |zur zeit |in dieser zeit )?nicht (?:ab|gelesen|abgerufen|bearbeitet)\b|\bsobald (?:ich|wir)\b.{0,20}\bzurueck\b/,
  ],
  [
    'filler',
    /^(?:vertretung|in vertretung|tel|telefon|mobil|fax|e mail|email|mail|web|phone|www|http)\b.{0,80}$|^[\d +/().-]+$/,
  ],
];

/** An invitation of a person, also beside what notes say. */
export const invitation = /\bgerne? (?:\w+ )?(?:telefonieren|sprechen|kommen|vorbeikommen|anrufen|treffen)\b/;

/** How a person answers: whoever says one of these is none of the above, whatever else he says. */
export const ownWords = [
  // Who else has to do with it.
  /\bruft (?:sie|euch|dich) an\b|\b(?:vermieter|hausmeister|eigentuemer|mieter)(?:in)?\b|\bmeine? (?:frau|mann|sohn|tochter|mutter|vater|schwester|bruder)\b/,
  // What was asked for: figures of the house, photos, papers.
  /\b(?:anbei|im anhang|siehe anhang|angehaengt|haengen? an|baujahr|ci joint|in allegato|attached)\b|\b\d+ (?:qm|m2|quadratmeter|heizkoerper|stueck|personen|liter|kw|zimmer|baeder|stockwerke?|meter|cm)\b/,
  /(?:^| )(?:passt|passe|passen|ginge|geht klar|einverstanden|bestaetigen? (?:ihnen |hiermit )?(?:den|unseren) (?:termin|auftrag)|gerne? (?:am|um|montag|dienstag|mittwoch|donnerstag|freitag|samstag)|stimmt so)\b(?! nicht erreichbar)/,
  /^(?:ja|nein|ok|okay|genau|super|prima|perfekt|yes|oui)\b|^(?:no|non|si) {0,2}(?: |$)(?:grazie|merci|thanks|thank|va bene)?$/,
  /\b(?:rufen sie (?:mich|uns|bitte|doch|vorher|gern)|ruf(?:t)? (?:mich|uns)|rueckruf|zurueckrufen|kommen sie|schauen sie|schicken sie|senden sie (?:mir|uns)|klingeln|vorher (?:anrufen|kommen|melden)|bitte (?:vorher|erst|danach|dann|noch) )/,
  /\b(?:koennen|koennten|wuerden|haetten|moechten) sie\b|\b(?:koennt|koenntet) ihr\b|\bcan you\b|\bcould you\b|\bpouvez vous\b|\bvous pouvez (?:passer|venir|appeler|m appeler)\b|\bpasser? (?:demain|jeudi|vendredi|lundi|mardi|mercredi|avant)\b|\bpuo(?:te)?\b/,
  /\b(?:haette|haetten|moechte|moechten|brauche|brauchen|benoetige|benoetigen|suche|suchen|braeuchte|braeuchten|wuensche|interessiere|interessieren)\b(?! sie (?:darauf|hiermit|darueber|informieren|bitte))/,
  /\baber (?:ich|wir|mein\w*|unser\w*|der|die|das)\b/,
  /\b(?:bei (?:uns|mir)|unser|unsere|unserem|unserer|unseren|meine|meinem|meiner|mein|die|der|das) (?:\w+ )?(?:heizung|therme|gastherme|bad|badezimmer|dusche|toilette|wc|waschbecken|boiler|kessel|waermepumpe|warmwasser|rohr|leitung|keller|wallbox|heizkoerper|spuele|abfluss|wasserhahn|thermostat)\b/,
  /\b(?:das|dieses|ihr|euer) angebot\b|\bangebot (?:fuer|ueber|zu|bitte)\b|\b(?:zu teuer|auftrag|beauftrage|beauftragen|kostenvoranschlag)\b/,
  /\b(?:der|den|am|zum) termin\b|\bbesichtigung\b|\btermin(?:e)? (?:am|um|passt|vereinbaren|verschieben)\b|\b(?:schluessel|cle|chiave)\b|\bnachbar/,
  /\bwegen (?:des|der|dem|ihres|ihrer|unserer|unseres) \w+|\b(?:habe|haben|haette|haetten) (?:ich|wir) (?:noch )?(?:\w+ )?fragen\b/,
] as const;

/** Subjects of which nothing else can be meant, after reply prefixes. */
export const clearSubject =
  /^(?:automatische (?:antwort|rueckmeldung|empfangsbestaetigung|e mail|abwesenheit\w*|nachricht)|abwesenheits?(?:notiz|nachricht|assistent|meldung|info|benachrichtigung|hinweis|mitteilung|agent)|auto(?:matic|mated)? ?(?:reply|response|antwort)|out of (?:the )?office|autoreply|autoresponder|urlaubs?(?:notiz|benachrichtigung|nachricht|meldung)|reponse automatique|risposta automatica|absence du bureau|message d absence|notification d absence|fuori sede|eingangsbestaetigung|empfangsbestaetigung|lesebestaetigung|vacation reply|fuori ufficio|ooo\b|(?:\w+ ){1,3}ist (?:derzeit |zurzeit |zur zeit )?(?:nicht im (?:buero|haus)|im urlaub|abwesend))/;
/** Subjects of notes that could be of people too. */
export const notedSubject =
  /^(?:abwesen\w*|auto |auto$|nicht im (?:buero|haus)|nicht (?:mehr )?(?:erreichbar|da)|(?:bin )?(?:derzeit |zur zeit |momentan |aktuell )?(?:im |in )?(?:\w+ )?(?:urlaub|ferien|betriebsurlaub|betriebsferien|betriebsruhe|elternzeit|mutterschutz|karenz)\b|(?:betriebs|winter|sommer|weihnachts)(?:urlaub|ferien|pause)|wir (?:machen|haben) (?:betriebs)?(?:urlaub|ferien)|geschlossen|(?:annual|sick|maternity|parental) leave|ferienabwesenheit|krankheitsbedingt|fermeture|chiusura|verreist|krank|absent|en conge|en vacances|in ferie|assente|chiuso|on (?:annual )?leave|on (?:vacation|holiday)|away\b|gelesen|geloescht|nicht gelesen|ungelesen|read|not read|deleted|lu |lu$|non lu|letto|non letto|return receipt|ticket|case|vorgang|\[?\w{0,12} ?ticket|(?:ihre|your) (?:anfrage|nachricht|e mail|request|message|ticket|inquiry)|(?:vielen )?dank fuer|thank you for|thanks for|we (?:have )?received|wir haben ihre|conferma|disposition|zugestellt|delivered|\d{3,}\b|request received|anfrage (?:erhalten|eingegangen)|bestaetigung|confirmation|accuse|votre (?:demande|message))/;
