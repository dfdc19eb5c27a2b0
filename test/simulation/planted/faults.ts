/** Faults that somebody could make, as patches of one snippet each: the simulator must notice every one of them. */
interface PlantedFault {
  readonly says: string;
  /** From the root of the project. */
  readonly file: string;
  /** Stands there once. */
  readonly instead: string;
  readonly of: string;
  /** The rules that it breaks: one of them is found broken. */
  readonly breaks: readonly string[];
}

export const plantedFaults: Readonly<Record<string, PlantedFault>> = {
  'condition-forgotten': {
    says: 'A lead is written whatever stands there by now.',
    file: 'adapters/table/lead-store.ts',
    instead: 'const { written } = await table.putIf(leadItem(split.lead), condition);',
    of: 'await table.put(leadItem(split.lead)); const written = condition !== undefined;',
    breaks: [
      'sentIsEntered',
      'enteredIsSent',
      'bookedOnce',
      'answeredIsStored',
      'openIsTimed',
      'supersededEnds',
      'endedIsEnded',
      'onceByMeaning',
    ],
  },
  'entered-before-sent': {
    says: 'A mail is marked as sent before it is.',
    file: 'functions/shared/send-once.ts',
    instead: 'const messageId = await deps.mailer.send(composed);',
    of: "await deps.mailLog.markSent(leadId, key, 'not yet', at, { awaitsEntry }); const messageId = await deps.mailer.send(composed);",
    breaks: ['enteredIsSent'],
  },
  'claim-not-looked-at': {
    says: 'A mail is sent although somebody else claimed it.',
    file: 'functions/shared/send-once.ts',
    instead: "if (claim !== 'claimed') {",
    of: "if (claim !== 'claimed' && claim.key === '') {",
    breaks: ['onceByKey'],
  },
  'claim-never-released': {
    says: 'A mail that the provider refused stays claimed.',
    file: 'functions/shared/send-once.ts',
    instead:
      'if (error instanceof MailRefusedError || error instanceof MailRejectedError) {\n    await deps.mailLog.release({ ...mail, claimedAt: at });',
    of: 'if (error instanceof MailRefusedError || error instanceof MailRejectedError) {',
    breaks: ['uncertainIsUncertain', 'enteredIsSent'],
  },
  'generation-not-checked': {
    says: 'An execution goes on although a newer one has taken its place.',
    file: 'functions/follow-up-lead/follow-up-lead.ts',
    instead: "if (lead.generation !== input.generation) return { ...answer, outcome: 'superseded' };",
    of: "if (lead.generation < input.generation) return { ...answer, outcome: 'superseded' };",
    breaks: ['supersededEnds', 'worksToAnEnd'],
  },
  'asked-what-is-known': {
    says: 'A customer is asked what he said.',
    file: 'domain/listening/open-questions.ts',
    instead: '(question) => !isKnown[question] && !notKnown.includes(question),',
    of: '(question) => isKnown[question] !== undefined || !notKnown.includes(question),',
    breaks: ['askedOnce'],
  },
  'stop-not-looked-at': {
    says: 'Who stopped the mails is reminded all the same.',
    file: 'domain/lawful/may-mail.ts',
    instead: '=> [mailsStopped, suppressed];',
    of: '=> [mailsStopped, suppressed].slice(2);',
    breaks: ['endedIsEnded'],
  },
  'window-not-looked-at': {
    says: 'Reminders go out at any hour.',
    file: 'domain/lead/follow-up.ts',
    instead:
      "const inWindow = cadence.to === 'customer' && !company.trial && !isOpen(company, laterOf(due, now));",
    of: "const inWindow = cadence.to === 'customer' && !company.trial && !isOpen(company, laterOf(due, now)) && due < '2000';",
    breaks: ['insideWindow'],
  },
  'tap-taken-for-news': {
    says: 'A move by the owner begins the reminders anew, also after the last one.',
    file: 'domain/lead/reminders.ts',
    instead: "event.type === 'visit-planned' ||",
    of: "event.type === 'visit-planned' || event.type === 'moved' ||",
    breaks: ['lastIsLast', 'fewInAWaiting'],
  },
  'other-request-not-looked-at': {
    says: 'Two requests of one person are reminded at once.',
    file: 'domain/limits/reminded.ts',
    instead: 'const isOtherToday = others.some(',
    of: 'const isOtherToday = others.length > 99 && others.some(',
    breaks: ['oneRequestADay'],
  },
  'open-leads-not-repaired': {
    says: 'The reconciler looks at leads that sleep, and not at those that wait.',
    file: 'adapters/table/lead-item.ts',
    instead: 'export const overdueStatuses: readonly string[] = Object.values(timedStatuses);',
    of: 'export const overdueStatuses: readonly string[] = [timedStatuses.later];',
    breaks: ['openIsTimed'],
  },
  'id-followed-to-anybody': {
    says: 'Whoever sends a form under an id that somebody else has used is taken for him.',
    file: 'domain/lead/repeat.ts',
    instead:
      'if (isClosed(stored.stage) || earlier.some((event) => isConflicting(event, again))) return false;',
    of: 'if (!isClosed(stored.stage)) return true;',
    breaks: ['requestsStayTheirs', 'answeredIsStored'],
  },
  'queue-never-filled': {
    says: 'A request that could not be stored is answered, and kept nowhere.',
    file: 'functions/shared/keep-submission.ts',
    instead: 'await deps.submissions.put(known).catch(',
    of: 'await Promise.resolve(known).catch(',
    breaks: ['answeredIsStored'],
  },
  'mail-taken-twice': {
    says: 'A mail that a server hands in twice is answered and entered twice.',
    file: 'functions/receive-mail/receive-mail.ts',
    instead: 'if (firstId === delivery.id) return undefined;',
    of: 'if (firstId !== undefined) return undefined;',
    breaks: ['answeredOnce', 'bookedOnce'],
  },
  'mail-to-the-wrong-person': {
    says: 'A reminder goes to whoever was reminded before.',
    file: 'functions/shared/compose-mail.ts',
    instead:
      "to: due.to === 'customer' && lead.contact.email ? [lead.contact.email] : deps.company.owner.email,",
    of: "to: due.to === 'customer' && lead.contact.email ? [((globalThis as { last?: string }).last = lead.version % 7 === 3 ? ((globalThis as { last?: string }).last ?? lead.contact.email) : lead.contact.email)] : deps.company.owner.email,",
    breaks: ['wordsStayPrivate'],
  },
  'skipped-mail-goes': {
    says: 'A mail that somebody left out is due still.',
    file: 'domain/lead/ahead-mail.ts',
    instead: 'return { ...lead, cadence: { ...running, sent: number, lastSentAt: at } };',
    of: 'return { ...lead, cadence: { ...running, lastSentAt: at } };',
    breaks: ['skippedStays'],
  },
};
