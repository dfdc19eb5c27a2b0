/** All rules. Whoever adds to the system adds what must always hold of it here. */
import { bookedOnce } from './acts.ts';
import { buttonsWork } from './buttons.ts';
import { answeredOnce, outcomesAddUp, waitsForOurSender } from './incoming.ts';
import type { Invariant } from './invariant.ts';
import {
  answeredIsNotChased,
  chasesComeTogether,
  endedIsEnded,
  enteredIsSent,
  insideWindow,
  onceByKey,
  onceByMeaning,
  ringsWithMeasure,
  sentIsEntered,
  uncertainIsUncertain,
  wordsStayPrivate,
} from './mails.ts';
import {
  apartEnough,
  fewAWeek,
  fewInAWaiting,
  fewUnanswered,
  lastIsLast,
  oneRequestADay,
  skippedStays,
} from './promises.ts';
import { askedOnce } from './questions.ts';
import { answeredIsStored, handedInOnce, requestsStayTheirs } from './requests.ts';
import { findableIsFound } from './search.ts';
import { digestAddsUp, listsAreWhole } from './sums.ts';
import { openIsTimed, supersededEnds, worksToAnEnd } from './timers.ts';

export const invariants: readonly Invariant[] = [
  answeredIsStored,
  findableIsFound,
  handedInOnce,
  requestsStayTheirs,
  onceByKey,
  onceByMeaning,
  ringsWithMeasure,
  chasesComeTogether,
  insideWindow,
  endedIsEnded,
  answeredIsNotChased,
  apartEnough,
  fewInAWaiting,
  lastIsLast,
  fewUnanswered,
  fewAWeek,
  oneRequestADay,
  skippedStays,
  wordsStayPrivate,
  askedOnce,
  sentIsEntered,
  enteredIsSent,
  uncertainIsUncertain,
  openIsTimed,
  supersededEnds,
  worksToAnEnd,
  bookedOnce,
  answeredOnce,
  outcomesAddUp,
  waitsForOurSender,
  buttonsWork,
  digestAddsUp,
  listsAreWhole,
];
