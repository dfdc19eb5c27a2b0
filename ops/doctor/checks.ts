/** What must be so before real leads can come, as a list: each check looks at the facts and says what to do next. */
import { accountChecks, roomForCalls } from './account-checks.ts';
import type { Check } from './check.ts';
import { mailAdvice, mailChecks } from './mail-checks.ts';
import { alarmsHeard, stackChecks } from './stack-checks.ts';

/** In the order in which a person goes through them. */
export const checks: readonly Check[] = [
  ...accountChecks,
  ...stackChecks,
  ...mailChecks,
  alarmsHeard,
  roomForCalls,
  ...mailAdvice,
];
