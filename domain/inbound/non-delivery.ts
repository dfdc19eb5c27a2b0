/**
 * What servers say of mails that they could not deliver, in German, English, French and Italian, and by whom they have it
 * said. Tables of words; all are matched against folded text: lower case, no accents, straight apostrophes.
 */

/** Why a mail did not arrive, or not yet. */
export type BounceClass = 'full' | 'busy' | 'delayed' | 'expired' | 'address' | 'refused' | 'unclear';

/** `transient`: the mailbox is there and only cannot take a mail now. */
export const kindOfClass: Readonly<Record<BounceClass, 'permanent' | 'transient'>> = {
  full: 'transient',
  busy: 'transient',
  delayed: 'transient',
  /** That mail is given up; the next one may arrive. */
  expired: 'transient',
  address: 'permanent',
  /** Our mail was not wanted; the address is right. */
  refused: 'permanent',
  unclear: 'permanent',
};

/** Lower case without accents, so that each word is written once: `für` is `fur`, `n’a pas` is `n'a pas`. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘`´]/g, "'")
    .toLowerCase()
    .replace(/[ \t\u00a0]+/g, ' ');
}

const anyOf = (...words: readonly string[]): RegExp => new RegExp(words.join('|'));

/** A mail came back, or hangs on the way. Gaps are short, so that two words of different sentences do not meet. */
const nonDelivery = anyOf(
  // German
  String.raw`nicht (?:\S{1,80} ){0,7}(?:zugestellt|zustellbar|ausgeliefert|zustellen|ausliefern|abgeliefert|u(?:e)?bermittelt|u(?:e)?bermitteln)`,
  'unzustellbar',
  String.raw`zustell(?:ung\w*|versuch\w*|status).{0,60}(?:fehl|nicht|problem|verzo|unmoglich|gescheitert)`,
  // With adverbs and a long address between, and the other way round.
  'zustellung .{0,200}(?:fehlgeschlagen|fehlschlug|gescheitert|scheiterte|misslungen|misslang|erfolglos|nicht (?:mehr )?moglich)',
  String.raw`(?:fehlgeschlagen|fehlgeschlagene|gescheitert|gescheiterte|misslungene?|erfolglose?)\b.{0,60}zustell(?:ung|versuch)`,
  String.raw`(?:zustell\w*|u(?:e)?bermittlungs)(?:fehler|problem)`,
  'fehler bei der (?:nachrichten|mail|e-mail-)?(?:zustellung|u(?:e)?bermittlung)',
  '(?:empf(?:a|ae)nger|adressaten).{0,30} nicht erreicht',
  String.raw`(?:mail|nachricht|empf(?:a|ae)nger\w*).{0,160}(?:zuruckgewiesen|abgewiesen|abgelehnt|verzo(?:e)?gert)`,
  String.raw`verzo(?:e)?gert\w* .{0,30}zugestellt`,
  // English
  'undeliver|non-?deliver|not deliverable',
  "not (?:\\w{1,14} ){0,4}delivered|(?:n't|annot) (?:\\w{1,14} ){0,3}delivered",
  String.raw`(?:not|n't|unable to|annot|able to|failed to) deliver\b`,
  String.raw`delivery\b.{0,160}(?:fail|delay|incomplete|error|problem|unsuccessful|not possible|suspended|expired)`,
  'delivery status notification|failure notice|fail(?:ed|ure) (?:mail )?delivery',
  'returned mail|return(?:ed|ing)? (?:message )?to sender|returning message',
  'mail delivery (?:failed|failure|error|problem)',
  String.raw`(?:message|mail|recipient)s?\b.{0,160}(?:rejected|refused|bounced|blocked|delayed)`,
  'delayed (?:mail|message)|still being retried|will be retried',
  'warning: (?:message|could not)|(?:could not|unable to|cannot) send',
  String.raw`recipients?\S{0,3} (?:could ?|can ?)not be reached`,
  'not reach(?:ed)? (?:some|all|the|any|one)|recipients? .{0,20}not reached|failed addresses|no valid recipients',
  // French
  "n'(?:a|ont) (?:\\S{1,20} ){0,3}(?:pas|pu) (?:\\S{1,20} ){0,4}(?:remis|delivre|distribue|transmis|achemine|livre|envoye)",
  "n'(?:est pas parvenu|a pas atteint)|ne (?:peut|pourra|pouvait) (?:\\S{1,20} ){0,3}etre (?:\\S{1,20} )?(?:remis|delivre|distribue|transmis|achemine|livre)",
  'non[ -](?:remis|remise|delivre|distribu|livre|distribuable|remis au)',
  'echec .{0,30}(?:remise|distribution|livraison|envoi|acheminement|transmission)',
  '(?:remise|distribution|livraison|envoi) .{0,200}(?:echou|impossible|retard|differe)',
  "impossible (?:de |d')(?:remettre|delivrer|distribuer|livrer|acheminer|envoyer|transmettre)",
  "retour(?:ne)? a l'expediteur|(?:message|courriel) .{0,160}(?:rejete|refuse|retarde|differe)",
  // Italian
  String.raw`non (?:\S{1,20} ){0,5}(?:recapit|consegn)(?:at|ar|abil)`,
  '(?:mancat|ritardat)[ao] (?:recapito|consegna)',
  '(?:recapito|consegna|invio) .{0,200}(?:non (?:e )?riuscit|fallit|impossibil|ritard)',
  'impossibile (?:recapitare|consegnare|inviare)',
  'non ha raggiunto|(?:restituit|rispedit)[ao] al mittente|errore .{0,20}(?:consegna|recapito)',
  '(?:messaggio|e-?mail) .{0,160}(?:respint|rifiutat|ritardat)',
);

