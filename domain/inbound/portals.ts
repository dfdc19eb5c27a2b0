/** Rule 12: notices of lead portals. We never answer a portal; the owner does, on its page and in time. */
import { isWithin } from '../business/mail-address.ts';
import { looksLikePhone, normaliseEmail } from '../capture/contact-data.ts';
import { type IncomingMail, senderOf } from './incoming-mail.ts';
import { type LabelledValue, labelledValues } from './labelled-lines.ts';
import { isHelpDesk, machineSender } from './machine-senders.ts';

interface Portal {
  readonly name: string;
  /** Its notices come from these domains, or from below them. */
  readonly domains: readonly string[];
  /** Its links lead here, where they differ. */
  readonly links?: readonly string[];
}

/** Where tradespeople in Germany, Austria and Switzerland get requests from. To add one is to add a line. */
const portals: readonly Portal[] = [
  { name: 'MyHammer', domains: ['my-hammer.de', 'myhammer.de', 'my-hammer.at', 'myhammer.at'] },
  { name: 'CHECK24 Profis', domains: ['check24.de', 'profis.check24.de', 'check24-mail.de'] },
  { name: 'Aroundhome', domains: ['aroundhome.de', 'aroundhome.com', 'kaeuferportal.de'] },
  { name: 'Houzz', domains: ['houzz.de', 'houzz.com', 'mail.houzz.com'] },
  { name: 'renovero', domains: ['renovero.ch'] },
  { name: 'Ofri', domains: ['ofri.ch'] },
  { name: 'Daibau', domains: ['daibau.de', 'daibau.at', 'daibau.com'] },
  { name: 'Blauarbeit', domains: ['blauarbeit.de'] },
  { name: 'Heizungsfinder', domains: ['heizungsfinder.de', 'daa.net'] },
  { name: 'Handwerker-Anzeiger', domains: ['handwerker-anzeiger.de'] },
  { name: '11880', domains: ['11880.com', 'werkenntdenbesten.de'] },
  { name: 'Das Örtliche', domains: ['dasoertliche.de'], links: ['dasoertliche.de', 'gelbeseiten.de'] },
  { name: 'Hausfrage', domains: ['hausfrage.de'] },
  { name: 'Bark', domains: ['bark.com'] },
  { name: 'Gelbe Seiten', domains: ['gelbeseiten.de', 'gelbe-seiten.de'] },
  { name: 'Kleinanzeigen', domains: ['kleinanzeigen.de', 'ebay-kleinanzeigen.de'] },
  { name: 'willhaben', domains: ['willhaben.at'] },
  { name: 'HEROLD', domains: ['herold.at'] },
  { name: 'local.ch', domains: ['local.ch', 'localsearch.ch'] },
  { name: 'Buildigo', domains: ['buildigo.ch'] },
  { name: 'Wirsindhandwerk', domains: ['wirsindhandwerk.de'] },
  { name: 'Energieheld', domains: ['energieheld.de', 'energieheld.ch'] },
  { name: 'wattfox', domains: ['wattfox.de'] },
];

export interface PortalNotice {
  readonly portal: string;
  /** Where the owner answers. */
  readonly url?: string | undefined;
  /** Until when, as the portal says it. */
  readonly deadline?: string | undefined;
  readonly name?: string | undefined;
  readonly city?: string | undefined;
  readonly postcode?: string | undefined;
  /** What is asked for. */
  readonly what?: string | undefined;
  /** A real address of the person, never the portal's. */
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
}

