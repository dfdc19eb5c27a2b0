/** What a website's own program tells its keeper: comments, new users. Who is named in it has asked for nothing. */
import type { Company } from '../business/company.ts';
import { type IncomingMail, senderOf } from './incoming-mail.ts';
import { isMachineSender } from './machine-senders.ts';

/** WordPress sets the name of the site before it. */
const subjects =
  /^\s*(?:\[[^\]]{1,100}\]\s*)?(?:bitte moderiere\b|please moderate:|(?:neuer )?kommentar:|(?:new )?comment:|(?:trackback|pingback):|neue[r]? benutzer(?:registrierung| registriert)?\b|registrierung eines neuen benutzers|new user registration|(?:passwort|password) (?:geändert|zurückgesetzt|changed|reset)|veuillez modérer|modération|nouvel utilisateur|nuovo utente|si prega di moderare)/i;
const openings =
  /^\W{0,5}(?:(?:ein )?neuer (?:kommentar|trackback|pingback) (?:zu|zum|auf|für)\b|(?:a )?new (?:comment|trackback|pingback) on\b|neue benutzerregistrierung\b|registrierung eines neuen benutzers\b|new user registration\b|un nouveau commentaire\b|nouvelle inscription d['’]utilisateur|un nuovo commento\b|registrazione (?:di un )?nuovo utente\b)/i;

/** Is it about a comment or a user of a website? Only what its server sends itself, and says first of all. */
export function isWebsiteNotice(mail: IncomingMail, company: Company): boolean {
  const sender = senderOf(mail)?.address;
  if (sender === undefined || !isMachineSender(sender, company)) return false;
  const opening = mail.text.slice(0, 2_000).trimStart().slice(0, 200);
  // The visitor of a form may choose its subject.
  return openings.test(opening) && (subjects.test(mail.subject) || sender.startsWith('wordpress@'));
}