/** The letter is about a mail that we sent, and no parcel. */
const aboutOurMail =
  /(?:(?:ihre[rn]?|deine[rn]?|die) (?:folgende |gesendete )?|(?:your|this|the following|votre|la sua|il suo|il tuo|il vostro|del|du|le) )(?:e-?mail|mail|nachricht|message|messaggio|courriel|mel)\b/;
const aboutParcel = /paket|p(?:a|ae)ckchen|sendung|lieferung|parcel|package|shipment|colis|pacco|spedizione/;

/** Does the folded letter name a mail of ours, and why nobody there has it, in words alone? */
export function tellsWhyOfMail(folded: string): boolean {
  const why = wordsClass(folded);
  return (why === 'address' || why === 'full') && aboutOurMail.test(folded) && !aboutParcel.test(folded);
}

/** How Exchange opens, in all its years. It needs no code beside it: nobody else writes so. */
const exchangeOpening = anyOf(
  '^(?:your message )?did not reach (?:some or all of )?the (?:intended|following) recipient',
  '^delivery (?:has failed|is delayed) (?:to|for) these recipients or (?:groups|distribution lists)',
  '^this is an automatically generated delivery status notification',
  String.raw`^(?:ihre nachricht )?hat (?:einige oder alle|die folgenden?|den folgenden|folgende\S{0,4}) empfanger nicht erreicht`,
  '^fehler bei der nachrichtenzustellung an (?:die )?folgende|^die zustellung an (?:die |den )?folgenden? empfanger',
  '^dies ist eine automatisch (?:erstellte|generierte) benachrichtigung uber den (?:zustell|ubermittlungs)',
  String.raw`^(?:votre message )?n'(?:est pas parvenu a|a pas atteint) (?:certains|tous|le|les|ce|ces)\b`,
  '^(?:echec de la remise|la remise (?:a echoue|est retardee)|remise retardee) (?:pour|a|aux) (?:ces|ce|les|le)? ?destinataires?',
  "^ceci est une notification d'etat de (?:la )?remise",
  String.raw`^(?:il messaggio )?non ha raggiunto (?:alcuni|tutti|i seguenti|il seguente)\b`,
  '^(?:recapito non riuscito|recapito ritardato|il recapito) (?:per|a) (?:i|il|questi) (?:seguent[ei] )?destinatar',
  '^notifica (?:dello stato (?:di|del) recapito )?generata automaticamente',
);
/** What the oldest put between "Your message" and "did not reach". */
const exchangeListing =
  /^(?:to|cc|subject|sent|an|betreff|gesendet(?: am)?|a|objet|envoye(?: le)?|date|data|oggetto|inviato(?: il)?) ?:/;

/** Does the folded letter open as Exchange does? */
export function opensAsExchange(folded: string): boolean {
  const lines = folded
    .slice(0, 2_000)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !exchangeListing.test(line));
  return exchangeOpening.test(lines.slice(0, 3).join(' '));
}

