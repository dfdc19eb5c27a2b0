/** Why something is not done, in the owner's words (German: only the owner acts on leads). */
import type { Refusal } from '../../domain/lead/command.ts';
import type { Fact } from '../../domain/lead/pipeline.ts';
import { whyItWaits } from './mail-refusals.ts';
import { sz } from './regional.ts';
import { spokenStages } from './stages.ts';
import { mailsStoppedInWords } from './standing.ts';

const factLabels: Record<Fact, string> = {
  'contact-way': 'eine Telefonnummer oder E-Mail-Adresse',
  name: 'der Name',
  kind: 'die Art der Anfrage (Projekt, Reparatur oder Beratung)',
  source: 'die Quelle',
  qualified: 'dass der Bedarf geklärt ist (Vorhaben, Zeitrahmen und Budget)',
  value: 'der geschätzte Auftragswert',
  visit: 'der Termin der Besichtigung',
  'quoted-value': 'die Angebotssumme',
  'final-value': 'die Auftragssumme',
  reason: 'der Grund',
  'look-again-on': 'das Datum der Wiedervorlage',
};

const dateLabels = {
  visit: 'Der Termin',
  'look-again-on': 'Das Datum der Wiedervorlage',
  until: 'Das Datum',
} as const;

const sentMails = { refusal: 'Die Absage', acknowledgement: 'Die Eingangsbestätigung' } as const;

/** There is nothing left to do anything with. */
export const explainGone = 'Diese Anfrage gibt es nicht mehr.';

/** It was meant for the request as it stood then. */
export const explainChanged =
  'Inzwischen hat sich bei dieser Anfrage etwas getan, deshalb wurde nichts geändert.';

/** A refusal in the owner's words (German: only the owner acts on leads). */
export function explainRefusal(refusal: Refusal): string {
  switch (refusal.code) {
    case 'missing-facts': {
      const missing = refusal.missing.map((fact) => factLabels[fact]).join(', ');
      return `Für „${spokenStages[refusal.to]}“ fehlt noch: ${missing}.`;
    }
    case 'move-not-allowed':
      return `Von „${spokenStages[refusal.from]}“ geht es nicht direkt nach „${spokenStages[refusal.to]}“.`;
    case 'already-there':
      return `Die Anfrage steht schon auf „${spokenStages[refusal.stage]}“.`;
    case 'closed':
      return `Die Anfrage ist abgeschlossen („${spokenStages[refusal.stage]}“). Bitte zuerst wieder öffnen.`;
    case 'date-in-the-past':
      return `${dateLabels[refusal.field]} liegt in der Vergangenheit.`;
    case 'date-too-far':
      return `${dateLabels[refusal.field]} liegt mehr als drei Jahre in der Zukunft. Stimmt das Jahr?`;
    case 'not-an-emergency':
      return 'Nur ein Notfall wird bestätigt; diese Anfrage ist keiner.';
    case 'unknown-person':
      return `So hei${sz}t niemand im Betrieb.`;
    case 'already-done':
      return 'Das ist schon erledigt.';
    case 'still-open':
      return 'Abgesagt wird erst, wenn die Anfrage verloren oder zurückgestellt ist.';
    case 'earlier-ended':
      return 'Die frühere Anfrage ist abgeschlossen. Bitte führen Sie diese hier weiter.';
    case 'promised':
      return 'Hier steht schon ein Termin oder ein Angebot. Bitte führen Sie diese Anfrage weiter und beenden Sie die frühere.';
    case 'no-address':
      return 'Von diesem Kunden ist keine E-Mail-Adresse bekannt. Bitte anrufen.';
    case 'no-reminders-left':
      return 'An diese Anfrage wird der Kunde ohnehin nicht mehr erinnert.';
    case 'mail-not-ahead':
      return 'Diese E-Mail steht nicht mehr an: Sie ist schon hinaus, oder es hat sich inzwischen etwas getan.';
    case 'mail-under-way':
      return 'Diese E-Mail geht gerade hinaus. An ihr lässt sich nichts mehr ändern.';
    case 'mail-must-wait':
      return `Diese E-Mail darf jetzt nicht hinaus. ${whyItWaits[refusal.why]}.`;
    case 'mails-stopped':
      return mailsStoppedInWords[refusal.why];
    case 'erased':
      return 'Die Daten dieser Anfrage wurden gelöscht.';
    case 'changed-since':
      return 'Seitdem ist bei dieser Anfrage etwas anderes passiert. Rückgängig geht nur der letzte Schritt.';
    case 'too-late-to-undo':
      return 'Rückgängig geht nur kurz nach dem Schritt. Bitte ändern Sie es jetzt von Hand.';
    case 'with-customer':
      return `${sentMails[refusal.mail]} ist schon beim Kunden und lässt sich nicht zurückholen.`;
  }
}
