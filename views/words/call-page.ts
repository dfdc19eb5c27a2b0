/** The form to note a phone call. German: only the owner notes one. */
import type { QuestionName } from '../../domain/lead/questions.ts';

export const callPageWords = {
  title: 'Anruf erfassen',
  button: 'Anfrage anlegen',
  notStored: 'Der Anruf ist noch nicht gespeichert. Bitte in einer Minute noch einmal versuchen.',
} as const;

const mayBeEmpty = 'kann leer bleiben';

/** Small, behind the label. */
export const callRemarks: Partial<Record<QuestionName, string>> = {
  phone: 'oder E-Mail',
  name: mayBeEmpty,
  city: mayBeEmpty,
  email: mayBeEmpty,
};
