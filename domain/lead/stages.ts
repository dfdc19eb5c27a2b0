/** What follows from the pipeline's table. */
import type { Company } from '../business/company.ts';
import { pipeline, type Stage, type StageRule, type Sum, saleGroups, stageKeys } from './pipeline.ts';

/** A sale that is going on, stage by stage. */
export const saleStages: readonly Stage[] = stageKeys.filter((stage) =>
  saleGroups.includes(pipeline[stage].group),
);

/** The stages a lead may be moved to from here; a stage's own is among them, and is refused as "already there". */
export function movesFrom(stage: Stage): readonly Stage[] {
  return pipeline[stage].to.flatMap((to) => (to === 'every-sale' ? saleStages : [to]));
}

/** Nothing more is expected of it; only reopening makes sense. */
export function isClosed(stage: Stage): boolean {
  return pipeline[stage].group === 'closed';
}

/** What a value means that is set now. */
export function basisIn(stage: Stage): Sum {
  const { sum } = pipeline[stage];
  return sum === 'none' ? 'estimated' : sum;
}

/** The sale was made. */
export function isWon(stage: Stage): boolean {
  return isClosed(stage) && pipeline[stage].sum === 'final';
}

/** The rhythm of the stage is one that a visit brings: with a visit ahead it waits for its end. */
export function waitsForVisit(stage: Stage): boolean {
  const { cadence, on } = pipeline[stage];
  return cadence !== undefined && on.visitOver === cadence;
}

/** When the data of a lead that enters a stage is erased by itself; never if `undefined`. */
export function monthsUntilErased(stage: Stage, { retentionMonths }: Company): number | undefined {
  const { erasedAfterMonths } = pipeline[stage];
  return erasedAfterMonths === 'retention' ? retentionMonths : erasedAfterMonths;
}

/** The stages that something wakes from: each has a wait and a follow-up in the state machine. */
export const timedStages: readonly Stage[] = stageKeys.filter((stage) => pipeline[stage].timer !== 'none');

/** @throws Error there is not exactly one such stage: the table is broken, and nothing must start with it. */
function only(what: string, matches: (rule: StageRule) => boolean): Stage {
  const [stage, ...others] = stageKeys.filter((key) => matches(pipeline[key]));
  if (stage === undefined || others.length > 0) throw new Error(`The pipeline must have one stage ${what}`);
  return stage;
}

/** Where planning a visit brings a lead. */
export const visitStage = only('that visits move to', ({ visit }) => visit === 'moves-here');

/** Where emergencies are. */
export const alarmStage = only('that rings', ({ alarm }) => alarm);

/** The name a stage has in the state machine: `needs-analysis` is `NeedsAnalysis`. */
export function stateName(stage: Stage): string {
  return stage
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
