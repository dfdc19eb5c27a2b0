/** Fifteen form plug-ins and website builders, with the notifications that they send to the business. */
import { fullName, our, type Person } from './german-people.ts';
import { escaped } from './written-mime.ts';

interface Filled {
  readonly person: Person;
  readonly subject: string;
  readonly message: readonly string[];
}

type Row = readonly [label: string, value: string];

interface FormPlugin {
  readonly name: string;
  readonly from: string;
  /** The visitor's address stands in Reply-To. */
  readonly repliesToVisitor: boolean;
  readonly subject: (filled: Filled) => string;
  readonly rows: (filled: Filled) => readonly Row[];
  readonly text: (rows: readonly Row[]) => string;
  readonly html?: (rows: readonly Row[]) => string;
}

const page = (body: string): string => `<html><body>\n${body}\n</body></html>`;
const cell = (value: string): string => escaped(value).replaceAll('\n', '<br>\n');
const colonLines = (rows: readonly Row[]): string =>
  rows.map(([label, value]) => `${label}: ${value}`).join('\n');
const tableOf = (rows: readonly Row[]): string =>
  page(
    `<table>${rows.map(([label, value]) => `<tr><td><b>${label}:</b></td><td>${cell(value)}</td></tr>`).join('\n')}</table>`,
  );

const wordpress = `wordpress@${our.site.replace('www.', '')}`;
const message = ({ message: lines }: Filled): string => lines.join('\n');
const usual = (filled: Filled): readonly Row[] => [
  ['Name', fullName(filled.person)],
  ['E-Mail', filled.person.email],
  ['Telefon', filled.person.phone],
  ['Nachricht', message(filled)],
];

const withNamesApart = (filled: Filled): readonly Row[] => [
  ['Vorname', filled.person.first],
  ['Nachname', filled.person.last],
  ['E-Mail-Adresse', filled.person.email],
  ['Telefonnummer', filled.person.phone],
  ['Nachricht', message(filled)],
];

