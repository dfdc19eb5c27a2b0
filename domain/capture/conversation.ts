/** Transcripts of a chat: what the bot asks is nothing that the visitor says. */

/** Who speaks for the business: programs, and what may as well be the label of a form. */
const programs =
  '[\\p{L}\\d ._-]{0,30}?(?<!\\p{L})\\(?(?:chat[ -]?)?bot\\)?|\\p{L}{0,20}bot|(?:virtuelle[rn]? |digitale[rn]? |ki-?|chat-?)?assistent(?:in)?|(?:virtual |ai |chat )?assistant|agent(?:in)?|robot';
const people = 'berater(?:in)?|operator|mitarbeiter(?:in)?|support|frage|question|domanda';
const visitors =
  '(?:web(?:site|seiten)?-?)?besucher(?:in)?|kunde|kundin|nutzer(?:in)?|user|human|visitor|visiteur|visitatore|gast|guest|client|cliente|customer|interessent(?:in)?|anfragende[rn]?|ich|sie|antwort|answer|reponse|réponse|risposta|lead';
const clock = '(?:\\d{1,4}[./-]\\d{1,2}[./-]\\d{0,4},? ?)?\\d{1,2}:\\d{2}(?::\\d{2})?(?: ?uhr)?';
const mark = new RegExp(
  `(?<=^|[\\n.!?;,] {0,3}|\\s{2}|\\p{L} )[ \\t>*_-]{0,4}(?:[\\[(]?${clock}[\\])]?[ ,:–-]{0,3})?[*_]{0,2}` +
    `(?:(${programs})|(${people})|(?:${visitors}))[*_]{0,2}(?: ?\\(?${clock}\\)?)?[*_]{0,2}` +
    '(?: ?:|(?<=(?:^|\\n)[^\\n]{1,60})[ \\t][–—-](?=[ \\t]))[*_]{0,2}',
  'giu',
);

/** Who speaks, by the name alone that stands beside his words. */
const isProgram = new RegExp(`^(?:${programs}|ai|ki|system|${people})$`, 'iu');
const isVisitor = new RegExp(`^(?:${visitors})$`, 'iu');

/** @returns `undefined`: nobody knows. */
export const speakerOf = (name: string): 'bot' | 'visitor' | undefined =>
  isProgram.test(name.trim()) ? 'bot' : isVisitor.test(name.trim()) ? 'visitor' : undefined;

interface Turn {
  readonly isAsked: boolean;
  readonly said: string;
}

/** A question and an answer at least have each a mark. */
const twoMarks = /(?::|[ \t][–—-](?=[ \t])).*(?::|[ \t][–—-](?=[ \t]))/s;

/** More is no chat. In characters. */
const maxLength = 60_000;

/** @returns the parts of a conversation, and what stood before them; `undefined`: it is none. */
function turnsOf(text: string): { readonly before: string; readonly turns: readonly Turn[] } | undefined {
  if (text.length > maxLength || !twoMarks.test(text)) return undefined;
  const marks = [...text.matchAll(mark)];
  const turns = marks.flatMap((found, at): readonly Turn[] => {
    const said = text.slice(found.index + found[0].length, marks[at + 1]?.index).trim();
    if (found[2] === undefined) return [{ isAsked: found[1] !== undefined, said }];
    // "Mitarbeiter: Huber" is a label: of a person only what he asks is a question.
    const asked = said.slice(0, said.lastIndexOf('?') + 1);
    const rest = said.slice(asked.length).trim();
    return [
      ...(asked === '' ? [] : [{ isAsked: true, said: asked }]),
      ...(rest === '' ? [] : [{ isAsked: false, said: rest }]),
    ];
  });
  const speaksForHimself = marks.some((found) => found[1] === undefined && found[2] === undefined);
  if (!speaksForHimself || !turns.some(({ isAsked }) => isAsked)) return undefined;
  return { before: text.slice(0, marks[0]?.index).trim(), turns };
}

const yes = /^(?:ja|jawohl|jep|jo|yes|yep|oui|si|sì|stimmt|genau|richtig|leider ja)(?![\p{L}])/iu;
/** Says nothing without what was asked. */
const bare =
  /^(?:ne+|nö|nein|no|nope|non|nicht|keine?|ok|okay|weiter|hallo|hi|hello|guten (?:tag|morgen|abend)|danke|(?:nein|no),? danke)[\s.!]*$/iu;

/**
 * What the visitor says in a transcript, and each question that he answers with yes.
 * @returns `undefined`: the text is no transcript.
 */
export function visitorsWords(text: string): string | undefined {
  const conversation = turnsOf(text);
  if (!conversation) return undefined;
  const { before, turns } = conversation;
  const said = turns.flatMap((turn, at) => {
    if (turn.isAsked || turn.said === '' || bare.test(turn.said)) return [];
    const asked = turns[at - 1];
    return yes.test(turn.said) && asked?.isAsked ? [`${asked.said} ${turn.said}`] : [turn.said];
  });
  const words = [before, ...said].filter((part) => part !== '').join('\n');
  return words === ''
    ? turns
        .filter(({ isAsked }) => !isAsked)
        .map((turn) => turn.said)
        .join('\n')
    : words;
}
