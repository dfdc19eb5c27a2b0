/** What an amount of money is, by what it rests on. German: customers see no sums. */
import type { Sum } from '../../domain/lead/pipeline.ts';

export const sumLabels: Readonly<Record<Sum, string>> = {
  estimated: 'Geschätzter Wert',
  quoted: 'Angebotssumme',
  final: 'Auftragssumme',
};
