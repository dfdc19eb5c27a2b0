/** The search. */
const requests = (count: number) => (count === 1 ? '1 Anfrage' : `${count} Anfragen`);

export const searchWords = {
  title: 'Suchen',
  titleFor: (typed: string) => `Suchen: ${typed}`,
  label: 'Name, Telefon, Ort oder Stichwort',
  placeholder: 'Name, Telefon, Ort, Stichwort',
  button: 'Suchen',
  hint: 'Ein Anfang genügt: die ersten Buchstaben eines Namens, die letzten vier Ziffern einer Nummer, ein Ort, ein Wort aus der Anfrage. Mehrere Wörter engen ein.',
  requests: 'Anfragen',
  persons: 'Personen',
  alike: 'Klingt ähnlich',
  count: (count: number, more: boolean) =>
    more ? `Die ersten ${requests(count)}. Ein Wort mehr engt ein.` : `${requests(count)} gefunden`,
  requestCount: requests,
  since: (day: string) => `Eingang ${day}`,
  nothing: (typed: string) => `Nichts gefunden für „${typed}“.`,
  searched:
    'Durchsucht sind Namen, Firmen, Telefonnummern, E-Mail-Adressen, Orte und Nummern aller Anfragen, dazu die Worte der offenen und der aus den letzten zwölf Monaten.',
  call: 'Anruf aufnehmen',
} as const;
