/**
 * The mails by their names, and what the text of each may speak of. A name is a promise of a text: whoever adds one is told
 * by the compiler where the text is missing, and what is no name here cannot be put in a business's own words.
 */
import { type CadenceName, type CustomerCadence, cadenceNames, mayGoToCustomers } from './pipeline.ts';

/** What is known of every business. */
const ofBusiness = ['brand', 'phone', 'contactPerson'] as const;
/** What is known of a request, to the customer who made it. */
const ofRequest = [...ofBusiness, 'name', 'reference', 'requestedOn'] as const;
/** The same, to the owner; who made it has a name there in any case. */
const ofLead = [...ofBusiness, 'name', 'town', 'customerPhone', 'reference'] as const;

const ofAcknowledgement = [...ofRequest, 'customerPhone', 'promise', 'nextStep'] as const;
/** `callPhone`: where the customer reaches somebody now. */
const ofEmergency = [...ofRequest, 'callPhone'] as const;
const ofVisit = [...ofRequest, 'when', 'address'] as const;
const ofReminder = [...ofRequest, 'quotedSum'] as const;
const ofChase = [...ofLead, 'since', 'quotedSum'] as const;

export interface MailRule {
  readonly to: 'customer' | 'owner';
  /** The placeholders of its text. */
  readonly knows: readonly string[];
}

interface OneTimeMailRule extends MailRule {
  /** As which event it stands in the timeline. */
  readonly enteredAs: 'acknowledged' | 'follow-up-sent' | 'owner-alerted' | 'owner-informed';
}

/** Mails of the follow-up that belong to no rhythm: their names stand in the mail log and on timelines. */
const oneTimeMails = {
  acknowledgement: { to: 'customer', enteredAs: 'acknowledged', knows: ofAcknowledgement },
  'visit-confirmation': { to: 'customer', enteredAs: 'follow-up-sent', knows: ofVisit },
  'visit-reminder': { to: 'customer', enteredAs: 'follow-up-sent', knows: ofVisit },
  'emergency-unanswered': { to: 'customer', enteredAs: 'follow-up-sent', knows: ofEmergency },
  refusal: { to: 'customer', enteredAs: 'follow-up-sent', knows: ofRequest },
  'visit-cancelled': { to: 'customer', enteredAs: 'follow-up-sent', knows: [...ofRequest, 'when'] },
  'owner-visit-cancelled': {
    to: 'owner',
    enteredAs: 'owner-informed',
    knows: [...ofLead, 'when'],
  },
  'new-lead-alert': { to: 'owner', enteredAs: 'owner-alerted', knows: [...ofLead, 'kind'] },
  'emergency-taken': { to: 'owner', enteredAs: 'owner-informed', knows: [...ofLead, 'taker'] },
  'emergency-number': { to: 'owner', enteredAs: 'owner-informed', knows: ofLead },
  'lead-assigned': { to: 'owner', enteredAs: 'owner-informed', knows: [...ofLead, 'giver'] },
  'request-corrected': { to: 'owner', enteredAs: 'owner-informed', knows: ofLead },
  'owner-visit-confirmation': {
    to: 'owner',
    enteredAs: 'owner-informed',
    knows: [...ofLead, 'when'],
  },
  'owner-visit-reminder': {
    to: 'owner',
    enteredAs: 'owner-informed',
    knows: [...ofLead, 'when'],
  },
} as const satisfies Record<string, OneTimeMailRule>;

/** Other words for some of them, and mails that are about no step of the follow-up. */
const furtherTexts = {
  'acknowledgement-phone': { to: 'customer', knows: ofAcknowledgement },
  'acknowledgement-urgent': { to: 'customer', knows: [...ofRequest, 'customerPhone'] },
  'acknowledgement-closed': { to: 'customer', knows: [...ofEmergency, 'customerPhone', 'opening'] },
  'visit-moved': { to: 'customer', knows: ofVisit },
  'new-lead-alert-urgent': { to: 'owner', knows: [...ofLead, 'kind'] },
  digest: { to: 'owner', knows: [...ofBusiness, 'day', 'summary'] },
  'digest-reply': { to: 'owner', knows: [...ofBusiness, 'done', 'open'] },
  'digest-reply-held': { to: 'owner', knows: [...ofBusiness, 'understood', 'open'] },
  'answer-refused': { to: 'owner', knows: ofLead },
  'answer-uncertain': { to: 'owner', knows: ofLead },
  'mail-held-back': { to: 'owner', knows: ofLead },
  'bounce-report': { to: 'owner', knows: ofLead },
} as const satisfies Record<string, MailRule>;

type OneTimeMails = typeof oneTimeMails;
/** The key of the first answer in the mail log: once, and once more where it became due again. */
export const acknowledgementKey = ({
  answerAgain = 1,
}: {
  readonly answerAgain?: number | undefined;
}): string => `g${answerAgain}#acknowledgement#1`;

/** Belongs to no rhythm. */
export type OneTimeMailName = keyof OneTimeMails;

type OneTimeMailTo<To> = {
  [Name in OneTimeMailName]: OneTimeMails[Name]['to'] extends To ? Name : never;
}[OneTimeMailName];

/** Mails to the customer; those of a rhythm have the name of their cadence. */
export type CustomerMailName = OneTimeMailTo<'customer'> | CustomerCadence;

/** Mails to the owner; those of a rhythm have the name of their cadence. */
export type OwnerMailName = OneTimeMailTo<'owner'> | CadenceName;

export type MailName = CustomerMailName | OwnerMailName;

/**
 * What a text is called: that of a reminder to the customer as its rhythm, that to the owner with `chase-` before it. Both
 * may have a number behind, `quoted-2`: then it is the text of that mail of the rhythm, and no other's.
 */
type OneTimeTexts = OneTimeMails & typeof furtherTexts;
export type OneTimeText = keyof OneTimeTexts;
type ChaseName = `chase-${CadenceName}`;
export type TextName = OneTimeText | CustomerCadence | ChaseName;

/** What a text may name. */
export type Placeholder<Name extends TextName> = Name extends keyof OneTimeTexts
  ? OneTimeTexts[Name]['knows'][number]
  : Name extends CustomerCadence
    ? (typeof ofReminder)[number]
    : (typeof ofChase)[number];
export type BusinessPlaceholder = (typeof ofBusiness)[number];

/** Every text by its name, without the numbers. */
export const textRules: ReadonlyMap<string, MailRule> = new Map<TextName, MailRule>([
  ...(Object.entries({ ...oneTimeMails, ...furtherTexts }) as [OneTimeText, MailRule][]),
  ...cadenceNames
    .filter(mayGoToCustomers)
    .map((name): [TextName, MailRule] => [name, { to: 'customer', knows: ofReminder }]),
  ...cadenceNames.map((name): [TextName, MailRule] => [`chase-${name}`, { to: 'owner', knows: ofChase }]),
]);

/** Names that a number may stand behind. */
export const isNumbered = (name: string): boolean => !(name in oneTimeMails || name in furtherTexts);

export const isOneTimeMail = (name: string): name is OneTimeMailName => Object.hasOwn(oneTimeMails, name);
export const oneTimeMail = (name: OneTimeMailName): OneTimeMailRule => oneTimeMails[name];
