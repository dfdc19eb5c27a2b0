/** What people can do by a signed link. The keys stand in links that hold for months: none is renamed. */
export const actionKeys = [
  'view',
  'confirm',
  'reached',
  'not-reached',
  'take',
  'qualify',
  'disqualify',
  'plan-visit',
  'quote',
  'negotiate',
  'win',
  'lose',
  'postpone',
  'service-done',
  'reopen',
  'move',
  'refine',
  'spam',
  'stop',
  'not-me',
  'erase',
  'capture-call',
  'rescue',
  'enter-answer',
  'acknowledge',
  'noted-mails',
  'hook',
  'merge',
  'acknowledge-all',
  'spam-all',
  'spam-alarms',
  'dismiss-suspicious',
  'note',
  'mark-read',
  'move-visit',
  'cancel-visit',
] as const;
export type Action = (typeof actionKeys)[number];

/** About several requests at once, picked from a list. */
export const manyActions = [
  'acknowledge-all',
  'spam-all',
  'spam-alarms',
] as const satisfies readonly Action[];
export type ManyAction = (typeof manyActions)[number];
