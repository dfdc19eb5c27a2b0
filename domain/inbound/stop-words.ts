/**
 * How people say that they want no mails any more, in German, English, French and Italian. All of it is written as
 * `plainWords` writes: small letters, umlauts as two, words with one space between.
 */

/** What they want no more of. */
const mails =
  '(?:e ?mails?|mails?|nachrichten?|(?:erinnerungs|werbe|folge|reklame)(?: ?e)? ?(?:mails?|nachrichten)|erinnerung(?:en)?|benachrichtigung(?:en)?|werbung|newsletters?|zuschriften|rundmails?|messages?|reminders?|courriels?|rappels?|messaggi?|promemoria|pubblicita|publicites?)';
const adjectives =
  '(?:(?:weiteren?|automatische[nr]?|solchen?|ihrer?|ihren|eurer?|euren|diese[rn]?|allen|kuenftigen?|zukuenftigen?|staendigen?|irgendwelche[nr]?|unnoetigen?) )*';
const courtesy =
  '(?:bitte|danke|vielen dank|please|pls|thanks|thank you|svp|s il vous plait|merci|grazie|per favore|sofort|hiermit)';
const politely = `(?:${courtesy} )*`;
const bye = `(?: ${courtesy})*`;
const sends =
  '(?:schicken|senden|schreiben|zusenden|zuschicken|mehr|an mich|an uns|mir|uns|sie|zu|von ihnen|von euch|per mail|zu dieser anfrage|zu der anfrage|zur anfrage|wegen dieser anfrage)';

