/** What forms write beside the answers: labels, sentences of consent, data about the browser, notices of the plug-in. */
import { looksLikePhone, normaliseEmail } from '../capture/contact-data.ts';
import { type FieldRole, guessRole, recogniseRole } from '../capture/field-names.ts';

/** `sender`: name and address in one, as Contact Form 7 writes it. */
export type LabelRole = FieldRole | 'sender';

/** A label is a few words. */
const maxLabelLength = 60;
const maxLabelWords = 7;

const senderLabels = /^(von|from|de|da|absender|gesendet von|sent by|eingesendet von)$/i;

/** Without marks around it: bold, bullets, numbers, quotes, "(required)". */
export const bareLabel = (text: string): string =>
  text
    .slice(0, 4 * maxLabelLength)
    .replace(/^[\s>*_#=•·▪►»"'“„[–—-]+|[\s*_#="'”“\]–—-]+$/g, '')
    .replace(/^\(?\d{1,2}[.)]\s*(?=\p{L})/u, '')
    .replace(
      /\s*\((?:pflichtfeld|required|optional|erforderlich|freiwillig|obligatoire|obbligatorio)\)|\*$/gi,
      '',
    )
    .trim();

/** A label is short, has letters, and is no address and no time (`http:`, `12:30`). */
export function isLabel(label: string): boolean {
  return (
    label.length > 0 &&
    label.length <= maxLabelLength &&
    label.split(/\s+/).length <= maxLabelWords &&
    /\p{L}{2}/u.test(label) &&
    !/^(https?|mailto|tel|re|aw|wg|fwd?|hallo|hi|ps|p\.s\.)$/i.test(label) &&
    !/[@.!;]\s|@|\/\//.test(label)
  );
}

/** What a label means; `undefined`: nobody knows. */
export function roleOfLabel(label: string): LabelRole | undefined {
  if (senderLabels.test(label)) return 'sender';
  if (isPrivacyLabel(label)) return undefined;
  return recogniseRole(label) ?? (guessRole(label) === 'message' ? 'message' : undefined);
}

/** Who fills in such a field has written something of this look there. */
export function fitsRole(role: LabelRole | undefined, value: string): boolean {
  switch (role) {
    case 'email':
      return normaliseEmail(value.trim()) !== undefined;
    case 'phone':
      return value.length <= 60 && looksLikePhone(value);
    case 'postcode':
      return /^\s*(?:[A-Z]{1,2}-?\s?)?\d{4,5}(?!\d)/.test(value);
    case 'sender':
      return value.includes('@');
    default:
      return value.trim() !== '';
  }
}

/** More than that: no sentence of a message fits by chance. */
export function looksLikeRole(role: LabelRole | undefined, value: string): boolean {
  switch (role) {
    case 'name':
    case 'firstName':
    case 'lastName':
    case 'company':
    case 'city':
      return /^\p{Lu}[\p{L}.'’/-]*(?: [\p{L}.'’/&-]+){0,4}$/u.test(value.trim());
    case 'address':
      return value.length <= 80 && /\d/.test(value);
    default:
      return fitsRole(role, value);
  }
}

const contactRoles: ReadonlySet<LabelRole | undefined> = new Set<LabelRole | undefined>([
  'email',
  'phone',
  'name',
  'firstName',
  'lastName',
  'company',
  'address',
  'houseNumber',
  'postcode',
  'city',
]);
export const isContactRole = (role: LabelRole | undefined): boolean => contactRoles.has(role);

/** Answers on one line; what stands on the next belongs to something else. */
export const isOneLine = (role: LabelRole | undefined): boolean =>
  role === 'sender' || (contactRoles.has(role) && role !== 'address' && role !== 'company');

// --- what nobody filled in ---

/** Said by the plug-in about itself and the browser. */
const metadata =
  /^(datum|date|data|zeit|uhrzeit|time|heure|ora|user[- ]?agent|benutzer-?agent|browser|betriebssystem|remote[- ]?ip|ip([- ]?adresse| address)?|adresse ip|unterstützt von|powered by|erstellt mit|formular(-?name|-?id)?|form( ?name| ?id)?|entry id|entry number|eintrags?-?(id|nummer)|submission ?id|einsendungs-?id|gesendet (am|um)|abgeschickt am|sent on|submitted (on|at|from)|date submitted|eingegangen am|eingang|zeitstempel|timestamp|site|site ?name|website name|country code|language|locale|sprache|referrer|referer|session( id)?|user id|benutzer-?id|captcha|spam[- ]?score|page title|seitentitel)$/i;
/** Nobody writes these into a letter. */
const surelyMetadata =
  /^(user[- ]?agent|benutzer-?agent|remote[- ]?ip|ip([- ]?adresse| address)?|adresse ip|unterstützt von|powered by|form ?id|entry id|submission ?id|eintrags?-?id|country code)$/i;
const page =
  /^(seiten-?url|seitenlink|page ?url|page ?link|seite|page|url|link|quelle der anfrage|von der seite|gesendet von der seite|formularseite|source url|embed url|url der seite)$/i;

/** "Erika Muster hat Ihr Formular eingereicht: Kontakt". */
const aboutForm = /formular|\bform\b|submission|submitted/i;

export const isMetadataLabel = (label: string): boolean =>
  metadata.test(label) || (aboutForm.test(label) && recogniseRole(label) === undefined);
export const endsMessage = (label: string): boolean => surelyMetadata.test(label);
export const isPageLabel = (label: string): boolean => page.test(label);

const privacyWord =
  /datenschutz|dsgvo|privacy|gdpr|einwillig|einverst[äa]nd|zustimm|nutzungsbedingung|\bagb\b|confidentialit|rgpd|consentement|informativa|consenso|terms (?:and|&|of)/i;
/** How a box says that it was ticked or not. */
const tick =
  /^[\s"'(]*(?:ja|nein|yes|no|oui|non|s[ìi]|on|off|true|false|1|0|x|ok|✓|✔|☑|✅|akzeptiert|accepted|accept|accepté|accettato|zugestimmt|einverstanden|gelesen|bestätigt|angekreuzt|ausgewählt|aktiviert|checked|ticked|agreed|agree|zur kenntnis genommen|nicht zugestimmt)[\s"').!]*$/i;
const agreeing =
  /^(?:[\s"'(*☑✓✔✅[\]x-]{0,6})(?:ja,? ?)?(?:ich|wir|hiermit|durch|mit|i|by|j['’]|j['’]ai|je|ho|acconsento|accetto|autorizzo|den|die)\b/i;

/** The label of a box that has to be ticked: short ("Datenschutz") or a sentence. */
export const isPrivacyLabel = (label: string): boolean =>
  privacyWord.test(label) && label.length <= 400 && !/\?/.test(label);

/** "Datenschutz: akzeptiert", "Einwilligung: on", "Ich habe die Datenschutzerklärung gelesen: Ja", and without a tick. */
export function isPrivacyLine(line: string): boolean {
  const text = line.replace(/^[\s>*_•·-]+/, '').trim();
  if (text.length > 600 || !privacyWord.test(text)) return false;
  if (agreeing.test(text) && agreed.test(text)) return true;
  const [, label = '', value = ''] = /^([^:=|]{2,400}?)\s*[:=|]\s*(.{0,200})$/.exec(text) ?? [];
  return label !== '' && privacyWord.test(label) && label.split(/\s+/).length <= 40 && isAgreement(value);
}

const agreed =
  /(?:gelesen|zur kenntnis|akzeptier|stimme\b.{0,200}\bzu\b|zugestimmt|einverstanden|willige\b|verarbeitet|gespeichert|erhoben|habe .{0,60}informiert|read|agree|accept|consent|lu\b|acconsento|accetto|letto|autorizzo)/i;

/** What stands beside such a label: a tick, or the sentence once more. */
export function isAgreement(value: string): boolean {
  return tick.test(value) || value.trim() === '' || (agreeing.test(value) && agreed.test(value));
}

/** What plug-ins write below the answers, and above them. */
const notices: readonly RegExp[] = [
  /^\W{0,3}(?:diese[rs]?|dies|this|the|eine? (?:neue |e-?mail)|a new|you|sie haben|ihre?)\b.{0,60}\b(?:e-?mail|mail|nachricht|message|anfrage)\b.{0,60}\b(?:wurde|was|has been|is|erhalten|received)\b.{0,60}\b(?:kontaktformular|formular|contact form|web ?form|website form|form on|webseite|website|homepage|sent from http)/i,
  /^(?:dies ist eine (?:benachrichtigung|automatisch)|this is (?:a notification|an automat)).{0,200}$/i,
  /^\W{0,3}(?:das |der |the |a |ein |le |il |über (?:das|ihr) |via )?(?:kontaktformular|contact form|formulaire de contact|modulo di contatto)\b.{0,80}\b(?:übermittelt|gesendet|abgeschickt|submitted|sent|envoyé|inviat|ausgefüllt)/i,
  /^\W{0,3}(?:gesendet|sent|envoyé|inviato|verschickt|übermittelt) (?:von|from|via|über|durch|par|da)\b.{1,160}$/i,
  /^\W{0,3}\(?sent via\b.{1,160}$/i,
  /^\W{0,3}(?:powered by|unterstützt von|bereitgestellt von|erstellt mit|made with|built with)\b.{1,80}$/i,
  /^\W{0,3}(?:cet e-?mail a été envoyé|cette? (?:e-?mail|message)|questa e-?mail è stata|questo messaggio è stato).{0,200}$/i,
  /^\W{0,3}(?:bitte )?(?:antworten sie (?:nicht )?(?:auf|direkt)|sie können direkt auf diese|um zu antworten|do not reply|please do not reply|reply (?:directly )?to this|to reply\b|diese e-?mail wurde automatisch|this (?:e-?mail|message) was (?:automatically|sent automatically)).{0,200}$/i,
  /^\W{0,3}(?:eintrag (?:ansehen|anzeigen)|anfrage ansehen|view (?:entry|submission|in|this)|manage (?:submissions?|forms?)|einsendungen? (?:ansehen|verwalten)|zum eintrag|alle einträge|mark as spam|report (?:spam|abuse)|does this submission look like spam|unsubscribe|abmelden|einstellungen ändern|you are receiving this|sie erhalten diese|wenn sie diese|if you (?:no longer|do not)|view in|in \p{L}{3,20} ansehen).{0,240}$/iu,
];
const maxNoticeLength = 300;

export function isPluginNotice(line: string): boolean {
  const text = line.trim();
  return text.length <= maxNoticeLength && notices.some((notice) => notice.test(text));
}

const introduction =
  /formular|\bforms?\b|submission|webseite|website|homepage|\b(?:neue|new|nouvelle?|nuov[ao])\b.{0,30}\b(?:anfrage|nachricht|message|messaggio|eintrag|lead|kontakt|demande|richiesta)|\b(?:erhalten|eingegangen|received|ausgefüllt|filled)\b|details?$|mailanfrage|kontaktanfrage|enquiry|inquiry|^(?:hallo|guten tag|hi|hello|bonjour|buongiorno|sehr geehrte)\b.{0,60}$|^sie haben\b|^you(?:'ve| have)\b/i;

/** A line that announces the answers: "Ein Besucher hat Ihr Formular ausgefüllt:". */
export const isIntroduction = (line: string): boolean =>
  line.trim().length <= 200 && (introduction.test(line.trim()) || /:\s*$/.test(line));
