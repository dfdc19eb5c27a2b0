/** One's own page in the desk, and getting in with a passkey. */
export const meWords = {
  title: 'Ich',
  passkeys: 'Passkeys',
  passkeysWhat:
    'Mit einem Passkey geht die Anmeldung ohne E-Mail: mit Fingerabdruck, Gesicht oder dem Code des Geräts.',
  noPasskeys: 'Noch ist keiner eingerichtet.',
  addPasskey: 'Passkey auf diesem Gerät hinzufügen',
  scriptless: 'Hinzufügen lässt sich einer in jedem Browser, der Passkeys kennt und Skripte ausführen darf.',
  devices: 'Angemeldete Geräte',
  thisDevice: 'dieses Gerät',
  since: (day: string) => `seit ${day}`,
  seen: (ago: string) => `zuletzt ${ago}`,
  used: (ago: string | undefined) => (ago === undefined ? 'noch nicht benutzt' : `zuletzt benutzt ${ago}`),
  end: 'Abmelden',
  endLabel: (device: string) => `${device} abmelden`,
  endAll: 'Überall abmelden',
  remove: 'Entfernen',
  removeLabel: (device: string) => `Passkey ${device} entfernen`,
  passkeyFailed: 'Mit dem Passkey hat es nicht geklappt. Bitte noch einmal versuchen.',
  passkeyKnown: 'Für dieses Gerät gibt es schon einen Passkey.',
  tooManyPasskeys:
    'Mehr Passkeys lassen sich nicht einrichten. Erst einen entfernen, der nicht mehr gebraucht wird.',
  login: 'Mit Passkey anmelden',
  loginFailed:
    'Mit dem Passkey hat es nicht geklappt. Bitte noch einmal versuchen oder einen Link per E-Mail anfordern.',
  asks: 'Das Gerät fragt jetzt nach Finger, Gesicht oder Code.',
  cancelled: 'Abgebrochen. Bitte noch einmal versuchen.',
} as const;