/** Each is a stop, wherever it stands in a sentence that mentions nothing of what is below. */
export const stopPhrases: readonly RegExp[] = [
  // German
  `\\bkeine?n? ${adjectives}${mails}(?: [a-z0-9]+){0,6}? mehr\\b`,
  `\\bkeinerlei ${adjectives}${mails}\\b`,
  `\\bkeine (?:weiteren|automatischen) ${mails}\\b`,
  `\\b(?:bitte|moechten?|wollen|will|wuenschen?) (?:[a-z]+ ){0,3}?keine ${mails}(?: ${sends})*${bye}$`,
  `^keine ${mails}${bye}$`,
  '\\b(?:schreiben|mailen|kontaktieren|belaestigen) sie (?:mich|mir|uns) (?:[a-z]+ ){0,3}?(?:nicht mehr|nie wieder|nie mehr)\\b',
  '\\b(?:schreibt|schreib|mailt|mail|kontaktiert|kontaktiere|belaestigt) (?:mich|mir|uns) (?:[a-z]+ ){0,3}?(?:nicht mehr|nie wieder|nie mehr)\\b',
  '\\b(?:mich|uns|mir) (?:[a-z]+ ){0,3}?nicht (?:mehr|weiter) (?:(?:per|mit|ueber) (?:e )?mails? )?(?:an(?:zu)?schreiben|kontaktieren|zu kontaktieren|schreiben|zu schreiben|belaestigen)\\b',
  `^${politely}nicht (?:mehr|weiter) (?:an)?schreiben${bye}$`,
  `^${politely}nicht (?:mehr|weiter) kontaktieren${bye}$`,
  `\\b(?:hoeren sie|hoert|hoer) (?:[a-z]+ ){0,3}?auf (?:[a-z]+ ){0,3}?(?:(?:mir|mich|uns) |${mails} )(?:[a-z]+ ){0,4}?zu (?:schreiben|schicken|senden|mailen|kontaktieren|belaestigen)\\b`,
  `\\baufhoeren (?:[a-z]+ ){0,2}?(?:mir|mich|uns) (?:[a-z]+ ){0,4}?(?:zu (?:schreiben|schicken|senden|mailen|kontaktieren|belaestigen)|anzuschreiben)\\b`,
  `^${politely}(?:lassen sie|lasst|lass) (?:mich|uns) (?:[a-z]+ ){0,3}?in (?:ruhe|frieden)\\b`,
  '\\b(?:mich|uns|adresse|mail) (?:[a-z]+ ){0,3}?(?:aus|von) (?:dem|der|ihrem|ihrer|eurem|eurer|allen|ihren) (?:[a-z]+ )?(?:verteilern?|listen?|mailinglisten?|mailliste|adressliste|datenbank|kartei)\\b',
  '\\b(?:moechten?|will|wollen|wuerden?) (?:mich|uns) (?:bitte |gern |gerne |hiermit |sofort )*(?:von [a-z]+ [a-z ]{1,30})?(?:abmelden|austragen)$',
  `\\b(?:melden|tragen) sie (?:mich|uns) (?:[a-z]+ ){0,5}?(?:ab|aus)${bye}$`,
  `\\b(?:melde|trage) ich (?:mich|uns) (?:[a-z]+ ){0,5}?(?:ab|aus)${bye}$`,
  `\\bich (?:melde|trage) (?:mich|uns) (?:hiermit |bitte )*(?:(?:von|aus) (?:ihren|ihrem|ihrer|diesen|allen|den|dem) [a-z ]{1,30})?(?:ab|aus)${bye}$`,
  `\\b(?:moechten?|will|wollen|wuerden?) (?:[a-z]+ ){0,3}?${mails} (?:[a-z]+ ){0,2}?abbestellen\\b`,
  `\\b${mails} (?:bitte |hiermit )*(?:abbestellen|einstellen|stoppen|beenden|unterlassen)${bye}$`,
  `\\b(?:stoppen|beenden|unterlassen) sie (?:bitte |sofort )*(?:die|diese|ihre|alle|weitere|das senden von) (?:[a-z]+ )?${mails}\\b`,
  '\\b(?:loeschen sie|loescht|loesche) (?:bitte |sofort |umgehend |alle |saemtliche )*(?:meine|unsere|meiner) (?:[a-z]+ )?(?:daten|e ?mail ?adresse|mail ?adresse)\\b',
  `\\b(?:meine|unsere) (?:[a-z]+ )?(?:daten|e ?mail ?adresse|mail ?adresse) (?:bitte |sofort |wieder |alle )*(?:zu )?(?:loeschen|entfernen)${bye}$`,
  '\\b(?:widerrufe|widerruf) (?:[a-z]+ ){0,2}?(?:meine[r]?|unsere[r]?|der|die) (?:einwilligung|zustimmung|einverstaendnis)',
  '\\b(?:widerspreche|widerspruch gegen) (?:[a-z]+ ){0,4}?(?:nutzung|verwendung|verarbeitung|speicherung|zusendung|werbung|kontaktaufnahme|daten)',
  '\\bkeine (?:weiteren?|weitere) (?:kontaktaufnahmen?|kontaktversuche|kontakte)\\b|\\bkeine kontaktaufnahme mehr\\b',
  `\\b(?:es )?reicht (?:jetzt |langsam |wirklich )*mit (?:den|diesen|ihren|euren) (?:[a-z]+ )?${mails}\\b`,
  `\\b(?:melden sie|meldet|melde dich|melden) (?:sich|euch|bitte)? ?(?:bitte )?(?:nicht mehr|nie wieder)(?: (?:bei (?:mir|uns)|melden))?${bye}$`,
  `^${politely}nicht mehr (?:bei (?:mir|uns) )?melden${bye}$`,
  '\\b(?:will|wollen|moechten?) (?:von (?:ihnen|euch|dir) )?(?:nichts|nie) mehr (?:von (?:ihnen|euch|dir) )?(?:hoeren|lesen|wissen)\\b',
  '\\bnicht (?:mehr|weiter) (?:kontaktiert|angeschrieben|belaestigt) werden\\b',
  `^${politely}(?:von|aus) (?:der|dem|ihrer|ihrem) (?:mailing|mail|verteiler)?(?:liste|verteiler) (?:streichen|loeschen|nehmen|entfernen)${bye}$`,
  '\\bbitte um (?:die |umgehende |sofortige )*loeschung (?:meiner|unserer|aller) (?:[a-z]+ )?daten\\b',
  `\\bhoeren sie (?:bitte )?auf mit (?:den|diesen|ihren) (?:[a-z]+ )?${mails}\\b`,
  `\\bvon (?:[a-z]+ ){0,2}?${adjectives}${mails} (?:[a-z]+ ){0,4}?(?:ab|absehen|abzusehen|abgesehen)\\b`,
  '\\bdavon (?:[a-z]+ ){0,2}?(?:ab|absehen|abzusehen) (?:[a-z]+ ){0,5}?(?:(?:an)?(?:zu)?schreiben|schicken|senden|mailen|(?:zu )?kontaktieren|erinnern|belaestigen|zuzusenden|zuzuschicken)\\b',
  `\\b(?:verschonen sie|verschont|verschone) (?:mich|uns) (?:[a-z]+ ){0,3}?(?:mit|vor|von) (?:[a-z]+ )?${adjectives}${mails}\\b`,
  `\\b(?:mich|uns) (?:[a-z]+ ){0,3}?(?:mit|vor|von) ${adjectives}${mails} (?:zu )?verschonen\\b`,
  `\\b(?:verzichten?|verzichte ich|verzichten sie) (?:[a-z]+ ){0,3}?auf ${adjectives}${mails}\\b|\\bauf ${adjectives}${mails} (?:[a-z]+ ){0,3}?(?:zu )?verzichten\\b`,
  `\\b(?:weitere|diese|ihre|solche|automatische) ${mails} (?:[a-z]+ ){0,3}?(?:unerwuenscht|unnoetig|ueberfluessig|nicht (?:mehr )?(?:noetig|notwendig|erforderlich|erwuenscht|gewuenscht))\\b`,
  `\\b(?:weitere|automatische) (?:nachfragen|anschreiben) (?:bitte )?(?:unterlassen|einstellen)\\b`,
  `\\b(?:aus|von) (?:dem|der|ihrem|ihrer|eurem|eurer|allen) (?:[a-z]+ )?(?:verteilern?|mailinglisten?|mailliste) (?:[a-z]+ )?(?:nehmen|streichen|entfernen|loeschen|austragen)\\b`,
  // English
  `\\bno (?:more|further) ${mails}\\b`,
  `\\bstop (?:sending|e ?mailing|mailing|writing|messaging|contacting|spamming)(?: (?:me|us|these|those|your|any))*\\b`,
  `\\bstop (?:(?:the|these|those|your|all) )?(?:[a-z]+ )?${mails}\\b`,
  '\\bno longer (?:wish|want) to (?:receive|get|be contacted|hear)\\b',
  `^${politely}(?:do not|don t|never) (?:e ?mail|mail|write|contact|message|send) (?:to )?(?:me|us)\\b(?: (?:any ?more|again|any|more|further|${mails}|by|with))*${bye}$`,
  '\\b(?:take|remove|delete|get) (?:me|us|my (?:e ?mail|address|e ?mail address)) (?:off|from) (?:your|the|this|all) (?:[a-z]+ )?(?:list|lists|database|system|records)\\b',
  '\\bunsubscribe (?:me|us)\\b',
  '\\b(?:want|like|wish|how (?:do|can) i|where can i|let me|can i) (?:to )?(?:unsubscribe|opt out)\\b',
  '\\b(?:delete|erase|remove) (?:all )?my (?:personal )?(?:data|details)\\b',
  '\\b(?:opt me out|leave (?:me|us) alone)\\b',
  `\\b(?:not|don t) (?:want|wish) (?:to (?:get|receive) )?(?:any )?(?:more |further )?${mails}(?: any ?more)?${bye}$`,
  // French
  '\\bne (?:m|me|nous) (?:envoyez|envoie|ecrivez|ecris|contactez|contacte) plus\\b',
  '\\bne plus (?:m|me|nous) (?:envoyer|ecrire|contacter)\\b',
  `^${politely}plus de ${mails}\\b(?: de votre part)?${bye}$`,
  '\\b(?:arretez|cessez) de (?:m|me|nous) (?:envoyer|ecrire|contacter)\\b',
  `\\bne (?:souhaite|souhaitons|veux|voulons|desire|desirons) plus (?:recevoir|etre contacte|avoir)\\b`,
  '\\b(?:me|nous) (?:desabonner|desinscrire)\\b|\\b(?:desabonnez|desinscrivez) (?:moi|nous)\\b',
  '\\b(?:supprimez|effacez|supprimer|effacer) (?:toutes )?(?:mes|nos) (?:donnees|coordonnees)\\b',
  '\\b(?:retirez|enlevez|supprimez) (?:moi|nous|mon adresse) de (?:votre|vos|la|cette)\\b',
  // Italian
  '\\bnon (?:mandatemi|inviatemi|scrivetemi|contattatemi|mandarmi|inviarmi|scrivermi|contattarmi|mandateci|scriveteci|mi mandate|mi scrivete|mandi|mi scriva|mi mandi|mi contattate|mi contatti) (?:[a-z]+ )?piu\\b',
  `\\bnon (?:voglio|vogliamo|desidero|desideriamo|vorrei) (?:piu )?(?:ricevere |avere )?(?:piu )?(?:altre |altri )?${mails}\\b`,
  `\\b(?:basta|niente piu|nessun altra|mai piu) (?:con (?:le|i) )?${mails}\\b`,
  '\\b(?:cancellatemi|toglietemi|rimuovetemi|disiscrivetemi|cancellami|disiscrivimi)\\b',
  '\\bsmett(?:ete|etela|a|ila) di (?:scrivermi|mandarmi|inviarmi|contattarmi)\\b',
  '\\b(?:cancellate|eliminate|cancelli) (?:tutti )?i miei dati\\b',
].map((source) => new RegExp(source));

