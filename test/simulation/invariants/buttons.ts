/** What buttons of mails do. */
import { happened, type Invariant, leadIn, moment } from './invariant.ts';

/** A mail shows its lead as it was when the mail was begun; and the clock of whoever noted what happened may be ahead. */
const aroundMs = 60_000;

export const buttonsWork: Invariant = {
  name: 'buttonsWork',
  says: 'A button in a mail works as long as nothing happened to the lead that people know of.',
  when: 'tap',
  *check({ link, answer, knownMs }, { cloud, nowMs }) {
    if (!answer?.body.includes('Inzwischen hat sich etwas getan')) return;
    const lead = leadIn(cloud, link.leadId ?? '');
    // What was done under way is the tap's own, or that of somebody who was a moment faster.
    if (!lead || happened(lead, knownMs - aroundMs, nowMs + aroundMs)) return;
    yield `"${link.label}" of ${lead.id}, in a mail of ${moment(knownMs)}, says that something happened, and nothing did`;
  },
};
