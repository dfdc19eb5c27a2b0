/** All rules. Whoever adds to the system adds what must always hold of it here. */
import { bookedOnce } from './acts.ts';
import { buttonsWork } from './buttons.ts';
import { answeredOnce, outcomesAddUp, waitsForOurSender } from './incoming.ts';
import type { Invariant } from './invariant.ts';
import {
  answeredIsNotChased,
  endedIsEnded,
  enteredIsSent,
  insideWindow,
  onceByKey,
  onceByMeaning,
  sentIsEntered,
  uncertainIsUncertain,
  wordsStayPrivate,
} from './mails.ts';
import { answeredIsStored } from './requests.ts';
import { digestAddsUp, listsAreWhole } from './sums.ts';
import { openIsTimed, supersededEnds, worksToAnEnd } from './timers.ts';

export const invariants: readonly Invariant[] = [
  answeredIsStored,
  onceByKey,
  onceByMeaning,
  insideWindow,
  endedIsEnded,
  answeredIsNotChased,
  wordsStayPrivate,
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