/** A stop only if nothing else is said: inside a sentence they mean a tap, a meter or an order. */
export const bareStop = new RegExp(
  `^${politely}(?:ich (?:will|moechte) )?(?:mich )?(?:abmelden|abmeldung|abbestellen|abbestellung|austragen|austragung|stop+|stop all|stopall|unsubscribe|un subscribe|opt out|optout|remove|remove me|abgemeldet werden|se desabonner|desabonner|desabonnement|desinscription|desinscrire|disiscrizione|disiscrivere|disiscrivimi|cancellazione|cancellami|kein kontakt mehr|keine kontaktaufnahme mehr)(?: (?:von|vom|from|de|da) (?:[a-z]+ )?(?:${mails}|liste?|verteiler|mailingliste?))?${bye}$`,
);

/** Somebody gets none, reads none or writes none: he does not say what he wants. */
export const onlyMentions: readonly RegExp[] = [
  // What came or did not come.
  '\\b(?:hab|habe|haben|hat|hatte|hatten|kam|kamen|kommen|kommt|angekommen|gekommen|seit|seitdem|bisher|finde|finden|sehe|sah|gesehen)\\b(?! schon| bereits| jemand| uns | mich | genug| kein interesse)(?=.*\\bkeine?n?\\b)',
  '\\b(?:laesst|lassen|geht|gehen|gibt|landen)\\b(?=.*\\bkeine?n?\\b)',
  '\\b(?:hat|haben|habe|wurde|wurden|bin|war)\\b.*\\b(?:gestrichen|genommen|entfernt|geloescht|abgemeldet)$',
  '\\bkeine?n?\\b.*\\b(?:bekommen|erhalten|gekriegt|angekommen|gefunden|gesehen) (?:habe|haben|hat|hatte|hatten)\\b',
  // What somebody does not do or cannot do himself.
  '\\b(?:ich|wir|er|sie|mutter|vater|frau|mann) (?:[a-z]+ ){0,2}?(?:lese|lesen|liest|schreibe|schicke|sende|verschicke|beantworte|oeffne|empfange|kann|koennen|konnte|konnten)\\b(?=.*\\b(?:keine?n?|nicht mehr)\\b)',
  '\\b(?:liest|lese|kann ich|koennen wir|konnte ich|kriegt|bekommt|empfaengt)\\b(?=.*\\bkeine?n?\\b)',
  // Another sender or another address.
  `\\b${mails} (?:mehr )?(?:von|vom) (?!ihnen|euch|dir|ihrer|ihrem|eurer|eurem|der firma|muster|hier\\b)`,
  '\\b(?:mehr )?an (?:die|meine|unsere) (?:alte|andere|bisherige|falsche)n?\\b|\\bmehr an (?:meinen|meine|die|den|das|unsere)\\b|\\bsondern (?:bitte |nur |lieber )*an\\b',
  // What does not hold, or holds for another case.
  '^(?:wenn|falls|sofern|sollten|bevor|ehe|if|unless|when|si|quand|se|quando) (?!moeglich|es geht|possible)',
  '\\b(?:nicht|nie|no|not|don t|pas|non) (?:mich )?(?:abmelden|austragen|abbestellen|unsubscribe|desabonner)\\b',
  '\\b(?:soll|sollen|muss|muessen|darf|duerfen) (?:ich|wir|man)\\b',
  '^(?:warum|wieso|weshalb|wann|why|pourquoi|perche)\\b',
  '\\b(?:klicken|click|cliquez|clicca) ',
  '\\bdaten (?:bitte |noch )*nicht\\b|\\bbei(?:m| der| den| dem) [a-z]+ ab$',
  // Something else that is no mail.
  '\\bbei (?:der|den|dem) [a-z]+ (?:abmelden|austragen)\\b|\\bloeschen sie (?:bitte )?(?:meine|unsere) alte',
].map((source) => new RegExp(source));

