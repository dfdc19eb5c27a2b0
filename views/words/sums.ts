/** What an amount of money is, by what it rests on. German: customers see no sums. */
import type { EventOf } from '../../domain/lead/event.ts';

export const sumLabels: Readonly<Record<EventOf<'value-changed'>['basis'], string>> = {
  estimated: 'Geschätzter Wert',
  quoted: 'Angebotssumme',
  final: 'Auftragssumme',
};

/** TEMP until the trait is there */
export const sumIn = (stage: string) =>
  stage === 'won' ? 'final' : stage === 'quoted' || stage === 'negotiation' ? 'quoted' : 'estimated';
