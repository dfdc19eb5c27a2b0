/** Where the bill goes and where the work is are two places: the parts of one are never put together with those of the other. */
import type { FieldRole } from './field-names.ts';
import { guessRole, recogniseRole } from './field-names.ts';
import type { Answer } from './form-answer.ts';
import { has, type KnownAnswers, put, takeOpen, takeOut } from './known-answers.ts';
import { plainWords } from './plain-words.ts';

const parts = ['address', 'houseNumber', 'place', 'postcode', 'city'] as const satisfies readonly FieldRole[];
const isPart = (role: FieldRole | undefined): role is (typeof parts)[number] =>
  parts.some((part) => part === role);

const ofBill =
  /(?:^| )(?:billing|bill ?to|invoices?|invoicing|payer|rechnung\w*|rechnungs \w+|buchhaltung|facturation|facture|fatturazione)(?: |$)/;
const ofWork =
  /(?:^| )(?:service|services|site|job ?site|job|work ?site|project|property|installation|delivery|shipping|ship ?to|location|einsatz\w*|objekt\w*|projekt\w*|baustelle\w*|bauvorhaben|bauort|liefer\w*|ausfuehrung\w*|leistung\w*|montage\w*|vor ort|chantier|cantiere|intervention)(?: |$)/;

const namesOf = ({ names, label }: Answer): readonly string[] =>
  [label, ...names].map((name) => plainWords(name.slice(0, 100).replace(/([a-z])([A-Z])/g, '$1 $2')));

const isNamed =
  (shape: RegExp) =>
  (answer: Answer): boolean =>
    namesOf(answer).some((name) => shape.test(name));
const isOfBill = isNamed(ofBill);
const isOfWork = isNamed(ofWork);

/** "service_street", "Einsatzort PLZ": the part of a place behind the word for the work. */
function partOfWork(answer: Answer): (typeof parts)[number] | undefined {
  for (const name of namesOf(answer)) {
    const role = ofWork.test(name) ? recogniseRole(name.replace(ofWork, ' ').trim()) : undefined;
    if (isPart(role)) return role;
  }
  return undefined;
}

interface Places {
  readonly known: KnownAnswers;
  readonly open: Answer[];
  readonly aside: Answer[];
}

/** The place of the work counts, else the one that is not for the bill; where there is only that one, it is the customer's. */
export function setBillingPlaceAside({ known, open, aside }: Places): void {
  const taken = open.splice(0);
  for (const answer of taken) {
    const role = partOfWork(answer);
    if (role) put(known, role, answer);
    else open.push(answer);
  }
  const answers = parts.flatMap((part) => known.get(part) ?? []);
  const isBill = (answer: Answer) => isOfBill(answer) && !isOfWork(answer);
  if (answers.every(isBill)) return;
  for (const part of parts) aside.push(...takeOut(known, part, isBill));
  // What would be guessed to be a part of the other place.
  aside.push(
    ...takeOpen(open, (answer) => isBill(answer) && namesOf(answer).some((name) => isPart(guessRole(name)))),
  );
  // Of the place of the work and one without a name the first is where somebody has to go.
  if (!has(known, 'address', 'place')) return;
  const street = known.get('address') ?? [];
  if (street.some(isOfWork) && !street.every(isOfWork)) {
    for (const part of parts) {
      const both = known.get(part) ?? [];
      if (both.some(isOfWork)) aside.push(...takeOut(known, part, (answer) => !isOfWork(answer)));
    }
  }
}