/** Somebody who gets none says so with the same words as one who wants none: only with a wish it is a stop. */
export const getsNone =
  /\b(?:bekomme|bekommen|bekommt|erhalte|erhalten|erhaelt|kriege|kriegen|empfange|empfangen|get|receive|recois|recevons|ricevo|riceviamo)\b/;
export const wishesFor =
  /\b(?:moechten?|moecht|will|wollen|wuensche|wuenschen|bitte|gern|gerne|want|wish|like|please|souhaite|souhaitons|veux|voulons|desire|voglio|vogliamo|desidero|vorrei)\b/;
/** "Ich bekomme keine Mails mehr, bitte prüfen": he misses them, and his wish is another one. */
export const missesThem =
  /^(?:[a-z]+ ){0,2}?(?:bekomme|bekommen|erhalte|erhalten|kriege|kriegen|empfange) (?:ich|wir|leider|keine|seit|hier|gar)\b/;

/** What is over needs nobody: no new request, whatever it names. */
export const asksForNothing =
  /\b(?:nicht|nichts|kein\w*|schon|bereits|anderweitig|erledigt|fertig|vergeben|gefunden|storn\w*|absage\w*|abgesagt|not|no|already|done|deja|plus|gia|non)\b/;

/** A question that is an order, or asks for the way to stop. */
export const asksPolitely =
  /^(?:[a-z]+ ){0,3}?(?:koennten|koennen|koenntet|koennt|kannst|wuerden|wuerdet|wuerdest|can|could|would|will|how|where|pourriez|pouvez|potete|potreste|potrebbe|puo) (?:sie|ihr|du|you|vous|bitte|mich|uns|do i|can i|voi|mi|per)?\b/;

