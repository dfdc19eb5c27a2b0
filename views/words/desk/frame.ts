/** What stands around every page of the desk. German: people of the business read it. */
export const frameWords = {
  skip: 'Zum Inhalt',
  /** On a page in which somebody is typing. */
  news: 'Es gibt Neues: anzeigen',
  navigation: 'Bereiche',
  places: {
    today: 'Heute',
    search: 'Suchen',
    call: 'Anruf',
    contacts: 'Personen',
    team: 'Team',
    me: 'Ich',
  },
  notFound: {
    title: 'Hier ist nichts',
    detail: 'Diese Seite gibt es nicht, oder was hier stand, ist gelöscht.',
  },
  ownerOnly: {
    title: 'Nur für den Inhaber',
    detail: 'Personen anlegen, ändern und entfernen kann nur, wer hier Inhaber ist.',
  },
  /** Neither opened nor sent. */
  wrongMethod: {
    title: 'Das geht hier nicht',
    detail: 'Seiten lassen sich hier öffnen und Formulare absenden, sonst nichts. Es ist nichts geschehen.',
  },
  /** Another site sent a form, or the browser does not say which one did. */
  foreign: {
    title: 'Nicht von dieser Seite',
    detail:
      'Das Formular kam nicht von hier. Es ist nichts geschehen: Bitte die Seite neu öffnen und noch einmal versuchen.',
  },
} as const;