const anyLink = /https?:\/\/[^\s<>"')\]]+/gi;
/** Not the request, but what stands below every mail. */
const besideThePoint =
  /unsubscribe|abmelden|abbestell|datenschutz|privacy|impressum|agb|einstellungen|settings|hilfe|help|logo|\.(png|jpe?g|gif|svg)(\?|$)/i;

const day = String.raw`(?:\p{L}+,?\s+)?(?:den\s+)?\d{1,2}\.\s?(?:\d{1,2}\.|\p{L}+)\s?(?:\d{2,4})?`;
const clock = String.raw`(?:,?\s*(?:um\s+)?\d{1,2}[:.]\d{2}(?:\s*Uhr)?|,?\s*(?:um\s+)?\d{1,2}\s*Uhr)?`;
const deadlines = [
  new RegExp(String.raw`\bbis\s+(?:spätestens\s+)?(?:zum\s+)?(${day}${clock})`, 'iu'),
  new RegExp(String.raw`\b(?:läuft|endet)\s+(?:am\s+)?(${day}${clock})`, 'iu'),
  /\bbis\s+(?:spätestens\s+)?((?:heute|morgen)(?:,?\s+(?:um\s+)?\d{1,2}(?:[:.]\d{2})?\s*Uhr)?)/i,
  /\b(innerhalb\s+(?:von\s+|der\s+nächsten\s+)?\d{1,3}\s*(?:Stunden|Std\.?|h\b|Tagen?|Werktagen))/i,
  /\b(in\s+den\s+nächsten\s+\d{1,3}\s+(?:Stunden|Tagen))/i,
  /\b(noch\s+\d{1,3}\s+(?:Stunden|Tage))\b/i,
  /\b(within\s+(?:the\s+next\s+)?\d{1,3}\s+(?:hours|days))/i,
  /\b(?:jusqu'au|avant le|entro il)\s+(\d{1,2}[. ]\s?(?:\d{1,2}\.|\p{L}+)\s?(?:\d{2,4})?)/iu,
  /\b((?:dans les|entro)\s+\d{1,3}\s+(?:heures|jours|ore|giorni))/i,
];
const deadlineLabel =
  /^(frist|antwortfrist|angebotsfrist|gültig bis|verfügbar bis|läuft ab( am)?|ablauf|deadline|reagieren bis)$/i;
const maxSearchedLength = 20_000;

/** The notice; `undefined`: the mail does not come from a portal, whatever it speaks of. */
export function readPortalNotice(mail: IncomingMail): PortalNotice | undefined {
  const host = senderOf(mail)?.address.split('@')[1] ?? '';
  const portal = portals.find(({ domains }) => domains.some((domain) => isWithin(host, domain)));
  if (!portal) return undefined;
  const text = mail.text.slice(0, maxSearchedLength);
  const values = labelledValues(mail);
  const valueFor = (...roles: string[]) =>
    values
      .find(({ role }) => role !== undefined && roles.includes(role))
      ?.value.split('\n')[0]
      ?.trim();
  const people = [valueFor('firstName'), valueFor('lastName')].filter(Boolean).join(' ');
  const phone = valueFor('phone');
  const notice: PortalNotice = {
    portal: portal.name,
    url: findLink(text, portal),
    deadline: findDeadline(text, values),
    name: valueFor('name', 'sender') ?? (people || customerIn(values)),
    city: valueFor('city'),
    postcode: valueFor('postcode'),
    what: valueFor('kind', 'installation', 'subject'),
    email: realAddress(valueFor('email') ?? '', portal),
    phone: phone && looksLikePhone(phone) ? phone : undefined,
  };
  const told = Object.entries(notice).filter(([, value]) => value !== undefined);
  return Object.fromEntries(told) as unknown as PortalNotice;
}

/** What portals call who asks. */
const customerLabel =
  /^(?:kunde|kundin|kundenname|interessent(?:in)?|auftraggeber(?:in)?|anfragende?r?|client|cliente|customer)$/i;

const customerIn = (values: readonly LabelledValue[]): string | undefined =>
  values
    .find(({ label, value }) => customerLabel.test(label) && /\p{L}/u.test(value))
    ?.value.split('\n')[0]
    ?.trim();

/** The first link into the portal that is about the request. */
function findLink(text: string, { domains, links = domains }: Portal): string | undefined {
  return [...text.matchAll(anyLink)]
    .map(([link]) => link.replace(/[.,;:]+$/, ''))
    .filter((link) => URL.canParse(link) && !besideThePoint.test(link))
    .find((link) => links.some((domain) => isWithin(new URL(link).hostname, domain)))
    ?.slice(0, 1_000);
}

function findDeadline(text: string, values: readonly LabelledValue[]): string | undefined {
  const labelled = values.find(({ label }) => deadlineLabel.test(label))?.value;
  const found = labelled ?? deadlines.map((pattern) => pattern.exec(text)?.[1]).find(Boolean);
  return found?.replace(/\s+/g, ' ').trim().slice(0, 100);
}

function realAddress(text: string, { domains }: Portal): string | undefined {
  const email = normaliseEmail(text);
  const host = email?.split('@')[1] ?? '';
  const isPortals = email !== undefined && (isHelpDesk(email) || machineSender.test(email));
  return isPortals || domains.some((domain) => isWithin(host, domain)) ? undefined : email;
}
