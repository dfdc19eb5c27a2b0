/** How telephone systems and providers word their notices by mail, as tables: what happened, who called, what is beside it. */

export type NoticeKind = 'voicemail' | 'missed-call' | 'fax' | 'sms';

const newOne =
  '(?:neuer?s?|eingehende[rs]?|eingegangene[rs]?|empfangene[rs]?|new|incoming|received|nouve(?:au|lle)|nuov[ao])';
const by = '(?:von|from|de|da|durch|by)';
const voice =
  '(?:voice-? ?mail\\p{L}*|voice-? ?message|voice-?box|voice-?nachricht|sprach(?:nachricht|mitteilung|box|memo)\\p{L}*|anrufbeantworter\\p{L}*|mobilbox|combox|mailbox|messagerie(?: vocale)?|(?:message|messaggio) vocale?|segreteria(?: telefonica)?|répondeur)';
const number = '["\'(<]{0,2}(?:tel:)?(?:\\+|00?|\\(0|4[139]1?)\\d';

const whole = (pattern: string): RegExp => new RegExp(`(?<![\\p{L}\\d])(?:${pattern})(?!\\p{L})`, 'iu');

/** What a line must say to be about a call; the first that fits counts. */
export const noticeShapes: readonly (readonly [kind: NoticeKind, shape: RegExp])[] = [
  [
    'sms',
    whole(`${newOne} sms|sms(?:-nachricht)? (?:\\S{1,20} ){0,2}${by}|sms (?:erhalten|eingegangen|received)`),
  ],
  [
    'fax',
    whole(
      `${newOne} (?:\\S{1,20} ){0,2}(?:tele)?fax\\p{L}*|(?:tele)?fax(?:nachricht|eingang|sendung|message|mail)? (?:\\S{1,20} ){0,3}${by}|(?:tele)?fax\\p{L}* (?:\\S{1,20} ){0,3}(?:eingegangen|erhalten|empfangen|received|eingang)|faxeingang|(?:tele)?fax ${number}`,
    ),
  ],
  [
    'voicemail',
    whole(
      `${newOne} (?:\\S{1,20} ){0,1}${voice}|${voice}\\W{1,3}(?:\\S{1,30} ){0,4}${by}|${voice} ?[:(-]{0,2} ?(?:${number}|\\d{1,3}:\\d\\d|\\d{1,4} s\\p{L}*)|${voice}\\W{1,3}(?:\\S{1,20} ){0,5}(?:nachricht|message|messaggio|hinterlassen|erhalten|received)|(?:nachricht|message|messaggio) (?:\\S{1,20} ){0,8}(?:auf|in|im|on|sur|nella|sul)\\s(?:\\S{1,20} ){0,3}${voice}|(?:nachricht|message|messaggio) ${by} (?:${number}|unbekannt|anonym|unknown|anonymous|inconnu|sconosciuto|anonimo)|left (?:you )?a .{0,30}(?:message|voicemail)`,
    ),
  ],
  [
    'missed-call',
    whole(
      `(?:entgangene|verpasste|unbeantwortete|nicht angenommene|neue|eingehende|eingegangene)[rns]? (?:anrufe?|telefonat)|anrufe? (?:\\S{1,20} ){0,2}${by}|anrufe? in abwesenheit|anrufe? (?:ohne|mit unterdrückter) (?:ruf)?nummer|anrufe? eines anonymen|anonyme[rn]? anruf(?:e|er|s)?|anonymous call(?:er)?|appel anonyme|chiamata anonima|anruf (?:verpasst|entgangen)|verpasst: anruf|missed (?:phone )?calls?|(?:new|incoming) call|call from|appels? (?:manqués?|en absence|de)|nouvel appel|chiamat[ae] (?:pers[ae]|senza risposta|da)|rückruf(?:bitte|wunsch|anfrage)?|(?:anruf|gesprächs|telefon|telefonie)-?notiz|telefonnachricht|callback request|rappel demandé`,
    ),
  ],
];

/** Reports of what we sent, and letters of the provider about itself. */
export const noIncoming =
  /sende(?:bericht|protokoll|status|bestätigung)|(?:fax|sms)[^\n]{0,60}(?:gesendet|versendet|verschickt|zugestellt|übertragen|übermittelt)(?!\p{L})|fax\p{L}* (?:an|to|nach) |fax (?:was |has been )?(?:sent|delivered)|transmission report|ausgehende|outgoing|speicher|quota|(?:fast|nahezu|ist) voll|almost full|is full|(?<!\p{L})pin(?!\p{L})|passwor[td]|kennwort|rechnung|invoice|einzelverbindung|(?:de)?aktiviert|eingerichtet|firmware|update|störung|wartung|newsletter|angebot|tarif|zugangsdaten|abwesend|ansage ändern/iu;

