/** Mails to many: newsletters and advertising. A group address of the business, or a mailing list, passes on letters too. */
import type { Company } from '../business/company.ts';
import { readMessage } from '../capture/key-words.ts';
import { plainWords } from '../capture/plain-words.ts';
import { readFacts } from './facts.ts';
import { headerOf, type IncomingMail, senderOf } from './incoming-mail.ts';
import { machineSender } from './machine-senders.ts';
import { ourDomains } from './ours.ts';
import { stripSignature } from './signature.ts';

/** Whoever sends mails to many says so, by law and by the rules of large providers. */
const campaignHeaders = [
  'list-unsubscribe',
  'list-unsubscribe-post',
  'feedback-id',
  'x-csa-complaints',
  'x-campaign',
  'x-campaign-id',
  'x-campaignid',
  'x-mc-user',
  'x-mailgun-tag',
  'x-mailchimp-id',
  'x-newsletter',
  'x-rpcampaign',
  'x-job',
] as const;
const campaignMailers =
  /mailchimp|cleverreach|rapidmail|sendinblue|brevo|newsletter2go|inxmail|mailjet|klick-?tipp|activecampaign|hubspot|campaign|evalanche|mailingwork|optivo|episerver|emarsys|sendy|phplist/i;

/** As much of a text as is looked through. */
const maxLength = 20_000;

/** What the law has in mails to many, in the spelling of `plainWords`. */
const wayOut =
  /\b(?:newsletters?|rundbrief|abmelden|abbestellen|austragen|abonniert|abmeldung|unsubscribe|opt out|im browser (?:ansehen|oeffnen|anzeigen)|webversion|online version|view in browser|view online|desabonn\w*|desinscri\w*|ne plus recevoir|disiscri\w*|annull\w+ (?:l )?iscrizione|cancell\w+ (?:l )?iscrizione)\b/g;

/** How advertising speaks. */
const adverts =
  /\b(?:jetzt (?:bestellen|kaufen|sichern|entdecken|anmelden|sparen|shoppen|informieren|zugreifen)|nur (?:heute|diese woche)|solange der vorrat|rabatt|rabatte|gutschein|sonderangebote?|sonderpreise?|aktionspreise?|guenstiger|versandkostenfrei|gratis|neuheiten|unsere angebote|angebote der woche|messe|webinar|seminar|schulung|einladung zu|katalog|bestellen sie|kaufen sie|profitieren sie|sichern sie sich|entdecken sie|besuchen sie|erfahren sie mehr|mehr erfahren|hier klicken|click here|shop now|save up to|read more|profitez|decouvrez|decouvrir|nos offres|les offres|promotions?|en savoir plus|scopri|sconto|offerte|acquista|approfitta|novita)\b/g;

/** Said by somebody who wants something of us: a letter, whatever list it came over. */
const requests =
  /\b(?:bitte (?:um|rufen|melden|kommen|beheben|machen sie mir|teilen sie mir|schicken sie (?:mir|uns|jemand\w*)|geben sie (?:mir|uns)|kontaktieren|vereinbaren)|(?:bieten|machen|reparieren|warten|installieren|bauen|verlegen|haben) sie|was (?:kostet|wuerde)|wie (?:teuer|viel)|(?:wir|ich) (?:\w+ )?(?:ueberlege|ueberlegen|plane|planen|wollen|will|denken)|um (?:einen )?(?:rueckruf|kostenvoranschlag)|(?:ein|das|ihr|um) angebot (?:fuer|ueber|von ihnen)|(?:koennen|koennten|wuerden) sie (?:uns|mir|bitte|vorbei|das|die|den|einen|eine|ein|sich|heute|morgen|am|noch)|(?:ich|wir) (?:\w+ )?(?:brauche|brauchen|benoetige|benoetigen|haette|haetten|braeuchte|braeuchten|suche|moechte)|(?:brauche|brauchen|benoetigen|haette|haetten|braeuchte|braeuchten|suche|moechte) (?:ich|wir)|bei (?:uns|mir) (?:\w+ ){0,3}(?:ist|sind|tropft|laeuft|leckt|geht|funktioniert|kommt|riecht)|(?:mieter|mieterin|wohnung|hausmeister|eigentuemer)\w*|(?:unsere?|meine?|die|der|das) (?:\w+ )?(?:heizung|therme|gastherme|dusche|bad|toilette|wc|boiler|kessel|waermepumpe|rohr|leitung|wasserhahn|abfluss|keller) (?:\w+ ){0,5}(?:kaputt|defekt|ausgefallen|tropft|undicht|nicht|leckt|verstopft|kalt|erneuern|erneuert|warten|reparieren)|please (?:call|send me|send us|contact me|contact us|quote|come|let (?:me|us) know)|could you|can you|(?:i|we) need|our (?:boiler|heating|bathroom|shower|toilet)|pouvez vous|nous (?:cherchons|avons besoin|souhaitons)|j ai besoin|notre (?:chaudiere|chauffage|salle)|potete|abbiamo bisogno|la nostra caldaia)\b/g;

/**
 * Does it advertise, and say nothing to us? The headers of lists alone do not tell: groups and providers put them on
 * letters of people.
 * @param text without what it quotes.
 * @param isAnswer it answers a mail of ours: then only what nobody would take for an answer.
 */