/** @returns where in the folded text it says that a mail did not arrive; `undefined`: nowhere. */
export function findNonDelivery(folded: string): number | undefined {
  return nonDelivery.exec(folded)?.index;
}

/** RFC 3463. Not part of an IP address or a version. */
const enhancedCode = /(?<![\d.])([45])\.(\d{1,3})\.(\d{1,3})(?![\d.])/;
/** RFC 5321: what a server answers, and no sum, year or measure. */
const replyCode = /(?<![\d.,:/+-])([45][0-5]\d)(?=[ :;-])/;

/** Words by which a server says why, the more telling first. The words of a diagnostic win over its code. */
const classWords: readonly (readonly [BounceClass, RegExp])[] = [
  [
    'delayed',
    anyOf(
      'action: delayed',
      '(?:still|will) be(?:ing)? re-?tried|will (?:be )?(?:re-?try|try again|keep trying|continue)|delivery attempts will continue',
      String.raw`not yet been delivered|delayed (?:mail|message|delivery)|(?:delivery|message|mail) (?:\w{1,12} ){0,4}delayed|warning: (?:message|could not)`,
      String.raw`noch nicht (?:\w{1,20} )?(?:zugestellt|ubermittelt)|verzo(?:e)?gert`,
      '(?:weiter|erneut) (?:zu)?(?:versucht|zuzustellen)|weitere (?:zustell)?versuche',
      String.raw`(?:remise|distribution|livraison|message) (?:\S{1,12} ){0,4}(?:retarde|differe)|n'a pas encore ete`,
      'non e (?:stato |stata )?ancora|ancora (?:stato|stata) (?:recapit|consegn)|ritardat|in ritardo',
    ),
  ],
  [
    'full',
    anyOf(
      String.raw`quota|mailbox\b.{0,30}\bfull|(?:mailbox|account|inbox|folder|recipient|user)\b.{0,40}(?:over|out of|exceed\w*|insufficient) .{0,30}(?:storage|space|limit|size|allowed)`,
      'storage (?:full|exceeded|limit|allocation)|insufficient (?:system )?storage|not enough (?:disk )?space|too many messages (?:on|in)',
      String.raw`postfach\b.{0,40}(?:voll|uberfullt)|speicher(?:platz|volumen|kontingent)|uberschritten.{0,30}speicher|mailbox\b.{0,20}voll`,
      String.raw`(?:boite|messagerie)\b.{0,40}(?:pleine|saturee)|espace .{0,20}(?:insuffisant|depasse)`,
      String.raw`casella\b.{0,40}piena|spazio .{0,20}(?:esaurito|insufficiente)`,
    ),
  ],
  [
    'expired',
    anyOf(
      String.raw`(?:message|delivery time|retry time|queue) (?:\w{1,10} ){0,2}(?:expired|timeout|not reached|timed out)|retry timeout|max(?:imum)? (?:\w{1,10} ){0,3}(?:retries|attempts|queue time)`,
      '(?:too long in|in the) queue .{0,20}too long|been in the queue too long|giving up after|unable to deliver .{0,30}(?:days|hours)',
      String.raw`(?:seit|nach|innerhalb von) \d{1,3} (?:tagen|stunden)\b.{0,60}nicht|abgelaufen`,
      String.raw`delai .{0,20}(?:depasse|expire)|a expire\b|scadut`,
    ),
  ],
  [
    'busy',
    anyOf(
      'too many (?:recipients|connections|concurrent|sessions|requests|emails|mails|errors)|rate.?limit|throttl',
      'gr[ae]y-?list|try (?:it )?(?:again|later)|please retry|temporar(?:y|ily)|resources temporarily|deferred',
      'temporar|voru(?:e)?bergehend|spater (?:noch ?mal|noch einmal|erneut|wieder)|zu viele (?:empf|verbind|anfrag)',
      'temporair|reessayer|ulterieurement|trop de destinataires|temporane|riprova|troppi destinatari',
    ),
  ],
  [
    'address',
    anyOf(
      String.raw`(?:user|recipient|mailbox|address|account|local part|alias|addressee)s?\b.{0,60}(?:unknown|not (?:be )?(?:found|exist|known|listed|active|valid|a valid)|no longer|does ?n[o']t|invalid|inactive|disabled|deactivated|suspended|closed|unavailable)`,
      String.raw`(?:unknown|invalid|no such|nonexistent|non-existent|inactive) (?:\w{1,12} ){0,2}(?:user|recipient|mailbox|address|account|alias|local part|domain|host)`,
      String.raw`no (?:mailbox|account|user) (?:here|by|with)|not listed in|not our customer|un?rout(?:e)?able|does ?n[o']t (?:have|exist)|host (?:or domain )?(?:name )?(?:not found|unknown)|(?:domain|host)\b.{0,40}not (?:be )?found|recipient name is (?:not recogni[sz]ed|ambiguous)|name or service not known|nxdomain|relay access denied|could ?n[o']t be found|was ?n[o']t found`,
      String.raw`(?:empf(?:a|ae)nger|benutzer|adresse|postfach|teilnehmer|konto|domain\w*)\b.{0,60}(?:unbekannt|nicht (?:\w{1,12} )?(?:gefunden|bekannt|vorhanden|gultig|erreichbar)|existier(?:t|en) nicht|ungultig|gesperrt|deaktiviert|gelo(?:e)?scht|gibt es nicht)|(?:unbekannt|ungultig)e?r? (?:empf|benutz|adress|teilnehm)|existiert nicht|nicht gefunden|empf(?:a|ae)ngers?\b.{0,20}nicht erkannt|\bunbekannt\b`,
      String.raw`(?:adresse|destinataire|utilisateur|compte|boite|domaine)\b.{0,60}(?:introuvable|inconnue?|n'existe|inexistant|invalide|desactive|non (?:trouve|valide|repertorie))|n'existe pas|introuvable|destinataire n'est pas reconnu`,
      String.raw`(?:indirizzo|destinatario|utente|casella|account|dominio)\b.{0,60}(?:non (?:\w{1,8} ){0,2}(?:trovat|esist|valid)|sconosciut|inesistente|disattivat)|non esiste|sconosciuto|inesistente|destinatario non (?:e (?:stato )?)?riconosciut`,
    ),
  ],
  [
    'refused',
    anyOf(
      String.raw`spam|black ?list|block ?list|blocked|policy|reputation|\bdmarc\b|\bspf\b|\bdkim\b|virus|malware|content (?:filter|reject)|unsolicited|not (?:authori[sz]ed|permitted|allowed)|access denied|(?:message|size|mail) .{0,30}(?:too (?:large|big)|exceeds)|rejected|refused|denied`,
      'richtlinie|abgelehnt|zuruckgewiesen|abgewiesen|gesperrt|blockiert|verweigert|zu gro(?:ss|ß)',
      'rejete|refuse|bloque|indesirable|interdit|respint|rifiutat|bloccat|non (?:autorizzat|consentit)',
    ),
  ],
];

