/** What last happened to a lead by somebody's hand: for the owner, and so in German only. */
import type { Lead } from '../../domain/lead/lead.ts';
import { formatDayAndTime } from './format.ts';
import { spokenStages } from './stages.ts';

/** The step and its moment; our own mails are no step. */
export function lastStep(lead: Lead, timeZone: string): string | undefined {
  for (const event of lead.timeline.toReversed()) {
    const step = stepInWords(event);
    if (step) return `${step}, ${formatDayAndTime(event.at, timeZone, 'de')}`;
  }
  return undefined;
}

function stepInWords(event: Lead['timeline'][number]): string | undefined {
  switch (event.type) {
    case 'captured':
      return 'Anfrage eingegangen';
    case 'resubmitted':
      return 'Anfrage geändert';
    case 'merged':
      return 'mit einer anderen Anfrage zusammengelegt';
    case 'moved':
      return `auf „${spokenStages[event.to]}“ gesetzt`;
    case 'value-changed':
      return 'Wert geändert';
    case 'details-changed':
      return 'Angaben ergänzt';
    case 'contact-attempted':
      return event.reached ? 'telefonisch erreicht' : 'angerufen, nicht erreicht';
    case 'visit-planned':
      return 'Besichtigung geplant';
    case 'visit-moved':
      return 'Besichtigung verschoben';
    case 'visit-cancelled':
      return 'Besichtigung abgesagt';
    case 'declined':
      return 'abgesagt';
    case 'postponed':
      return 'auf später gelegt';
    case 'customer-replied':
      return event.called ? 'hat angerufen' : 'Antwort bekommen';
    case 'mail-bounced':
      return event.reported === undefined ? 'E-Mail kam nicht an' : 'E-Mail kam vielleicht nicht an';
    case 'stopped':
      return 'möchte keine E-Mails mehr';
    case 'disowned':
      return 'E-Mail-Adresse gehört jemand anderem';
    case 'confirmed':
      return 'Einsatz übernommen';
    default:
      return undefined;
  }
}
