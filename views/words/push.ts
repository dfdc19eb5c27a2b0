/** Notifications in the browser of somebody of the business. */
export const pushWords = {
  title: 'Benachrichtigungen',
  what: (name: string) =>
    `Kommt ein Notfall herein, klingelt dieses Gerät für ${name}, auch wenn die E-Mails gerade keiner liest. Wer darauf tippt, kommt zur Anfrage und kann sie übernehmen.`,
  private:
    'Über den Dienst des Browsers geht nur die Nummer der Anfrage und ein Wort wie „Wasser“, sonst nichts.',
  button: 'Auf diesem Gerät einschalten',
  unable:
    'Dieser Browser kann keine Benachrichtigungen. Auf dem iPhone: die Seite in Safari öffnen, über „Teilen“ zum Home-Bildschirm hinzufügen und von dort noch einmal öffnen.',
  asks: 'Der Browser fragt jetzt, ob er Benachrichtigungen zeigen darf: bitte erlauben.',
  denied:
    'Der Browser darf keine Benachrichtigungen zeigen. Bitte in seinen Einstellungen für diese Seite erlauben, dann noch einmal versuchen.',
  failed: 'Das hat nicht geklappt. Bitte noch einmal versuchen.',
  scriptless: 'Dafür muss der Browser Skripte ausführen dürfen.',
  devices: (count: number) =>
    count === 1 ? 'Eingeschaltet ist ein Gerät.' : `Eingeschaltet sind ${count} Geräte.`,
  off: 'Überall ausschalten',
  doneTitle: 'Eingeschaltet',
  done: 'Bei einem Notfall klingelt ab jetzt auch dieses Gerät.',
  offTitle: 'Ausgeschaltet',
  offDone:
    'Notfälle kommen nur noch per E-Mail und so, wie es sonst eingestellt ist. Einschalten lässt sich das hier jederzeit wieder.',
  refused: 'Der Browser hat nichts Brauchbares geschickt. Bitte noch einmal versuchen.',
} as const;