/** By the code where no word says it: the first that fits. */
const classCodes: readonly (readonly [BounceClass, RegExp])[] = [
  ['full', /(?<![\d.])[45]\.2\.2(?![\d.])/],
  ['busy', /(?<![\d.])[45]\.5\.3(?![\d.])/],
  ['expired', /(?<![\d.])[45]\.4\.7(?![\d.])/],
  ['refused', /(?<![\d.])[45]\.(?:7\.\d{1,3}|3\.4)(?![\d.])/],
  ['busy', /(?<![\d.])4\.\d{1,3}\.\d{1,3}(?![\d.])/],
  ['full', /(?<![\d.,:/+-])552(?=[ :;-])/],
  ['busy', /(?<![\d.,:/+-])4[2-5]\d(?=[ :;-])/],
  ['address', /(?<![\d.])5\.1\.\d{1,3}(?![\d.])/],
];

/** Why, in the words of a server; `undefined`: the folded text does not say. */
export function wordsClass(folded: string): BounceClass | undefined {
  return classWords.find(([, words]) => words.test(folded))?.[0];
}

/** Why, by the codes in it. */
export function codeClass(folded: string): BounceClass | undefined {
  return classCodes.find(([, code]) => code.test(`${folded} `))?.[0];
}

/** It has the numbers or the reasons that only servers write. */
export function speaksSmtp(folded: string): boolean {
  if (enhancedCode.test(folded)) return true;
  const code = replyCode.exec(folded);
  return code !== null && wordsClass(folded.slice(code.index, code.index + 160)) !== undefined;
}

/** Local parts that no person has. */
export const daemonAddress =
  /^(?:mailer[-_.]?da?emon|mail[-_.]?da?emon|m?daemon|mail[-_.]?delivery(?:[-_.]?(?:sub)?system)?|microsoftexchange[0-9a-f]{8,})(?:@|$)/;
