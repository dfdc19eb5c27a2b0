import type { Lead } from '../../domain/lead/lead.ts';
import type { DigestAnswer } from '../../domain/ports/digest-answers.ts';
import type { LeadStore } from '../../domain/ports/lead-store.ts';
import type { AnswerText } from '../../views/answer-text.ts';
import { whoseRequest } from '../../views/lead-text.ts';

/** An answer to a digest with the names of those it speaks of. */
export async function answerLines(answer: DigestAnswer, leads: Pick<LeadStore, 'load'>): Promise<AnswerText> {
  const { understood, unclear, results } = answer;
  const ids = [...new Set(understood.map(({ leadId }) => leadId))];
  const loaded = await Promise.all(ids.map((id) => leads.load(id)));
  const names = new Map(
    loaded.filter((lead): lead is Lead => lead !== undefined).map((lead) => [lead.id, whoseRequest(lead)]),
  );
  return {
    understood: understood.map(({ number, leadId, said, line }, index) => ({
      number,
      name: names.get(leadId) ?? '',
      said,
      line,
      result: results[index],
    })),
    unclear,
  };
}