/** The mailbox a telephone writes from. */
export const telephoneMailbox =
  /^(?:voice-?mail|voice-?box|vm|mailbox|sprachbox|mobilbox|combox|anrufbeantworter|fax|e?fax|fax2mail|fax-?service|faxdienst|telefax|telefon|telefonie|telefonanlage|tk-?anlage|phone|phonesystem|pbx|asterisk|freepbx|3cx|starface|fritz-?!?box|sipgate|placetel|nfon|easybell|anrufe?|calls?|missed-?calls?|sms|callcenter|telefonsekretariat|cloudya|voip)(?:[+._-].{0,60})?$/i;
export const telephoneName =
  /voice-?\s?mail|voicebox|sprachbox|mobilbox|combox|anrufbeantworter|fritz!?\s?box|asterisk|\bpbx\b|telefonanlage|telefonie|sipgate|placetel|starface|\b3cx\b|\bnfon\b|easybell|faxdienst|^fax\b|\bfax$|fax-?service|fax2mail|faxserver|missed call|telefonsekretariat/i;
export const telephoneDomain =
  /(?:^|\.)(?:sipgate\.(?:de|net|com)|placetel\.de|fritz\.box|myfritz\.net|avm\.de|3cx\.(?:net|com|de)|starface\.(?:de|com)|nfon\.(?:net|com)|cloudya\.com|easybell\.de|peoplefone\.(?:ch|com|de|at)|fonial\.de|satellite\.me|dus\.net|simple-fax\.de|voicemail\.microsoft\.com|sipcall\.(?:ch|at))$/i;
/** Telephone systems name the caller in the head of the mail. */
export const callerHeaders = [
  'x-callingtelephonenumber',
  'x-asterisk-callerid',
  'x-asterisk-callerid-num',
  'x-callerid',
  'x-caller-id',
  'x-caller-number',
] as const;

/** Words of who writes himself. */
export const asksForCall = /rückruf|zurückrufen|callback|call ?back|rappel|richiamare/iu;
export const firstPerson =
  /(?<!\p{L})(?:ich|mich|mir|mein\p{L}{0,2}|wir|uns|unser\p{L}{0,2}|i|my|me|we|us|our|je|nous|mon|notre|noi|nostr[oa])(?!\p{L})/iu;

// --- lines with a label ---

const labelled = (names: string): RegExp =>
  new RegExp(`^\\W{0,5}(?:${names})(?!\\p{L})[^:\\n|]{0,20}\\s{0,10}[:|\\t]\\s{0,20}(.{0,400})$`, 'iu');

export const callerLabel = labelled(
  '(?:verpasster |entgangener |neuer )?anruf(?:er|ernummer|ername|ende)?(?: von)?|anrufende nummer|(?:ruf|telefon|fax|handy|mobil|absender|rückruf)nummer(?: des anrufers)?|telefon|tel|handy|nummer|absender(?:kennung)?|caller(?: ?id| number| name)?|calling (?:number|party)|(?:phone )?number|phone|from|von|(?:nachricht|fax|sms|voicemail|rufnummer|name) (?:von|from)|gesendet von|de|da|num[ée]ro(?: de l.appelant)?|appelant|expéditeur|chiamante|mittente|callback number|name|kontakt',
);
/** In no letter and no form a number has such a label. */
export const onlyCallers =
  /^\W{0,5}(?:anrufer(?:nummer|name)?|anrufende nummer|rufnummer des anrufers|caller(?: ?id| number| name)?|calling (?:number|party)|appelant|num[ée]ro de l.appelant|chiamante)\s{0,3}:\s{0,10}\S/iu;
