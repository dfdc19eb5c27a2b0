/** Rule 11: notification mails of website forms, as the fields that somebody filled in. */
import type { Company } from '../business/company.ts';
import { normaliseEmail } from '../capture/contact-data.ts';
import type { Field } from '../capture/form-fields.ts';
import { headerOf, type IncomingMail, senderOf } from './incoming-mail.ts';
import { type LabelledValue, labelledValues } from './labelled-lines.ts';
import { isMachineSender, readName } from './mail-contact.ts';

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

/** Said by the plug-in about itself and the browser; the person did not fill it in. */
const metadata =
  /^(datum|date|zeit|uhrzeit|time|user[- ]?agent|browser|remote[- ]?ip|ip([- ]?adresse| address)?|unterstützt von|powered by|erstellt mit|formular(name)?|form( name| id)?|entry id|eintrags?-?id|submission id|gesendet am|submitted on|eingegangen am|site|website name)$/i;

const pageLabel =
  /^(seiten-?url|page ?url|seite|page|url|quelle der anfrage|von der seite|gesendet von der seite|formularseite)$/i;

const contactRoles = ['email', 'phone', 'sender'];
const nameRoles = ['name', 'firstName', 'lastName', 'sender'];
const wordRoles = ['message', 'subject', 'kind', 'installation'];

/** A letter begins like this, a form does not. */
const greeting =
  /^\s*(hallo|hi|guten (tag|morgen|abend)|sehr geehrte|liebe[rs]? |grüß|servus|moin|dear|hello|good (morning|afternoon))/im;

/**
 * The fields of a notification mail; `undefined`: it is none. A machine's mail needs two kinds of fields that are known; a
 * person's own mail all three and no greeting before them, for letters have colons and telephone numbers too.
 */
export function readFormMail(mail: IncomingMail, company: Company): FormMail | undefined {
  const values = labelledValues(mail);
  const sender = senderOf(mail)?.address;
  const byMachine = sender === undefined || isMachineSender(sender, company);
  const everything = `${mail.subject}\n${mail.text}\n${headerOf(mail, 'x-mailer') ?? ''}`;
  const plugin = plugins.find(([, mark]) => mark.test(everything))?.[0];
  const has = (roles: readonly string[]) =>
    values.some(({ role }) => role !== undefined && roles.includes(role));
  const kinds = [contactRoles, nameRoles, wordRoles].filter(has).length;
  const needed = byMachine || (plugin !== undefined && plugin !== 'form') ? 2 : 3;
  const onlyWords = byMachine && plugin !== undefined && mail.replyTo.length > 0 && has(wordRoles);
  if (kinds < needed && !onlyWords) return undefined;
  if (needed === 3 && greeting.test(beforeFirst(mail.text, values))) return undefined;
  const site = findSite(mail, values);
  return {
    fields: collectFields(mail, values, company),
    ...(plugin !== undefined && { plugin }),
    ...(site !== undefined && { site }),
  };
}

/** The text above the first label. */
function beforeFirst(text: string, [first]: readonly LabelledValue[]): string {
  const at = first ? text.indexOf(first.label) : -1;
  return at < 0 ? '' : text.slice(0, at);
}

function collectFields(mail: IncomingMail, values: readonly LabelledValue[], company: Company): Field[] {
  const fields = values
    .filter(({ label }) => !metadata.test(label) && !pageLabel.test(label))
    .flatMap(({ label, value, role }): Field[] => {
      if (role !== 'sender') return [{ path: [label], value }];
      const address = normaliseEmail(/[^\s<>]+@[^\s<>]+/.exec(value)?.[0] ?? '');
      const { name } = readName({
        name: value.replace(/[<(]?[^\s<>()]+@[^\s<>()]+[>)]?/, ''),
        address: address ?? '@',
      });
      return [
        ...(name === undefined ? [] : [{ path: ['name'], value: name }]),
        ...(address === undefined ? [] : [{ path: ['email'], value: address }]),
      ];
    });
  // The plug-in puts the visitor into Reply-To, whatever the form shows.
  const visitor = mail.replyTo.find(({ address }) => !isMachineSender(address, company));
  const known = (role: string) => values.some((value) => value.role === role || value.role === 'sender');
  if (visitor && !known('email')) fields.push({ path: ['email'], value: visitor.address });
  const { name } = visitor ? readName(visitor) : {};
  const named = known('name') || known('firstName') || known('lastName');
  if (name !== undefined && !named) fields.push({ path: ['name'], value: name });
  return fields;
}

const address = /https?:\/\/[^\s<>"')\]]+/i;

/** The page it was filled in on; else the site that the plug-in's notice names. */
function findSite({ text }: IncomingMail, values: readonly LabelledValue[]): string | undefined {
  const page = values.find(({ label, value }) => pageLabel.test(label) && address.test(value));
  const notice = /(kontaktformular|contact form|formular|form|website|webseite)[^\n]{0,160}/gi;
  const inNotice = [...text.matchAll(notice)].map(([line]) => address.exec(line)?.[0]).find(Boolean);
  const found = page ? address.exec(page.value)?.[0] : inNotice;
  return found?.replace(/[.,;:]+$/, '').slice(0, 1_000);
}
