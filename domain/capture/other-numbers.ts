/** Numbers that look like a telephone's and ring nowhere. */

const numbered =
  '(?:kunden|rechnungs|auftrags|angebots|artikel|bestell|vertrags|zähler|geräte|serien|steuer|objekt|vorgangs|schadens?|akten|fall|melde|meldungs|policen?|versicherungs|mitglieds|referenz|projekt|ticket)';
const before = new RegExp(
  `(?:\\bfax\\p{L}*|telefax|${numbered}-? ?(?:nr\\.?|nummer)|(?<!\\p{L})(?:iban|bic|konto\\p{L}*|hrb|ust-?id\\p{L}*|sn|az|plz|aktenzeichen|geschäftszeichen|(?:unser|ihr|mein) zeichen|vorgang|ticket|police|referenz))(?: (?:lautet|ist|war|nr\\.?|nummer))?[ .:#-]*$`,
  'iu',
);

/** @param text what stands before a number: "Kundennummer ", "Az.: ", a fax. */
export const namesOtherNumber = (text: string): boolean => before.test(text.slice(-60));
