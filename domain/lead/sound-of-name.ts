/** Names that sound alike are written in many ways: Meier, Mayer, Maier. */

/**
 * A code that names of the same sound share (Kölner Phonetik, H. J. Postel 1969), digits only; empty for what has no sound.
 * @param name folded: lower case, no umlauts or accents.
 */
export function soundOf(name: string): string {
  const letters = name.replace(/ph/g, 'f').replace(/[^a-z]/g, '');
  let code = '';
  for (let at = 0; at < letters.length; at++) {
    code += codeOf(letters[at] ?? '', letters[at - 1], letters[at + 1]);
  }
  const single = code.replace(/(\d)\1+/g, '$1');
  return single.slice(0, 1) + single.slice(1).replaceAll('0', '');
}

const fixed: Readonly<Record<string, string>> = {
  ...each('aeijouy', '0'),
  ...each('bp', '1'),
  ...each('fvw', '3'),
  ...each('gkq', '4'),
  l: '5',
  ...each('mn', '6'),
  r: '7',
  ...each('sz', '8'),
};

function each(letters: string, code: string): Record<string, string> {
  return Object.fromEntries([...letters].map((letter) => [letter, code]));
}

function codeOf(letter: string, before: string | undefined, after: string | undefined): string {
  const isBefore = (letters: string) => after !== undefined && letters.includes(after);
  const isAfter = (letters: string) => before !== undefined && letters.includes(before);
  switch (letter) {
    case 'd':
    case 't':
      return isBefore('csz') ? '8' : '2';
    case 'c':
      if (before === undefined) return isBefore('ahkloqrux') ? '4' : '8';
      return isBefore('ahkoqux') && !isAfter('sz') ? '4' : '8';
    case 'x':
      return isAfter('ckq') ? '8' : '48';
    default:
      return fixed[letter] ?? '';
  }
}
