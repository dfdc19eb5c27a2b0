/** What of a step of somebody of the business can be taken back: it only says how things stand. */
export const undoableSteps = [
  'moved',
  'qualified',
  'value-changed',
  'probability-changed',
  'details-changed',
  'fact-learned',
  'fact-dismissed',
  'contact-attempted',
  'answer-read',
  'declined',
  'acknowledgement-requested',
  'visit-planned',
  'visit-moved',
  'visit-cancelled',
  'assigned',
  'postponed',
  'confirmed',
  'noted',
] as const;
export type UndoableStep = (typeof undoableSteps)[number];