/** That of whoever runs the server, and now and then of a person. */
export const postmasterAddress = /^(?:post-?master|mail-?master|mail-?admin(?:istrator)?)(?:@|$)/;

/** What daemons call themselves, folded. */
export const daemonName = anyOf(
  String.raw`mailer[-_ ]?da?emon|mail[-_ ]daemon|\bmdaemon\b`,
  'mail ?delivery|delivery (?:sub)?system|returned mail|undelivered',
  'mail (?:administrator|router|transport)|mailsystem|mail system|system ?administrator|internet mail',
  '^"?microsoft (?:outlook|exchange)|exchange (?:server|system|transport)|lotus (?:notes|domino)|domino (?:server|router)',
  'barracuda|proofpoint|mimecast|post-?master',
  'zustell(?:system|dienst|ungssystem)|mailserver',
  'administrateur (?:du |de )?systeme|amministratore (?:del |di )?sistema',
  'systeme de (?:messagerie|distribution|remise|livraison)|sistema di (?:posta|consegna|recapito)|sottosistema',
);

/** A box between, whose letters come from an address that takes answers. */
export const gatewaySender =
  /(?:gateway|\bscan|anti-?(?:spam|virus)|spam-?(?:filter|firewall)|firewall|\butm\b|\bmta\b|\bsmtp|\brelay|no-?reply|bounce|filter|mail-?(?:server|security|gw)|\bserver\b|\bsystem\b|notif|delivery|zustell)/;

/** Somebody speaks of himself, leaves a number, or asks. */
const ownWords = anyOf(
  String.raw`\b(?:ich|mich|mir|meine?[mnrs]?|wir haben(?! (?:\S{1,20} )?versucht)|wir brauchen|wir m(?:o|oe)chten|rufen sie|ruf mich|ruckruf)\b`,
  String.raw`\b(?:my|please call|we have(?! tried)|we need)\b|\bi (?:am|have|got|need|tried|would)\b`,
  // Not the English Monday, and not the Italian "but".
  String.raw`\b(?:je(?! nach)|mon(?![,.]? ?\d)|ma(?! (?:non|il|la|si|e)\b)|mes|nous avons(?! (?:essaye|tente))|rappel\w+)\b|\bj'(?:ai (?!le regret)|aime)`,
  String.raw`\b(?:mio|mia|miei|mie|vorrei|abbiamo(?! (?:provato|tentato))|chiamat\w+|mi chiamo)\b`,
  // What he wants it for.
  String.raw`heizung|heizk(?:o|oe)rper|therme\b|boiler|dusche|waschbecken|toilette|wasserhahn|rohrbruch|w(?:a|ae)rmepumpe|badezimmer|chauffage|robinet|fuite d'eau|riscaldamento|caldaia|rubinetto|perdita d'acqua|\bheating|bathroom|leaking`,
  // A phone number: no server has one to be called at.
  String.raw`(?<![\d.:])(?:\+\d{2}|0\d{2,5})[ /-]{0,3}\d{3,}[ -]?\d{2,}(?!\w)`,
);
/** How people begin and end letters; servers do too, now and then. */
const letterForm = anyOf(
  String.raw`(?:^|\n) ?(?:hallo|guten (?:tag|morgen|abend)|sehr geehrte|liebe[rs]? |servus|moin|gr(?:u|ue)(?:ss|ß) gott|bonjour|buongiorno|salve|gentil|hello|dear |hi[ ,!])`,
  String.raw`freundliche\w* gr(?:u|ue)(?:ss|ß)|viele gr(?:u|ue)(?:ss|ß)|beste gr(?:u|ue)(?:ss|ß)|\bmfg\b|\b(?:danke|merci|grazie|thanks)\b|\b(?:kind|best) regards|cordialement|cordiali saluti|\bsaluti\b|salutations`,
);

/** The subject of the mail that came back, which speaks of the house as its request did. */
const quotedSubject = /^[> ]*(?:betreff|subject|objet|oggetto) ?:.*$/gm;

/** Has the folded text what only a person writes? */
export const isPersonal = (folded: string): boolean => ownWords.test(folded.replace(quotedSubject, ''));
/** Does it begin or end as letters do? */
export const isLetterLike = (folded: string): boolean => letterForm.test(folded);
