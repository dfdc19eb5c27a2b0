/**
 * The named errors. Their names are the vocabulary of the state machine's `Retry` and `Catch`, so each class carries
 * its name in the type; a test ties every `ErrorEquals` to this file.
 */

/** Its message names ids and fields, never what people wrote: it stands in the log. */
export abstract class NamedError extends Error {
  abstract override readonly name: string;
}

/** A write lost the race against another writer; reload and decide again. Passing. */
export class VersionConflictError extends NamedError {
  override readonly name = 'VersionConflict';
}

/** Five decisions in a row lost the race. Passing: the workflow tries again later. */
export class ConcurrentUpdateError extends NamedError {
  override readonly name = 'ConcurrentUpdate';
}

/**
 * Whose fault it is that a mail was refused for now. `passing`: nobody's, it is over within minutes (throttling, outage).
 * `ours`: the sender is not verified, paused, without leave: it lasts until somebody mends it, and says nothing about the
 * address that the mail was for.
 */
export type RefusalFault = 'passing' | 'ours';

/** The mail provider refused for now and surely did not take the mail. Passing. */
export class MailRefusedError extends NamedError {
  override readonly name = 'MailRefused';
  readonly fault: RefusalFault;

  constructor(message: string, fault: RefusalFault = 'passing') {
    super(message);
    this.fault = fault;
  }
}

/** Somebody else claimed this mail a moment ago and has not said how it went. Passing. */
export class MailInFlightError extends NamedError {
  override readonly name = 'MailInFlight';
}

/** What a mail is never taken for: the address it goes to, or what it holds (a file that no provider carries). */
export type RejectedFor = 'address' | 'content';

/** The mail provider will never take this mail, and the sender is not to blame. Not passing. */
export class MailRejectedError extends NamedError {
  override readonly name = 'MailRejected';
  readonly rejectedFor: RejectedFor;

  constructor(message: string, rejectedFor: RejectedFor = 'address') {
    super(message);
    this.rejectedFor = rejectedFor;
  }
}

/**
 * Of a mail to the owner, or of our own words: must somebody mend something before it is taken? His address is in the settings of
 * the business, so one that is refused is a fault of ours as well.
 */
export const isFaultOfOurs = (error: unknown): boolean =>
  error instanceof MailRejectedError || (error instanceof MailRefusedError && error.fault === 'ours');

/** The provider was called and did not answer: the mail may or may not be out. Never repeated to a customer. */
export class MailUncertainError extends NamedError {
  override readonly name = 'MailUncertain';
}

/** What describes the business could not be read, and without it nothing may go out. Passing. */
export class BusinessUnknownError extends NamedError {
  override readonly name = 'BusinessUnknown';
}

/** A browser takes no push messages any more: it is to be forgotten. */
export class PushGoneError extends NamedError {
  override readonly name = 'PushGone';
}

/** A service that we rest on failed, was too busy or could not be reached. Passing. */
export class ServiceFailedError extends NamedError {
  override readonly name = 'ServiceFailed';
}

/** A stored item does not match its schema. A broken rule: somebody must look. */
export class CorruptItemError extends NamedError {
  override readonly name = 'CorruptItem';
}

/** The workflow asks for a lead that is not stored. A broken rule, or an erased lead. */
export class LeadNotFoundError extends NamedError {
  override readonly name = 'LeadNotFound';
}

/** Worth a retry by the state machine: the fault passes by itself. */
export const passingErrors = [
  'ConcurrentUpdate',
  'MailRefused',
  'MailInFlight',
  'BusinessUnknown',
  'ServiceFailed',
] as const;

/** Ends an execution in `Failed`: a broken rule that a person must see. */
export const brokenRules = ['MailRejected', 'MailUncertain', 'CorruptItem', 'LeadNotFound'] as const;
