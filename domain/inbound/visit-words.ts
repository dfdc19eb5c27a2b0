/** How somebody says that a visit is moved or called off, in the spelling of `fold`. */

const visit =
  '(?:(?:vor[- ]?ort[- ]?)?(?:besichtigung(?:stermin)?|termin|besuch|aufmass|augenschein)|ortstermin|lokalaugenschein)';
const article = '(?:(?:den|die|der|unser(?:en|e)?|seinen?|ihren?) )?';
const between =
  '(?:(?:bitte|wieder|leider|ist|wird|wurde|hat|muss|kunden?|kundin|er|sie|vom|von|dem|der) ){0,4}';
const off =
  '(?:absagen|abgesagt|abzusagen|absage|streichen|gestrichen|stornieren|storniert|canceln|gecancelt|gecancelled|abblasen|entfallt|entfallen|ausgefallen|(?:fallt|ist) (?:aus|weg|flach|geplatzt|abgesagt)|geplatzt)';

/** That it does not take place: "Termin absagen", "Termin ist abgesagt", "Absage Termin", "sagt den Termin ab". */
export const cancelledVisitWords = [
  `${article}${visit} ${between}${off}(?: vom kunden| von der kundin)?`,
  `(?:absage|abgesagt|storno|storniert|gestrichen)(?: (?:von|der|des|vom|fur))*:? ${article}${visit}s?`,
  `(?:sagt?|sagte|blast?|blase) ${article}${visit} ab`,
  `(?:streich|storniere?|cancel)e? ${article}${visit}`,
].join('|');

/** Of a request with a visit: that visit, if an hour stands with it. */
export const movedWords =
  '(?:ver)?schieben|verschoben|verlegen|verlegt|umlegen|umbuchen|umgebucht|auf(?= [^;]{2,40} (?:ver(?:schieben|schoben|legen|legt)|umbuchen)(?![a-z0-9]))';

/** Around the date of a visit that is moved. */
export const aroundMove =
  'verschieben|verschoben|verlegen|verlegt|umlegen|umgelegt|umbuchen|umgebucht|neue?r?|bitte|lieber|stattdessen';

/** Says that something is called off. */
export const saysOff = new RegExp(`(?<![a-z])(?:${off}|sagt? .{0,40} ab)(?![a-z])`);

/** Of these a slip of one letter is mended. */
export const movedWordsToMend = ['verschieben', 'verschoben', 'schieben'];
