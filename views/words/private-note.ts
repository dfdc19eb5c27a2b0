/** What stands at every note, so that nobody takes it for words that a customer gets. German: only the owner reads them. */
export const privateNote = 'Notiz (nur für uns)';
export const privateNotes = 'Notizen (nur für uns)';
