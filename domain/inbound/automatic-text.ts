/**
 * What machines write in somebody's name: absence notes, acknowledgements of ticket systems, read receipts. Many carry no
 * mark at all (a rule of Outlook, a vacation note of a provider), and many a person's mail carries one. So the words
 * decide: a mail is automatic if it says what such mails say, and nothing else.
 */

import { plainWords } from '../capture/field-names.ts';
import { readMessage } from '../capture/key-words.ts';
import { stripSignature } from './signature.ts';

export type AutomaticText = 'absence' | 'acknowledgement' | 'read-receipt';

/** What speaks for a machine beside the words. */
export interface Circumstances {
  readonly subject: string;
  /** The text without what it quotes. */
  readonly text: string;
  /** `replied`: the sender's program says that it answered by itself; `marked`: any other mark; `none`. */
  readonly mark: 'replied' | 'marked' | 'none';
  /** It answers a mail of ours. */
  readonly isAnswer: boolean;
}

/** Longer ones are letters, whatever they begin with; the longest notes, in three languages, have some 2,500 characters. */
const maxNoteLength = 4_000;

type SentenceKind = AutomaticText | 'filler';

const away =
  '(?:nicht (?:mehr )?(?:im|in meinem|in unserem|an meinem|am)? ?(?:buero|haus|haeusern|arbeitsplatz|platz|dienst|unternehmen|betrieb|erreichbar|anwesend|verfuegbar|zu erreichen|zugegen|da)|abwesend|ausser haus|(?:im|in|in den|im wohlverdienten|in meinem|in unserem|in unseren) (?:jahres|winter|sommer|weihnachts|oster|erholungs|betriebs|mutterschafts)?(?:urlaub|ferien)|(?:auf|in) (?:dienst|geschaefts|fortbildungs|mutter kind )?(?:reise|reisen|messe|fortbildung|kur|reha)|verreist|auf reisen|(?:in|im) (?:elternzeit|mutterschutz|krankenstand|krankenhaus|elternkarenz|karenz|rente|pension)|erkrankt|krank|krankgeschrieben|geschlossen|ausgeschieden|nicht mehr (?:bei|fuer) \\w+|nur (?:eingeschraenkt|bedingt|unregelmaessig|teilweise|sporadisch))';
const leave =
  '(?:urlaub|betriebsurlaub|betriebsferien|ferien|betriebsruhe|werksferien|weihnachtsferien|sommerferien|sommerpause|winterpause|elternzeit)';

/**
 * The formulas, in the spelling of `plainWords`, each looked for within one sentence. The first kind that fits counts.
 */
