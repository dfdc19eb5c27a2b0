/** What the step was that led to a page, as its address says and its lead confirms. */
import * as z from 'zod';
import type { Company } from '../../domain/business/company.ts';
import { type Action, actionKeys } from '../../domain/lead/action.ts';
import { actionForm, isFormAction } from '../../domain/lead/action-form.ts';
import type { Lead } from '../../domain/lead/lead.ts';
import { isUndoable } from '../../domain/lead/undoing.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import { type Moment, moment } from '../../domain/time/moment.ts';
import type { ToldStep } from '../../views/desk/told-step.ts';
import { actionWords } from '../../views/words/action-forms.ts';
import { toldStepWords as words } from '../../views/words/desk/told-step.ts';
import type { HttpRequest } from '../shared/http-message.ts';
import { pageItself } from './way-back.ts';

const toldSchema = z.object({
  did: z.enum([...actionKeys, 'undo']),
  of: z.string(),
  at: moment,
});

/** @returns `undefined`: the page was opened without a step, or nothing of the kind was done. */
export async function tellStep(
  request: HttpRequest,
  { leads, company }: { readonly leads: Pick<LeadStore, 'load'>; readonly company: Company },
  now: Moment,
): Promise<ToldStep | undefined> {
  const { query } = request;
  if (!query.has('did')) return undefined;
  const told = toldSchema.safeParse(Object.fromEntries(query));
  const lead = told.success ? await leads.load(told.data.of) : undefined;
  if (!told.success || !lead) return undefined;
  const { did, at } = told.data;
  const text = textOf(did, lead, at, company);
  if (text === undefined) return undefined;
  const takesBack = did !== 'undo' && isUndoable(lead, at, now);
  return { lead, text, ...(takesBack && { undo: { doneAt: at, back: pageItself(request) } }) };
}

function textOf(did: Action | 'undo', lead: Lead, at: Moment, company: Company): string | undefined {
  if (did === 'undo') {
    const undone = lead.timeline.find((event) => event.type === 'undone' && event.doneAt === at);
    return undone?.type === 'undone' ? words.undone(lead, undone) : undefined;
  }
  const done = lead.timeline.filter((event) => event.by === 'owner' && event.at === at);
  if (done.length === 0) return undefined;
  if (did === 'capture-call') return words.captured;
  if (!isFormAction(did)) return undefined;
  const moved = done.findLast((event) => event.type === 'moved');
  const form = actionForm(did, moved?.to);
  return form && actionWords(form).done(lead, company);
}
