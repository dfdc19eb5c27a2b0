/** An answer to a digest that waits for the owner's tap, as it is kept. */
import type { Lead } from '../../domain/lead/lead.ts';
import { monday10 } from './a-walk.ts';

/** It says that he reached somebody. Its delivery has the lead's id, so that a link to the one is a link to the other. */
export const aHeldAnswer = ({ id }: Pick<Lead, 'id'>, line = '1 erreicht') => ({
  deliveryId: id,
  date: '2026-11-23',
  receivedAt: monday10,
  held: 'unproven' as const,
  understood: [{ number: 1, leadId: id, said: { what: 'lose' as const, reason: line }, line }],
  unclear: [{ line, asked: line }],
});
