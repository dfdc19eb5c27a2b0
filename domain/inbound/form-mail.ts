/** Rule 11: notification mails of website forms, as the fields that somebody filled in. */
import { brandOf, type Company } from '../business/company.ts';
import { looksLikePhone } from '../capture/contact-data.ts';
import type { Field } from '../capture/form-fields.ts';
import { repairEmail } from '../capture/mail-repair.ts';
import { readFacts } from './facts.ts';
import { isContactRole, isIntroduction, isMetadataLabel, isPageLabel, isPluginNotice } from './form-words.ts';
import { headerOf, type IncomingMail, senderOf } from './incoming-mail.ts';
import { type LabelledText, type LabelledValue, readLabelled } from './labelled-lines.ts';
import { isByWebServer, isMachineSender } from './machine-senders.ts';
import { isOurAddress } from './ours.ts';
import { readName } from './sender-name.ts';

export interface FormMail {
  readonly fields: readonly Field[];
  readonly plugin?: string | undefined;
  /** The page or site of the form, if the mail names it. */
  readonly site?: string | undefined;
}

/** What plug-ins write into their mails without being asked. */
const plugins: readonly (readonly [name: string, mark: RegExp])[] = [
  [
    'contact-form-7',
    /(diese (e-?mail|nachricht) wurde (von|über|ueber|durch) (ein|einem|das) kontaktformular|this (e-?mail|is a notification).{0,40}(sent from|that) a contact form)/i,
  ],
  ['wpforms', /\bwpforms\b|sent from .{1,80} via wpforms|gesendet von .{1,80} über wpforms/i],
  ['gravity-forms', /\bgravity ?forms\b|gform/i],
  ['elementor', /\belementor\b/i],
  ['fluent-forms', /\bfluent ?forms?\b/i],
  ['ninja-forms', /\bninja ?forms\b/i],
  ['jimdo', /\bjimdo\b/i],
  ['wix', /\bwix(\.com|forms| forms)?\b/i],
  ['squarespace', /\bsquarespace\b|\(sent via \[?.{1,80}\)/i],
  ['formspree', /\bformspree\b/i],
  ['typo3', /\btypo3\b/i],
  [
    'form',
    /(neue|new) (anfrage|nachricht|kontaktanfrage|form(ular)?[- ]?(eintrag|submission|einsendung)?).{0,40}(website|webseite|homepage|kontaktformular|formular|form\b)/i,
  ],
];

const contactRoles = ['email', 'phone', 'sender'];
const nameRoles = ['name', 'firstName', 'lastName', 'sender'];
const wordRoles = ['message', 'subject', 'kind', 'installation'];

const maxSearchedLength = 100_000;
/** A heading or a word of thanks around the answers. */
const maxWordsAround = 12;

/** A letter begins like this, a form does not. */
const greeting =
  /^\s*(hallo|hi|guten (tag|morgen|abend)|sehr geehrte|liebe[rs]? |grüß|servus|moin|dear|hello|good (morning|afternoon))/im;

/**
 * The fields of a notification mail; `undefined`: it is none. Words alone do not make one, for anybody can write them: it
 * comes from a machine or from us, its headers show a website's program, or Reply-To names somebody else. A machine's mail
 * needs two kinds of fields that are known; any other sender's all three and no words before them, for letters have colons
 * and telephone numbers too, and pass through webmail that shows such headers.
 */
export function readFormMail(mail: IncomingMail, company: Company): FormMail | undefined {
  const sender = senderOf(mail)?.address;
  const byMachine = sender === undefined || isMachineSender(sender, company);
  const visitor = visitorOf(mail, company);
  const answersElsewhere = visitor !== undefined && visitor.address !== sender;
  if (!byMachine && !answersElsewhere && !isByWebServer(mail)) return undefined;
  const labelled = readLabelled(mail);
  const { values } = labelled;
  const plugin = namedPlugin(mail);
  const has = (roles: readonly string[]) =>
    values.some(({ role }) => role !== undefined && roles.includes(role));
  const kinds = [contactRoles, nameRoles, wordRoles].filter(has).length;
  const isForms = byMachine || (plugin !== undefined && plugin !== 'form');
  const onlyWords = byMachine && plugin !== undefined && mail.replyTo.length > 0 && has(wordRoles);
  if (kinds < (isForms ? 2 : 3) && !onlyWords) {
    return visitor && isUnlabelled(mail, plugin, company) ? readUnlabelled(mail, plugin, company) : undefined;
  }
  if (!isForms && saysMore(labelled)) return undefined;
  const site = findSite(mail, values);
  return {
    fields: collectFields(mail, labelled, company),
    ...(plugin !== undefined && { plugin }),
    ...(site !== undefined && { site }),
  };
}

function namedPlugin(mail: IncomingMail): string | undefined {
  const everything = `${mail.subject}\n${mail.text.slice(0, maxSearchedLength)}\n${headerOf(mail, 'x-mailer') ?? ''}`;
  return plugins.find(([, mark]) => mark.test(everything))?.[0];
}

/** The plug-in puts the visitor into Reply-To, whatever the form shows. */
const visitorOf = ({ replyTo }: IncomingMail, company: Company) =>
  replyTo.find(({ address }) => !isMachineSender(address, company));

/** A person who writes around his list writes a letter. */
const saysMore = ({ above, below }: LabelledText): boolean =>
  greeting.test(above) || `${above} ${below}`.split(/\s+/).length > maxWordsAround;

/** The beginning of a letter: as far as somebody writes who he is before he writes what he wants. */
const maxDetailsLength = 600;

/** Who wrote "Name: …, Telefon: …" above his letter by hand. */
export function readTypedDetails(text: string): { readonly name?: string; readonly phone?: string } {
  const { values } = readLabelled({ text: text.slice(0, maxDetailsLength), pairs: [] });
  const typed = (role: string) => values.find((value) => value.role === role)?.value.split('\n')[0];
  const name = typed('name') ?? [typed('firstName'), typed('lastName')].filter(Boolean).join(' ');
  const phone = typed('phone');
  return {
    ...(/^\p{L}[\p{L} .'’-]{1,58}$/u.test(name) && { name }),
    ...(phone !== undefined && looksLikePhone(phone) && { phone }),
  };
}

// --- without labels ---

/** Words of which the subject is made if nobody filled one in. */
const templateWords =
  /(?<!\p{L})(?:neuer?|new|eine|ihre?|your|the|an?|nachricht(?:en)?|message|mail|e-mail|from|von|vom|der|die|das|über|via|for|für|auf|on|of|zu|kontakt\p{L}*|contact|formular\p{L}*|form|submission|einsendung|eintrag|entry|anfrage|enquiry|inquiry|request|website|webseite|homepage|seite|site|startseite|home)(?!\p{L})/giu;

/** The subject, if somebody chose it. */
function chosenSubject({ subject }: IncomingMail, company: Company): string | undefined {
  const own = [company.name, brandOf(company)].flatMap((name) => name.toLowerCase().split(/\s+/));
  const left = subject
    .slice(0, 500)
    .replace(templateWords, ' ')
    .split(/\s+/)
    .filter((word) => /\p{L}{3}/u.test(word) && !own.includes(word.toLowerCase()) && !word.includes('.'));
  return left.length > 0 ? subject : undefined;
}

/**
 * Divi sends the message alone: the visitor stands in Reply-To and lends his name to the business's address. Staff who
 * write from there are no form.
 */
function isUnlabelled(mail: IncomingMail, plugin: string | undefined, company: Company): boolean {
  const sender = senderOf(mail)?.address;
  if (sender === undefined || mail.answers.length > 0 || mail.text.trim() === '') return false;
  const isStaffs = [...company.owner.email, ...company.people.map(({ email }) => email)].some(
    (address) => address.toLowerCase() === sender,
  );
  return (
    !isStaffs && (isOurAddress(sender, company) || (plugin !== undefined && isMachineSender(sender, company)))
  );
}

function readUnlabelled(mail: IncomingMail, plugin: string | undefined, company: Company): FormMail {
  const [visitor] = mail.replyTo;
  const sender = senderOf(mail);
  const { name } = visitor ? readName({ ...visitor, name: visitor.name ?? sender?.name }) : {};
  const site = findSite(mail, []);
  const subject = chosenSubject(mail, company);
  const message = mail.text
    .split('\n')
    .filter((line) => !isPluginNotice(line))
    .join('\n')
    .trim();
  const fields = [
    ...(name === undefined ? [] : [{ path: ['name'], value: name }]),
    ...(visitor ? [{ path: ['email'], value: visitor.address }] : []),
    ...(subject === undefined ? [] : [{ path: ['subject'], value: subject }]),
    ...messageFields(message, company),
  ];
  return { fields, plugin: plugin ?? 'form', ...(site !== undefined && { site }) };
}

// --- with labels ---

function collectFields(mail: IncomingMail, labelled: LabelledText, company: Company): Field[] {
  const { values } = labelled;
  const fields = values
    .filter((value, at) => isAnswer(value) || isWishedTime(value, values.slice(0, at), values.slice(at + 1)))
    .flatMap(({ label, value, role }): Field[] => {
      if (role === 'name') return [{ path: [label], value: nameAndNumber.exec(value)?.[1] ?? value }];
      if (role !== 'sender') return [{ path: [label], value }];
      const address = repairEmail(value);
      const { name } = readName({
        name: value.replace(/[<(]?[^\s<>()]{1,64}@[^\s<>()]{1,255}[>)]?/, ''),
        address: address ?? '@',
      });
      return [
        ...(name === undefined ? [] : [{ path: ['name'], value: name }]),
        ...(address === undefined ? [] : [{ path: ['email'], value: address }]),
      ];
    });
  const known = (role: string) => values.some((value) => value.role === role || value.role === 'sender');
  const visitor = visitorOf(mail, company);
  if (visitor && !known('email')) fields.push({ path: ['email'], value: visitor.address });
  const { name } = visitor ? readName(visitor) : {};
  const named = known('name') || known('firstName') || known('lastName');
  if (name !== undefined && !named) fields.push({ path: ['name'], value: name });
  const message = values.some(({ role }) => role === 'message') ? undefined : unlabelledMessage(labelled);
  if (message !== undefined) {
    fields.push(
      ...messageFields(message, company).filter(
        ({ path: [named] }) => !values.some(({ role }) => role === named),
      ),
    );
  }
  const told = fieldsInWords(values, company).filter(
    ({ path: [role] }) => !fields.some(({ path: [known] }) => known === role),
  );
  return [...fields, ...told];
}

const isAnswer = ({ label }: LabelledValue): boolean => !isMetadataLabel(label) && !isPageLabel(label);

const timeLabel = /^(?:datum|date|data|zeit|uhrzeit|time|heure|ora)$/i;
/** A sender writes when the form was sent; a person says a day of the week, or from when to when. */
const wishedTime =
  /\b(?:mo|di|mi|do|fr|sa|so|mon|tues|wednes|thurs|fri|satur|sun|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)(?:day|s)?\b|\d\s?(?:uhr )?(?:-|–|bis|to)\s?\d{1,2}(?:[:. ]|\s?uhr|$)|\b(?:ab|nach|vor|gegen|zwischen|vormittags?|nachmittags?|abends?|morgens?|mittags?|egal|flexibel)\b/i;

/** "Uhrzeit" among the answers is when somebody is to come; at their end or above them it is when the form was sent. */
const isWishedTime = (
  { label, value }: LabelledValue,
  before: readonly LabelledValue[],
  behind: readonly LabelledValue[],
): boolean =>
  timeLabel.test(label) &&
  !/\d:\d\d:\d\d/.test(value) &&
  (wishedTime.test(value) || (before.some(isAnswer) && behind.some(isAnswer)));

/** Where the form asks for nothing but words, the number stands in them. */
const messageFields = (message: string, company: Company): Field[] => [
  ...factFields(message, company),
  ...(message === '' ? [] : [{ path: ['message'], value: message }]),
];

function factFields(text: string, company: Company): Field[] {
  const { phones, address, postcode, city } = readFacts(text, company);
  const facts = { phone: phones[0]?.phone, address, postcode, city };
  return Object.entries(facts).flatMap(([role, value]) => (value ? [{ path: [role], value }] : []));
}

const placeRoles: readonly (string | undefined)[] = ['address', 'houseNumber', 'postcode', 'city'];

/** What no field asked for, or nobody filled in, may stand in his words or beside his name. */
function fieldsInWords(values: readonly LabelledValue[], company: Company): Field[] {
  const isTold = values.some(({ role, value }) => role === 'phone' && looksLikePhone(value));
  const isPlaced = values.some(({ role }) => placeRoles.includes(role));
  const words = values
    .filter(({ label, role }) => role === 'name' || !(isContactRole(role) || isMetadataLabel(label)))
    .map(({ label, value }) => `${label}: ${value}`)
    .join('\n');
  return factFields(words, company).filter(({ path: [role] }) => (role === 'phone' ? !isTold : !isPlaced));
}

/** "Melder: Familie Demir, 0176 5550333". */
const nameAndNumber =
  /^([^\d@]{3,80}?)[\s,;:(/|–-]{1,10}(?:tel\.?|telefon|mobil|handy)?[\s.:]{0,3}[+(]{0,2}0?[\d ()/.–-]{6,30}\d\)?$/i;

/** Some forms put the message without a label below the answers, or above them. */
function unlabelledMessage({ above, below }: LabelledText): string | undefined {
  const said = (text: string) =>
    text
      .split('\n')
      .filter((line) => line === '' || (!isIntroduction(line) && /\p{L}/u.test(line)))
      .join('\n')
      .trim();
  return below.trim() || said(above) || undefined;
}

const address = /https?:\/\/[^\s<>"')\]]+/i;

/** The page it was filled in on; else the site that the plug-in's notice names. */
function findSite(mail: IncomingMail, values: readonly LabelledValue[]): string | undefined {
  const text = mail.text.slice(0, maxSearchedLength);
  const page = values.find(({ label, value }) => isPageLabel(label) && address.test(value));
  const notice = /(kontaktformular|contact form|formular|form|website|webseite)[^\n]{0,160}/gi;
  const inNotice = [...text.matchAll(notice)].map(([line]) => address.exec(line)?.[0]).find(Boolean);
  const found = page ? address.exec(page.value)?.[0] : inNotice;
  return found?.replace(/[.,;:]+$/, '').slice(0, 1_000);
}
