/** What a correction of the customer changed: old and new, as the owner reads it. */

import type { Contact } from '../domain/lead/contact.ts';
import type { Request } from '../domain/lead/request.ts';
import { withoutOwnLabel } from '../domain/listening/own-label.ts';
import { addressOf } from './lead-text.ts';
import { multiLine, visible } from './visitor-text.ts';
import { correctedWords as words } from './words/known-person.ts';
import { contactLabels, kindLabels, urgencyLabels } from './words/labels.ts';
import { factNames } from './words/lead-page.ts';

export interface Stated {
  readonly contact: Contact;
  readonly request: Request;
}

export interface ChangedFact {
  readonly label: string;
  /** As it stands now. */
  readonly value: string;
  /** `undefined`: it was not known. */
  readonly before?: string | undefined;
}

const shownLength = 300;
/** More of a form's own fields are on the lead's page. */
const maxExtra = 12;

/** Without the message, which is longer: `messagesOf`. */
export function changedFacts(before: Stated, now: Stated): ChangedFact[] {
  const [old, current] = [factsOf(before), factsOf(now)];
  return [...new Set([...current.keys(), ...old.keys()])].flatMap((label) => {
    const [value, known] = [current.get(label), old.get(label)];
    if (value === known) return [];
    return [{ label, value: value ?? words.none, ...(known !== undefined && { before: known }) }];
  });
}

/** The message as it was and is; `undefined`: it is the same. */
export function changedMessage(before: Stated, now: Stated): { before: string; now: string } | undefined {
  const [old, current] = [before, now].map(({ request }) => multiLine(request.message ?? '', 3_000));
  return old === current || current === undefined ? undefined : { before: old ?? '', now: current };
}

function factsOf({ contact, request }: Stated): ReadonlyMap<string, string> {
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Name', contact.name],
    [contactLabels.phone.de, contact.phone],
    [contactLabels.email.de, contact.email],
    [contactLabels.address.de, addressOf({ contact })],
    [factNames.kind, request.kind && kindLabels[request.kind].de],
    [factNames.urgency, urgencyLabels[request.urgency].de],
    [words.gas, request.gas ? words.yes : words.no],
    [factNames.installation, request.installation],
    [factNames.timeframe, request.timeframe],
    [factNames.budget, request.budget && withoutOwnLabel('budget', request.budget)],
    ...request.extra.slice(0, maxExtra).map(({ name, value }) => [name, value] as const),
  ];
  return new Map(
    facts.flatMap(([label, value]) => {
      const [name, shown] = [visible(label, 60), visible(value, shownLength)];
      return name === undefined || shown === undefined ? [] : [[name, shown] as const];
    }),
  );
}
