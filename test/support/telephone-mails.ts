/** Notices of telephones, fax services and telephone systems, as they send them to the business; each field is known. */

export interface Call {
  /** As the notice writes it; absent: withheld. */
  readonly phone?: string;
  readonly phoneE164?: string;
  /** Known to the telephone. */
  readonly name?: string;
  /** What he said, if the provider writes it down. */
  readonly said: string;
}

export const calls: readonly Call[] = [
  {
    phone: '0172 5550181',
    phoneE164: '+491725550181',
    said: 'Hier Winkler, bei uns tropft die Therme im Bad.',
  },
  {
    phone: '+498955501820',
    phoneE164: '+498955501820',
    said: 'Guten Tag, es geht um das Angebot für die Dusche.',
  },
  {
    phone: '00491735550183',
    phoneE164: '+491735550183',
    name: 'Petra Winkler',
    said: 'Rufen Sie mich bitte zurück.',
  },
  {
    phone: '+491745550184',
    phoneE164: '+491745550184',
    name: 'Karl Obermeier',
    said: 'Rohrbruch in der Gartenstraße!',
  },
  { said: 'Hier spricht jemand ohne Nummer wegen der Heizung.' },
];

export interface TelephoneSystem {
  readonly name: string;
  readonly from: string;
  readonly kind: 'voicemail' | 'missed-call' | 'fax' | 'sms';
  /** It writes down what was said. */
  readonly transcribes: boolean;
  /** It shows names of its telephone book. */
  readonly names: boolean;
  readonly subject: (call: Call) => string;
  readonly text: (call: Call) => string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly file?: { readonly name: string; readonly contentType: string };
}

const withheld = ({ phone }: Call, word: string): string => phone ?? word;
const named = ({ phone, name }: Call, word: string): string =>
  phone === undefined ? word : name === undefined ? phone : `${name} (${phone})`;
const wav = { name: 'aufnahme.wav', contentType: 'audio/wav' };

