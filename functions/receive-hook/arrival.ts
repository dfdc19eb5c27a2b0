/** What comes in by a hook, on its way to an outcome, and what is needed to get it there. */
import type { Lead } from '../../domain/lead/lead.ts';
import type { ContactStore } from '../../domain/ports/contact-store.ts';
import type {
  DeliveryOutcome,
  Hook,
  HookStore,
  KeptReason,
  NamedText,
} from '../../domain/ports/hook-store.ts';
import type { Ids } from '../../domain/ports/ids.ts';
import type { IntakeLog } from '../../domain/ports/intake-log.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import type { Moment } from '../../domain/time/moment.ts';
import type { HttpRequest } from '../shared/http-message.ts';
import type { KeepFilesDeps } from '../shared/keep-files.ts';
import type { KeepSubmissionDeps } from '../shared/keep-submission.ts';

export interface ReceiveHookDeps extends KeepSubmissionDeps, Pick<KeepFilesDeps, 'mailFiles'> {
  readonly findHook: HookStore['find'];
  readonly hooks: Pick<HookStore, 'keepDelivery' | 'noteCall' | 'findCall'>;
  readonly leads: KeepSubmissionDeps['leads'] & Pick<LeadStore, 'keepSpam'>;
  readonly contacts: Pick<ContactStore, 'load'>;
  readonly intake: Pick<IntakeLog, 'find' | 'record'>;
  readonly ids: Ids;
  /** How long ago a moment of a sender's clock was, in milliseconds; it is given in epoch milliseconds. */
  readonly ageMs: (atMs: number) => number;
}

export interface HookArrival {
  readonly hook: Hook;
  readonly request: HttpRequest;
  readonly at: Moment;
}

/** What became of it. */
export interface Settled {
  readonly outcome: DeliveryOutcome;
  readonly reason?: KeptReason;
  /** Of the leads, or of what was kept aside. */
  readonly leadIds: readonly string[];
  /** The first of them, as the sender is told of it. */
  readonly lead?: Pick<Lead, 'id' | 'stage'>;
  /** For the integrator: what was understood, and what found no place. */
  readonly recognised?: readonly NamedText[];
  readonly extra?: readonly NamedText[];
  /** The sender wants to be told of what happens to this call. */
  readonly followsCall?: true;
}