const formulas: readonly (readonly [kind: SentenceKind, formula: RegExp])[] = [
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
  // --- what such mails say besides ---
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
const invitation = /\bgerne? (?:\w+ )?(?:telefonieren|sprechen|kommen|vorbeikommen|anrufen|treffen)\b/;

/** How a person answers: whoever says one of these is none of the above, whatever else he says. */
const ownWords = [
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
const clearSubject =
  /^(?:automatische (?:antwort|rueckmeldung|empfangsbestaetigung|e mail|abwesenheit\w*|nachricht)|abwesenheits?(?:notiz|nachricht|assistent|meldung|info|benachrichtigung|hinweis|mitteilung|agent)|auto(?:matic|mated)? ?(?:reply|response|antwort)|out of (?:the )?office|autoreply|autoresponder|urlaubs?(?:notiz|benachrichtigung|nachricht|meldung)|reponse automatique|risposta automatica|absence du bureau|message d absence|notification d absence|fuori sede|eingangsbestaetigung|empfangsbestaetigung|lesebestaetigung|vacation reply|fuori ufficio|ooo\b)/;
/** Subjects of notes that could be of people too. */
const notedSubject =
  /^(?:abwesen\w*|auto |auto$|nicht im (?:buero|haus)|nicht (?:mehr )?(?:erreichbar|da)|(?:bin )?(?:derzeit |zur zeit |momentan |aktuell )?(?:im |in )?(?:\w+ )?(?:urlaub|ferien|betriebsurlaub|betriebsferien|betriebsruhe|elternzeit|mutterschutz|karenz)\b|(?:betriebs|winter|sommer|weihnachts)(?:urlaub|ferien|pause)|wir (?:machen|haben) (?:betriebs)?(?:urlaub|ferien)|geschlossen|fermeture|chiusura|verreist|krank|absent|en conge|en vacances|in ferie|assente|chiuso|on (?:annual )?leave|on (?:vacation|holiday)|away\b|gelesen|geloescht|nicht gelesen|ungelesen|read|not read|deleted|lu |lu$|non lu|letto|non letto|return receipt|ticket|case|vorgang|\[?\w{0,12} ?ticket|(?:ihre|your) (?:anfrage|nachricht|e mail|request|message|ticket|inquiry)|(?:vielen )?dank fuer|thank you for|thanks for|we (?:have )?received|wir haben ihre|request received|anfrage (?:erhalten|eingegangen)|bestaetigung|confirmation|accuse|votre (?:demande|message))/;
const subjectPrefix = /^(?:\s*(?:re|aw|antw|antwort|wg|fwd?|sv|r|tr|rif)\s*(?:\[\d+\])?\s*:\s*)+/i;

/** After a date only with a word that begins sentences: "vom 21.12. bis 6.1. Betriebsferien" is one. */
const sentenceEnd =
  /(?<!\b(?:\d{1,2}|Dr|Prof|Mag|Ing|Dipl|Tel|Hr|Fr|Nr|St|Str|ca|bzw|evtl|inkl|usw)\.)(?<=[.!?…])\s+|(?<=\b\d{1,2}\.)\s+(?=(?:Ich|Wir|Ihre?[nr]?|Bitte|In|Im|Ab|Bei|Für|Danach|Vielen|Mit|Die|Der|Das|Dann|Meine?|Unsere?|Sie|Nachrichten|E-Mails?|Mails?|Anfragen|Es|Alle|Wenn|Falls|Sollten)\b)|\n\s*\n/u;

const salutation =
  /^(?:sehr geehrte[rs]?|liebe[rs]?|guten (?:tag|morgen|abend)|hallo|hi|grüß gott|grüezi|servus|moin|dear|hello|bonjour|madame|monsieur|buongiorno|gentile|chère?)(?!\p{L})[^,!.\n]{0,60}(?:[,!.]\s*|$)/iu;
const closing =
  /^(?:mit (?:freundlichen|besten|herzlichen|lieben)?|freundliche|viele|beste|liebe|herzliche|schoene|(?:ihr|ihre|euer) (?:\w+ ){0,2}\w*(?:team|praxis|familie|service)\w*|kind regards|best regards|regards|sincerely|cordialement|meilleures salutations|cordiali saluti|distinti saluti|mfg|lg|vg|bg)\b.{0,60}$/;

/** A receipt lists what it is about. */
const mailHeader =
  /^\s*(?:an|to|von|from|betreff|subject|gesendet|sent|datum|date|objet|envoyé|oggetto|inviato|à|a)[ \t]*:.*$/gim;

/** Between the clauses of a sentence. Two blanks: the formulas, which know one, do not reach over it unless they say so. */
const clauseMark = '  ';

function sentencesOf(text: string): string[] {
  return stripSignature(text)
    .slice(0, maxNoteLength)
    .replace(mailHeader, '')
    .replace(/(?<![.!?:…,])\n(?=\s*\p{Ll})/gu, ' ')
    .split(sentenceEnd)
    .flatMap((part) => part.split('\n'))
    .map((part) =>
      part
        .trim()
        .replace(salutation, '')
        .split(/[,;:–]/)
        .map(plainWords)
        .filter((clause) => clause !== '')
        .join(clauseMark),
    )
    .filter((part) => part !== '' && !closing.test(part));
}

interface Said {
  readonly kinds: ReadonlySet<SentenceKind>;
  /** A sentence that is no formula, by its words. */
  readonly others: number;
  /** Sentences that say what it is. */
  readonly formulaic: number;
  /** Sentences such mails have besides. */
  readonly fillers: number;
  /** Something only a person says. */
  readonly own: boolean;
}

const formulaIn = (said: string): SentenceKind | undefined =>
  formulas.find(([, formula]) => formula.test(said))?.[0];

/** Says a person something in it? Of a sentence with a formula only the clauses count that are none. */
function speaks(sentence: string, kind: SentenceKind | undefined): boolean {
  const clauses = sentence.split(clauseMark);
  const said = kind === undefined ? [sentence] : clauses.filter((clause) => formulaIn(clause) === undefined);
  const isSaid = (words: readonly RegExp[], text: string) => words.some((word) => word.test(text));
  if (kind === 'filler' && clauses.some((clause) => invitation.test(clause))) return true;
  // Within one clause a formula and a wish do not stand together, except where somebody is away and wants something.
  if (kind !== undefined && kind !== 'filler' && isSaid(ownWords, sentence)) return true;
  return said.some(
    (clause) => isSaid([invitation, ...ownWords], clause) || readMessage(clause).urgency === 'now',
  );
}

function readSentences(text: string): Said {
  const kinds = new Set<SentenceKind>();
  let others = 0;
  let formulaic = 0;
  let fillers = 0;
  let own = false;
  for (const sentence of sentencesOf(text)) {
    const kind = formulaIn(sentence);
    own ||= speaks(sentence, kind);
    if (kind !== undefined) kinds.add(kind);
    if (kind === 'filler') fillers += 1;
    else if (kind !== undefined) formulaic += 1;
    // One or two words are a name or a heading.
    else if (sentence.split(' ').length > 2) others += 1;
  }
  return { kinds, others, formulaic, fillers, own };
}

/**
 * Is it a note that a machine wrote? A subject alone never decides; the text must say so, and must not say what a person
 * wants. What names an emergency is always a person's.
 * @returns what it is; `undefined`: a person wrote, as far as words can tell.
 */
export function readAutomaticText(circumstances: Circumstances): AutomaticText | undefined {
  const { text, mark, isAnswer } = circumstances;
  if (text.length > maxNoteLength) return undefined;
  const bare = circumstances.subject.replace(subjectPrefix, '');
  const subject = plainWords(bare);
  const isClear = clearSubject.test(subject);
  // Behind "Re:" stands our own subject, whatever it says.
  const isNoted = isClear || (bare === circumstances.subject && notedSubject.test(subject));
  const { kinds, others, formulaic, fillers, own } = readSentences(text);
  const what = (['read-receipt', 'absence', 'acknowledgement'] as const).find((kind) => kinds.has(kind));
  const isEmpty = kinds.size === 0 && others === 0 && !own;
  if (isEmpty) return isClear ? kindOfSubject(subject) : undefined;
  if (own) return isClear && mark === 'replied' ? (what ?? kindOfSubject(subject)) : undefined;
  if (what === undefined) {
    const claims = isClear
      ? fillers > 0 || mark === 'replied'
      : mark === 'replied' && others < Math.max(fillers, 1) && (isNoted || (isAnswer && fillers > 0));
    return claims ? kindOfSubject(subject) : undefined;
  }
  const evidence =
    (isClear ? 2 : isNoted ? 1 : 0) +
    (mark === 'replied' ? 2 : mark === 'marked' ? 1 : 0) +
    Math.min(fillers + formulaic - 1, 3);
  // A mark alone does not outweigh what no machine says.
  return evidence > others && (others === 0 || isNoted || fillers + formulaic > 1) ? what : undefined;
}

function kindOfSubject(subject: string): AutomaticText {
  if (/^(?:nicht |un)?(?:gelesen|geloescht|lu|letto|read|not read|lesebestaetigung)\b/.test(subject))
    return 'read-receipt';
  return /^(?:\w+ )?(?:ticket|eingang|empfang|received|dank|thank|anfrage|request|accuse|bestaetigung)/.test(
    subject,
  )
    ? 'acknowledgement'
    : 'absence';
}
