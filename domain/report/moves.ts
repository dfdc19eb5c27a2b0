/** What others did with a lead since the last digest. */
import { given } from '../lead/draft.ts';
import type { Stage } from '../lead/pipeline.ts';
import type { Doer, LeadSummary, QuietStep } from '../lead/summary.ts';
import type { Moment } from '../time/moment.ts';

/** From when on it is news, and for whom: the names of the owner and of the reader. */
interface News {
  readonly since: Moment;
  readonly owner: string;
  readonly readBy: string;
}

/** How a lead moved since the last digest. */
export interface NewMove {
  /** Where it stood then; absent: in the same stage. */
  readonly from?: Stage | undefined;
  readonly step?: QuietStep | undefined;
  readonly person?: string | undefined;
}

/** What he did himself nobody has to tell him. By a link that names nobody the owner did it. */
export const isOwnDoing = (doer: Doer | undefined, { owner, readBy }: News): boolean =>
  doer?.by === 'owner' && (doer.person ?? owner) === readBy;

const newMoves = ({ moves = [] }: LeadSummary, { since }: News) => moves.filter(({ at }) => at >= since);

/** Did anybody else move it since, whatever the reader did with it himself? */
export const isMovedByOthers = (lead: LeadSummary, day: News): boolean =>
  (lead.movedAt >= day.since && !isOwnDoing(lead.movedBy, day)) ||
  newMoves(lead, day).some((move) => !isOwnDoing(move, day));

/** Each move is told once: from where others took it since the last digest, or what they did with it where it stands. */
export function newMove(lead: LeadSummary, day: News): NewMove {
  const moves = newMoves(lead, day);
  const byOthers = moves.filter((move) => !isOwnDoing(move, day));
  // Not every way to another stage is a move.
  const lately = moves.length === 0 && lead.stageSince >= day.since ? lead.movedFrom : undefined;
  const from = byOthers[0]?.from ?? lately;
  if (from !== undefined && from !== lead.stage) {
    return { from, ...given({ person: (byOthers.at(-1) ?? lead.movedBy)?.person }) };
  }
  if (lead.movedAt < day.since || isOwnDoing(lead.movedBy, day)) return {};
  return given({ step: lead.movedHow, person: lead.movedBy?.person });
}
