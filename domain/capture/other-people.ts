/** Answers that are about somebody else than whoever asks, or about nobody: what stands there is no way to reach him. */
import type { Answer } from './form-answer.ts';
import { plainWords } from './plain-words.ts';

/** In plain spelling. Landlords and tenants are told apart in `landlord.ts`: either may ask. */
const others =
  /(?:^| )(?:empfohlen|empfehl\w*|weiterempf\w*|werber\w*|geworben|freunde? werben|vermittel\w*|vermittl\w*|architekt\w*|planer\w*|makler\w*|betreuer\w*|berater\w*|steuerberater\w*|anwalt\w*|nachbar\w*|freund|freundin|kolleg\w*|referenzkund\w*|notfallkontakt\w*|rechnung(?:s\w*)? (?:an|empfaenger|e ?mail|mail)|rechnungs(?:empfaenger|mail|email|adresse)\w*|kopie|(?:bisherig|frueher|letzt)\w* (?:installateur|betrieb|firma|handwerker|anbieter)|versicherung\w*|versicherer|sachbearbeit\w*|zustaendig\w*|intern|recommended|referred|referrer|referral|recommande\w*|parraine?\w*|consigliato|segnalato|agent|assigned|assignee|teammates?|account manager|sales ?rep)(?: |$)/;

const named = ({ names, label }: Answer): readonly string[] => [label, ...names];

const isOfOther = (answer: Answer): boolean =>
  named(answer).some((name) => others.test(plainWords(name.slice(0, 100))));

const consent =
  /datenschutz|dsgvo|privacy|gdpr|rgpd|einwillig|einverst[äa]nd|zustimm|stimme .{0,60}zu|agb\b|confidentialit|consens|consent|newsletter|informativa|terms/i;
const legal =
  /impressum|widerruf|disclaimer|fu(?:ß|ss)zeile|\bfooter\b|rechtliche|belehrung|imprint|mentions l[ée]gales/i;
const notice = /^\W*hinweise?\W*$/i;

/** A box that has to be ticked, by what it is called or says. */
export const isAgreement = (label: string, value: string): boolean =>
  consent.test(label.slice(0, 300)) || consent.test(value.slice(0, 400));

/** Text of the form by its name: nobody typed it. */
export const isSmallPrint = (answer: Answer): boolean =>
  named(answer).some((name) => consent.test(name.slice(0, 300)) || legal.test(name.slice(0, 300)));

/** May a number or an address that stands there be the customer's? */
export const mayReachCustomer = (answer: Answer): boolean =>
  !answer.ofStaff &&
  answer.way?.dead !== 'fax' &&
  !isOfOther(answer) &&
  !isSmallPrint(answer) &&
  !notice.test(answer.label);