/** Wants no mail because he would rather be called, which is a wish and no stop: "keine Mail, sondern anrufen". */
const call =
  '(?:anrufen|anruf|anrufe|rufen|ruft|ruf|rueckruf|zurueckrufen|telefon|telefonat|telefonieren|telefonisch|handy|whatsapp|sms|call|phone|ring|telephone|telefonare|chiamare|chiamarmi|appeler|telephoner)';
export const prefersCall: readonly RegExp[] = [
  `\\b(?:sondern|lieber|besser|stattdessen|eher|dafuer|rather|instead|plutot|piuttosto) (?:[a-z0-9]+ ){0,5}?${call}\\b`,
  `\\b${call} (?:[a-z0-9]+ ){0,4}?(?:lieber|besser|stattdessen|bevorzugt|reicht|genuegt|rather|instead|better)\\b`,
  '\\b(?:rufen sie|ruft|ruf) (?:[a-z0-9]+ ){0,6}?an\\b',
  `\\bbitte (?:[a-z]+ ){0,3}?(?:anrufen|telefonieren|zurueckrufen|um (?:einen )?(?:anruf|rueckruf))\\b|\\b(?:anrufen|zurueckrufen|rueckruf|anruf) bitte\\b`,
  '\\b(?:nur|bitte) (?:[a-z]+ ){0,2}?telefonisch\\b|\\btelefonisch (?:[a-z]+ ){0,2}?(?:melden|erreichbar|kontaktieren|besprechen|klaeren)\\b',
  `\\b(?:please|pls) (?:just )?(?:call|phone|ring)\\b`,
].map((source) => new RegExp(source));
/** Who wants no calls either wants none of both. */
export const noCallEither =
  /\b(?:auch|bitte|und|oder) (?:[a-z]+ )?(?:nicht|kein|keine|keinen) (?:(?!sondern|lieber|besser|mails?|per)[a-z]+ ){0,2}?(?:anrufen?|anrufe|anruf|telefon\w*|an)\b|\bnicht (?:mehr )?(?:an|anrufen|zurueckrufen|telefonieren)\b|\b(?:keine?n?|weder) (?:(?!sondern|lieber|besser|mails?|per)[a-z]+ ){0,3}?(?:anrufe?|telefonate?|rueckrufe?)\b|\b(?:not|don t|never) (?:call|phone)\b/;
/** Said for good, it stands, whatever else is wished. */
export const forGood =
  /\b(?:weiter|weitere[nrs]?|mehr|nie|niemals|kuenftig|zukuenftig|verteiler\w*|\w*liste|loesch\w*|widerruf\w*|widersprech\w*|abmelden|austragen|abbestell\w*|einstellen|unterlass\w*|verschon\w*|verzicht\w*|absehen|abzusehen|stop\w*|more|further|longer|unsubscribe|plus|piu)\b/;