export function isNewsletter(mail: IncomingMail, text: string, company: Company, isAnswer: boolean): boolean {
  const start = `${mail.subject}\n${withoutFooter(text.slice(0, maxLength))}`;
  const words = plainWords(start);
  const exits = countKinds(words, wayOut);
  const isCampaign =
    (exits > 0 && machineSender.test(senderOf(mail)?.address ?? '')) ||
    campaignHeaders.some((name) => mail.headers.has(name)) ||
    campaignMailers.test(headerOf(mail, 'x-mailer') ?? '');
  const isList =
    mail.headers.has('list-id') || /^(?:bulk|list|junk)\b/i.test(headerOf(mail, 'precedence')?.trim() ?? '');
  if (!(isCampaign || isList) || isOwnList(mail, company)) return false;
  const { kind, urgency } = readMessage(start);
  const isCalled =
    urgency === 'now' && (speaksForHimself(start, company) || !(exits > 0 || link.test(start)));
  const said = countKinds(words, requests) + (isCalled ? 1 : 0);
  const advertised = exits + countKinds(words, adverts);
  if (isAnswer) return isCampaign && exits > 0 && advertised > 1 && said === 0;
  if (advertised > said) return advertised > 1 || (isCampaign && !isDiscussion(mail) && said === 0);
  // It neither advertises nor asks: nothing to us, unless it speaks of what plumbers are called for.
  const asks = said > 0 || kind !== undefined || urgency !== undefined || namesPhone.test(text);
  return isCampaign && !isDiscussion(mail) && !asks;
}

/** News tell of burst pipes too; who has one says where, or speaks of himself. */
const link = /https?:\/\/|www\./i;
const ownWords =
  /(?<!\p{L})(?:ich|wir|uns(?:er\p{L}{0,2})?|mein\p{L}{0,2}|mich|mir|bitte|hilfe|bei (?:familie|fam|frau|herrn)|i|we|our|my|us|please|help|je|nous|notre|nos|mon|ma|svp|noi|nostr[aoie]|mi[ao]|per favore)(?!\p{L})/iu;

function speaksForHimself(text: string, company: Company): boolean {
  if (ownWords.test(text)) return true;
  const { phones, address, postcode } = readFacts(text, company);
  return phones.length > 0 || address !== undefined || postcode !== undefined;
}

/** What belongs to a purchase that was made. */
const papers =
  /\b(?:rechnung|abschlagsrechnung|schlussrechnung|lieferschein|lieferung|auftragsbestaetigung|bestellbestaetigung|versandbestaetigung|mahnung|zahlungserinnerung|gutschrift|bestellung|sendung|paket|kontoauszug|invoice|receipt|your order|facture|commande|fattura|ordine)\b/;
/** What firms write below: it asks nothing. */
const anyQuestions =
  /[^.!?\n]{0,80}(?:haben sie|bei|für|falls sie|sollten sie)\s+(?:(?:noch|weitere|dazu|hierzu|ihre|allfällige)\s+)?(?:rück)?fragen[^.!?\n]{0,120}[.!?]?/giu;

/**
 * Does it ask for something? Of a mail whose headers are lost: an invoice, an advertisement or a notice does not, though it
 * speaks of what plumbers are called for.
 */
export function asksUs({ subject, text }: Pick<IncomingMail, 'subject' | 'text'>): boolean {
  const start = stripSignature(withoutFooter(text.slice(0, maxLength))).replace(anyQuestions, '');
  const words = plainWords(`${subject}\n${start}`);
  const { kind, urgency } = readMessage(`${subject}\n${start}`);
  const said = countKinds(words, requests) + (urgency === 'now' ? 1 : 0);
  if (papers.test(words)) return said > 0;
  const exits = countKinds(words, wayOut);
  const advertised = exits + countKinds(words, adverts);
  if (advertised > said) return advertised === 1 && exits === 0 && (said > 0 || start.includes('?'));
  return (
    said > 0 || kind !== undefined || urgency !== undefined || /\?|@/.test(start) || namesPhone.test(start)
  );
}

const namesPhone = /(?<!\d)(?:\+4[139]|0)[ \d/().-]{7,20}\d/;

/** Whoever is on a mailing list may write to it; nobody writes back to a campaign. */
const isDiscussion = ({ headers }: IncomingMail): boolean =>
  ['list-post', 'mailing-list', 'x-google-group-id', 'x-beenthere', 'x-mailman-version'].some((name) =>
    headers.has(name),
  );

const rule = /^\s*(?:-{2,}|[-_=*.,~]{3,})\s*$/;

/** Lists write below what they pass on how to leave them. That is not the letter; a text that begins with a rule is. */
function withoutFooter(text: string): string {
  const lines = text.split('\n');
  const end = lines.findLastIndex((line, index) => index > 0 && rule.test(line));
  const above = lines.slice(0, end).join('\n');
  return end < 0 || above.trim() === '' ? text : above;
}

/** How many different ones of the words stand in the text. */
const countKinds = (text: string, words: RegExp): number =>
  new Set([...text.matchAll(words)].map(([word]) => word)).size;

/** A group address of the business: whoever writes to it writes to the business. */
function isOwnList(mail: IncomingMail, company: Company): boolean {
  // Of the owner only his whole address counts: a list may be at his provider's.
  const addresses = company.owner.email.flatMap((address) => [address, address.replace('@', '.')]);
  const names = [...ourDomains(company), ...addresses.map((address) => address.toLowerCase())];
  return ['list-id', 'list-post', 'x-beenthere', 'mailing-list', 'list-owner'].some((header) => {
    const value = headerOf(mail, header)?.toLowerCase() ?? '';
    return names.some((name) => value.includes(name));
  });
}