export const calledLabel = labelled(
  'an|to|à|a|für|for|ziel(?:ruf)?(?:nummer)?|(?:an)?gerufene (?:ruf)?nummer|gewählte (?:ruf)?nummer|(?:ihre|deine|eigene) (?:ruf)?nummer|called(?: number)?|destination|empfänger(?:nummer)?|durchwahl|leitung|anschluss|mailbox|box|faxnummer|ihr anschluss',
);
export const transcriptLabel = labelled(
  'transkript(?:ion)?|transcript(?:ion)?|abschrift|mitschrift|verschriftung|nachricht(?:entext)?|nachrichteninhalt|text|inhalt|message(?: text)?|voice-?mail ?(?:transcript|preview|text)|voicemail-?vorschau|vorschau|sprachnachricht als text|anliegen|notiz|bemerkung|grund|trascrizione|messaggio|transcription du message|zusammenfassung|summary',
);
/** Data about the call. */
export const callData =
  /^\W{0,5}(?:datum|date|data|zeit|uhrzeit|time|heure|ora|zeitpunkt|dauer|anrufdauer|länge|length|duration|durée|durata|seiten|seitenzahl|anzahl|pages?|received|empfangen|eingang\p{L}*|eingegangen|message (?:id|number)|nachrichten?-?(?:nr|id|nummer)|job-?id|id|auflösung|datei\p{L}*|file\p{L}*|anhang|attachment|anlage|betreff|subject|priorität|priority|status|sprache|language|confidence|call type|art)(?!\p{L})[^:\n]{0,20}:/iu;

// --- lines that say nothing new ---

export const beside =
  /^\W{0,5}(?:sie haben|du hast|you (?:have|received|were|got)|es (?:liegt|wurde)|(?:ihre|deine) fritz|ein (?:neuer )?anruf|there is|im anhang|anbei|in der anlage|als anhang|die (?:nachricht|aufnahme|aufzeichnung|datei|sprachnachricht) (?:finden|liegt|ist|wurde|hängt)|the (?:message|recording|voicemail|audio)|zum (?:an|ab)hören|(?:an|ab)hören|hören sie|(?:jetzt|hier) (?:an|ab)hören|listen|play|click|klicken|diese (?:e-?mail|mail|nachricht) (?:wurde|ist)|dies ist eine|this (?:e-?mail|message) (?:was|is)|bitte antworten sie nicht|(?:please )?do not reply|dial|to (?:listen|access|retrieve|call)|um die (?:nachricht|aufnahme)|dear|just wanted|in mailbox|want to check|thank you for using|thanks!|vous avez|un (?:nouveau|appel)|hai ricevuto|avete ricevuto|ha ricevuto|--\s?asterisk|-{2,}.{0,40}(?:nachricht|message|mail)|(?:gesendet|sent|cc):|(?:vielen )?danke?,? dass sie|https?:\/\/|powered by|transkription (?:bereitgestellt|powered)|automatisch(?:e|er)? (?:transkri|erstellt))/iu;
export const hello =
  /^\W{0,3}(?:hallo|guten (?:tag|morgen|abend)|sehr geehrte\p{L}*|liebe\p{L}*|hi|hello|dear|bonjour|buongiorno|grüezi|servus)(?: [\p{L}.,&-]{1,30}){0,6}\W{0,3}$/iu;
export const farewell =
  /^\W{0,3}(?:mit freundlichen|viele grüße|freundliche grüße|beste grüße|ihr(?:e)? .{2,40}(?:team|fritz|box)|ihr team|dein .{2,30}-?team|(?:kind|best) regards|sincerely|cordialement|cordiali saluti|impressum|--\s*$|_{5,}|©|copyright|sie erhalten diese|you are receiving|einstellungen ändern|kundenservice|hotline|support:)/iu;

export const unnamedCaller =
  /(?<!\p{L})(?:anonym\p{L}*|unterdrückt\p{L}*|unbekannte?[rn]?|unknown|withheld|private?(?: (?:number|caller|nummer))?|no caller ?id|restricted|unavailable|masqué|privé|inconnue?|anonimo|sconosciut[oa]|nascosto|privato|(?:ohne|keine) (?:ruf)?nummer)(?!\p{L})/iu;
/** What stands before a number that is not the caller's. */
export const beforeOtherNumber =
  /(?<!\p{L})(?:an|to|auf|für|for|à|al|ihre[rnm]?|your|deine[rnm]?|unter|hotline|service|kundenservice|support|ziel\p{L}*|angerufen\p{L}*|called|destination|empfänger\p{L}*|gewählt\p{L}*|durchwahl|anschluss|mailbox|box|leitung|kundennummer|vertrag\p{L}*|vorgang\p{L}*|nr|id|dial|wählen(?: sie)?|message|nachricht)(?!\p{L})[^\d+]{0,25}$/iu;
