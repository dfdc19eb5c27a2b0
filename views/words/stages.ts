/** The names of the stages, as data and reports know them, and as people in the trade say them. */
import type { Stage } from '../../domain/lead/pipeline.ts';
import type { InWords } from './languages.ts';

/** What data, reports and the diagram of the documentation call them. */
export const stageLabels: InWords<Stage> = {
  'new': { de: 'Lead – Neu', en: 'Lead – new' },
  'in-progress': { de: 'Lead – In Bearbeitung', en: 'Lead – in progress' },
  'first-contact': { de: 'Erstkontakt', en: 'First contact' },
  'needs-analysis': { de: 'Bedarfsanalyse', en: 'Needs analysis' },
  opportunity: { de: 'Opportunity – zu Opportunity konvertiert', en: 'Opportunity – converted' },
  'site-visit': {
    de: 'Opportunity – Verkaufschance eröffnet (Besichtigung)',
    en: 'Opportunity – site visit',
  },
  quoted: { de: 'Opportunity – Angebot erstellt', en: 'Opportunity – quoted' },
  negotiation: { de: 'Opportunity – In Verhandlung', en: 'Opportunity – in negotiation' },
  won: { de: 'Opportunity – Gewonnen', en: 'Opportunity – won' },
  lost: { de: 'Opportunity – Verloren', en: 'Opportunity – lost' },
  unqualified: { de: 'Nicht qualifiziert', en: 'Not qualified' },
  service: { de: 'Soforteinsatz', en: 'Emergency call-out' },
  'service-done': { de: 'Einsatz erledigt', en: 'Call-out done' },
};

/** What everything that people read calls them: mails, pages and forms. */
export const spokenStages: Readonly<Record<Stage, string>> = {
  'new': 'Neu',
  'in-progress': 'In Bearbeitung',
  'first-contact': 'Erstkontakt',
  'needs-analysis': 'Bedarf klären',
  opportunity: 'Auftrag möglich',
  'site-visit': 'Besichtigung',
  quoted: 'Angebot beim Kunden',
  negotiation: 'Verhandlung',
  won: 'Auftrag',
  lost: 'Kein Auftrag',
  unqualified: 'Passt (noch) nicht',
  service: 'Notfall',
  'service-done': 'Einsatz erledigt',
};