export const telephoneSystems: readonly TelephoneSystem[] = [
  {
    name: 'FRITZ!Box, answering machine',
    from: 'FRITZ!Box <anfrage@mail.muster-haustechnik.example>',
    kind: 'voicemail',
    transcribes: false,
    names: true,
    subject: (call) => `Anruf von ${named(call, 'unbekannt')} am 24.11.26 um 10:05 Uhr`,
    text: (call) =>
      `Ihre FRITZ!Box hat eine neue Nachricht auf dem Anrufbeantworter aufgezeichnet.\n\nAnrufer: ${named(call, 'unbekannt')}\nRufnummer: 089 1234560\nDatum: 24.11.26, 10:05 Uhr\nDauer: 0:23 Min.\n\nDie Nachricht finden Sie im Anhang.`,
    file: wav,
  },
  {
    name: 'FRITZ!Box, fax',
    from: 'FRITZ!Box <chef@muster-haustechnik.example>',
    kind: 'fax',
    transcribes: false,
    names: false,
    subject: (call) => `Fax von ${withheld(call, 'Unbekannt')}`,
    text: (call) =>
      `Sie haben ein Fax erhalten.\n\nVon: ${withheld(call, 'Unbekannt')}\nAn: 0891234560\nDatum: 24.11.26\nSeiten: 2`,
    file: { name: 'fax.pdf', contentType: 'application/pdf' },
  },
  {
    name: 'sipgate, voicemail',
    from: 'sipgate <noreply@sipgate.de>',
    kind: 'voicemail',
    transcribes: true,
    names: true,
    subject: (call) => `Neue Voicemail von ${named(call, 'Anonym')}`,
    text: (call) =>
      `Hallo Martin Muster,\n\nSie haben eine neue Voicemail erhalten.\n\nVon: ${named(call, 'Anonym')}\nAn: +49 89 1234560\nDatum: 24.11.2026, 10:05 Uhr\nDauer: 0:23\n\nTranskription:\n${call.said}\n\nViele Grüße\nIhr sipgate Team\nKundenservice: 0211 30203333`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    file: wav,
  },
  {
    name: 'sipgate, missed call',
    from: 'noreply@sipgate.de',
    kind: 'missed-call',
    transcribes: false,
    names: false,
    subject: (call) => `Entgangener Anruf von ${withheld(call, 'anonym')}`,
    text: (call) =>
      `Sie haben einen Anruf verpasst.\n\nAnrufer: ${withheld(call, 'anonym')}\nAngerufene Nummer: +49891234560\nZeitpunkt: 24.11.2026 10:05`,
    headers: { Precedence: 'bulk' },
  },
  {
    name: 'Placetel',
    from: 'Placetel <no-reply@placetel.de>',
    kind: 'voicemail',
    transcribes: false,
    names: false,
    subject: (call) => `Neue Sprachnachricht von ${withheld(call, 'Anonymous')}`,
    text: (call) =>
      `Es liegt eine neue Sprachnachricht für Sie vor.\n\nAnrufer: ${withheld(call, 'Anonymous')}\nZielrufnummer: 089 1234569\nZeitpunkt: 24.11.2026 10:05:12`,
    headers: { 'X-Auto-Response-Suppress': 'All' },
    file: { name: 'nachricht.mp3', contentType: 'audio/mpeg' },
  },
  {
    name: 'Asterisk',
    from: 'Asterisk PBX <asterisk@pbx.muster.test>',
    kind: 'voicemail',
    transcribes: false,
    names: false,
    subject: () => '[PBX]: New message 3 in mailbox 100',
    text: (call) =>
      `Dear Martin Muster:\n\n\tJust wanted to let you know you were just left a 0:23 long message (number 3)\nin mailbox 100 from ${withheld(call, 'an unknown caller')}, on Tuesday, November 24, 2026 at 10:05:00 AM so you might\nwant to check it when you get a chance.  Thanks!\n\n\t\t\t\t--Asterisk`,
    file: wav,
  },
  {
    name: 'FreePBX',
    from: 'vm@telefon.muster.test',
    kind: 'voicemail',
    transcribes: false,
    names: false,
    subject: () => 'New voicemail in mailbox 100',
    text: (call) =>
      `There is a new voicemail in mailbox 100:\n\n\tFrom:\t${call.phone === undefined ? 'Unknown' : `"${call.phone}" <${call.phone}>`}\n\tLength:\t0:23 seconds\n\tDate:\tTuesday, November 24, 2026\n\nDial *98 to access your voicemail by phone.`,
    file: wav,
  },
  {
    name: '3CX',
    from: '3CX Phone System <noreply@muster.3cx.test>',
    kind: 'voicemail',
    transcribes: true,
    names: true,
    subject: (call) => `New Voicemail from ${named(call, 'Anonymous')}`,
    text: (call) =>
      `You have received a new voicemail message.\n\nFrom: ${named(call, 'Anonymous')}\nReceived: 24.11.2026 10:05\nDuration: 00:23\nTranscription: ${call.said}`,
    file: wav,
  },
  {
    name: 'Exchange',
    from: 'Microsoft Outlook <no-reply@voicemail.microsoft.com>',
    kind: 'voicemail',
    transcribes: true,
    names: false,
    subject: (call) => `Voicemail (23 Sekunden) von ${withheld(call, 'Anonym')}`,
    text: (call) =>
      `Sie haben eine Voicemail von ${withheld(call, 'Anonym')} erhalten.\n\n${call.said}\n\nDanke, dass Sie die Transkription verwenden.`,
    headers: { 'X-Auto-Response-Suppress': 'DR, OOF, AutoReply' },
    file: wav,
  },
  {
    name: 'an answering service',
    from: 'Telefonsekretariat Nord <notiz@sekretariat.test>',
    kind: 'missed-call',
    transcribes: true,
    names: true,
    subject: () => 'Anrufnotiz vom 24.11.2026',
    text: (call) =>
      `Anrufer: ${call.name ?? 'unbekannt'}\nTelefon: ${withheld(call, 'unterdrückt')}\nAnliegen: ${call.said}`,
  },
  {
    name: 'a text message by mail',
    from: 'sms@gateway.test',
    kind: 'sms',
    transcribes: true,
    names: false,
    subject: (call) => `SMS von ${withheld(call, 'Unbekannt')}`,
    text: (call) => call.said,
  },
  {
    name: 'a French provider',
    from: 'Messagerie <no-reply@telecom.test>',
    kind: 'voicemail',
    transcribes: false,
    names: false,
    subject: (call) => `Nouveau message vocal de ${withheld(call, 'inconnu')}`,
    text: (call) =>
      `Vous avez reçu un nouveau message vocal.\n\nDe : ${withheld(call, 'inconnu')}\nDurée : 0:23`,
    file: wav,
  },
  {
    name: 'an Italian provider',
    from: 'no-reply@telefonia.test',
    kind: 'missed-call',
    transcribes: false,
    names: false,
    subject: (call) => `Chiamata persa da ${withheld(call, 'numero anonimo')}`,
    text: (call) => `Hai ricevuto una chiamata.\n\nNumero: ${withheld(call, 'anonimo')}\nOra: 10:05`,
  },
];