export const formPlugins: readonly FormPlugin[] = [
  {
    name: 'Contact Form 7',
    from: `${our.name} <${wordpress}>`,
    repliesToVisitor: true,
    subject: ({ subject }) => `${our.name} "${subject}"`,
    rows: (filled) => [
      ['Name', fullName(filled.person)],
      ['E-Mail-Adresse', filled.person.email],
      ['Telefonnummer', filled.person.phone],
      ['PLZ', filled.person.postcode],
      ['Ort', filled.person.city],
      ['Nachrichtentext', message(filled)],
    ],
    text: (rows) =>
      `${rows.map(([label, value]) => (label === 'Nachrichtentext' ? `\n${label}:\n${value}` : `${label}: ${value}`)).join('\n')}\n\n-- \nDies ist eine Benachrichtigung, dass ein Kontaktformular auf Ihrer Website übermittelt wurde (${our.name} https://${our.site}).`,
  },
  {
    name: 'WPForms',
    from: `${our.name} <${wordpress}>`,
    repliesToVisitor: true,
    subject: () => 'Neuer Eintrag: Kontaktformular',
    rows: usual,
    text: (rows) => rows.map(([label, value]) => `--- ${label} ---\n\n${value}\n`).join('\n'),
    html: (rows) =>
      page(
        `<table><tbody>${rows
          .map(
            ([label, value]) =>
              `<tr><td class="field-name"><strong>${label}</strong></td></tr><tr><td class="field-value">${cell(value)}</td></tr>`,
          )
          .join('\n')}</tbody></table>`,
      ),
  },
  {
    name: 'Gravity Forms',
    from: wordpress,
    repliesToVisitor: true,
    subject: () => 'Neue Nachricht von Kontakt',
    rows: (filled) => [
      ['Name', fullName(filled.person)],
      ['E-Mail', filled.person.email],
      ['Telefon', filled.person.phone],
      ['Anliegen', message(filled)],
    ],
    text: colonLines,
    html: (rows) =>
      page(
        `<table width="99%" border="0"><tr><td><table>${rows
          .map(
            ([label, value]) =>
              `<tr bgcolor="#EAF2FA"><td colspan="2"><font><strong>${label}</strong></font></td></tr>\n<tr bgcolor="#FFFFFF"><td width="20">&nbsp;</td><td><font>${cell(value)}</font></td></tr>`,
          )
          .join('\n')}</table></td></tr></table>`,
      ),
  },
  {
    name: 'Elementor',
    from: `${our.name} <kontakt@muster-haustechnik.example>`,
    repliesToVisitor: false,
    subject: () => `Neue Nachricht von "${our.name}"`,
    rows: usual,
    text: (rows) =>
      `${colonLines(rows)}\n\n---\n\nDatum: 23. November 2026\nZeit: 10:15\nSeiten-URL: https://${our.site}/kontakt/\nBenutzer-Agent: Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X)\nRemote-IP: 203.0.113.9\nUnterstützt von: Elementor`,
    html: (rows) =>
      page(
        `${rows.map(([label, value]) => `${label}: ${cell(value)}<br>`).join('\n')}\n<br>---<br>\n<br>\nDatum: 23. November 2026<br>\nZeit: 10:15<br>\nSeiten-URL: https://${our.site}/kontakt/<br>\nBenutzer-Agent: Mozilla/5.0<br>\nRemote-IP: 203.0.113.9<br>\nUnterstützt von: Elementor<br>`,
      ),
  },
  {
    name: 'Fluent Forms',
    from: `${our.name} <noreply@muster-haustechnik.example>`,
    repliesToVisitor: true,
    subject: () => 'Kontaktformular: neue Einsendung',
    rows: (filled) => [
      ['Name', fullName(filled.person)],
      ['E-Mail', filled.person.email],
      ['Telefon/Mobil', filled.person.phone],
      ['Ihre Nachricht', message(filled)],
    ],
    text: colonLines,
    html: (rows) =>
      page(
        `<table class="ff_all_data"><tbody>${rows
          .map(
            ([label, value]) =>
              `<tr class="field-label"><th><strong>${label}</strong></th></tr><tr class="field-value"><td>${cell(value)}</td></tr>`,
          )
          .join('\n')}</tbody></table>`,
      ),
  },
  {
    name: 'Jimdo',
    from: 'Jimdo <no-reply@jimdo.com>',
    repliesToVisitor: true,
    subject: () => `Nachricht über Ihre Website https://${our.site}`,
    rows: usual,
    text: (rows) =>
      `Sie haben eine neue Nachricht über Ihr Kontaktformular erhalten.\n\n${colonLines(rows)}\n`,
    html: tableOf,
  },
  {
    name: 'Wix',
    from: `${our.name} <no-reply@wix-forms.com>`,
    repliesToVisitor: false,
    subject: () => 'Kontaktformular hat eine neue Einsendung erhalten',
    rows: withNamesApart,
    text: (rows) => `Ein Besucher hat Ihr Formular ausgefüllt:\n\n${colonLines(rows)}`,
    html: (rows) =>
      page(
        `<p>Ein Besucher hat Ihr Formular ausgefüllt:</p>\n${rows.map(([label, value]) => `<p><b>${label}:</b> ${cell(value)}</p>`).join('\n')}`,
      ),
  },
  {
    name: 'Squarespace',
    from: 'Squarespace <form-submission@squarespace.info>',
    repliesToVisitor: true,
    subject: () => 'Form Submission - Kontakt',
    rows: (filled) => [
      ['Name', fullName(filled.person)],
      ['Email', filled.person.email],
      ['Phone', filled.person.phone],
      ['Message', message(filled)],
    ],
    text: (rows) =>
      `Sent via form submission from ${our.name}\n\n${rows.map(([label, value]) => `${label}: ${value}`).join('\n\n')}\n`,
    html: (rows) =>
      page(
        `<p>Sent via form submission from <a href="https://${our.site}">${our.name}</a></p>\n${rows.map(([label, value]) => `<p><b>${label}:</b> ${cell(value)}</p>`).join('\n')}`,
      ),
  },
  {
    name: 'home-made',
    from: 'www-data <www-data@web12.hoster.example>',
    repliesToVisitor: false,
    subject: () => 'Kontaktanfrage Homepage',
    rows: (filled) => [
      ['Anrede', 'Frau'],
      ['Vorname', filled.person.first],
      ['Nachname', filled.person.last],
      ['Straße', filled.person.street],
      ['PLZ', filled.person.postcode],
      ['Ort', filled.person.city],
      ['Telefon', filled.person.phone],
      ['E-Mail', filled.person.email],
      ['Anliegen', message(filled)],
    ],
    text: (rows) =>
      `Kontaktanfrage\n==============\n\n${rows.map(([label, value]) => `${label.padEnd(10)}: ${value}`).join('\n')}`,
    html: tableOf,
  },
  {
    name: 'Forminator',
    from: `${our.name} <${wordpress}>`,
    repliesToVisitor: false,
    subject: () => 'Neuer Formulareintrag #17 für Kontakt',
    rows: withNamesApart,
    text: (rows) =>
      `Du hast eine neue Formulareinsendung auf deiner Website:\n\n${colonLines(rows)}\n\n---\nDiese Nachricht wurde von https://${our.site} gesendet.`,
    html: (rows) =>
      page(
        `Du hast eine neue Formulareinsendung auf deiner Website:<br><ul>${rows.map(([label, value]) => `<li><b>${label}: </b>${cell(value)}</li>`).join('')}</ul>---<br>Diese Nachricht wurde von https://${our.site} gesendet.`,
      ),
  },
  {
    name: 'Shopify',
    from: `${our.name} (Shopify) <mailer@shopify.example>`,
    repliesToVisitor: true,
    subject: () => 'New customer message on November 23, 2026 at 10:15 am',
    rows: (filled) => [
      ['Name', fullName(filled.person)],
      ['Email', filled.person.email],
      ['Phone', filled.person.phone],
      ['Body', message(filled)],
    ],
    text: (rows) =>
      `You received a new message from your online store's contact form.\n\nCountry Code:\nDE\n\n${rows.map(([label, value]) => `${label}:\n${value}`).join('\n\n')}\n`,
    html: (rows) =>
      page(
        `<p>You received a new message from your online store's contact form.</p>\n<b>Country Code:</b><br>DE<br>\n${rows.map(([label, value]) => `<b>${label}:</b><br>${cell(value)}<br>`).join('\n')}`,
      ),
  },
  {
    name: 'powermail',
    from: `TYPO3 <webmaster@${our.site.replace('www.', '')}>`,
    repliesToVisitor: true,
    subject: () => 'Neue Anfrage über das Formular',
    rows: (filled) => [...usual(filled), ['Ich habe die Datenschutzerklärung zur Kenntnis genommen', 'Ja']],
    text: (rows) => rows.map(([label, value]) => `${label}\n${value}`).join('\n\n'),
    html: (rows) =>
      page(`<dl>${rows.map(([label, value]) => `<dt>${label}</dt><dd>${cell(value)}</dd>`).join('')}</dl>`),
  },
  {
    name: 'a script that glues',
    from: `${our.name} <www-data@web3.hoster.example>`,
    repliesToVisitor: false,
    subject: () => 'Anfrage',
    rows: usual,
    text: (rows) => rows.map(([label, value]) => `${label}:${value}`).join('\n'),
    html: (rows) => page(rows.map(([label, value]) => `<span>${label}:${cell(value)}</span>`).join('')),
  },
  {
    name: 'a script that underlines',
    from: `${our.name} <formular@${our.site.replace('www.', '')}>`,
    repliesToVisitor: false,
    subject: () => 'Formular Startseite',
    rows: usual,
    text: (rows) =>
      `${rows.map(([label, value]) => `${label}\n${'-'.repeat(label.length)}\n${value}`).join('\n\n')}\n\nEinwilligung: on\nIP-Adresse: 203.0.113.9`,
    html: (rows) => page(rows.map(([label, value]) => `<b>${label}</b><br>${cell(value)}<br>`).join('\n')),
  },
  {
    name: 'Contao',
    from: `${our.name} <noreply@${our.site.replace('www.', '')}>`,
    repliesToVisitor: true,
    subject: () => 'Kontaktformular',
    rows: (filled) => [
      ['name', fullName(filled.person)],
      ['email', filled.person.email],
      ['telefon', filled.person.phone],
      ['nachricht', message(filled)],
      ['datenschutz', 'Ich willige in die Verarbeitung meiner Daten ein.'],
    ],
    text: colonLines,
  },
];
