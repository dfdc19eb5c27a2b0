/** What runs in the page that is looked at: plain JavaScript, for the compiler of this project knows no browser. */

/** @returns what does not fit or is torn, one line each. */
export const findFaults = `(() => {
  const faults = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) faults.push('wider than the screen: ' + root.scrollWidth + ' of ' + root.clientWidth);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const torn = new Set();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { parentElement: parent } = node;
    if (!parent || !parent.checkVisibility() || parent.closest('script,style,pre,code')) continue;
    // Addresses and numbers of the web may break anywhere, and so may what no screen of a phone holds.
    for (const { 0: word, index } of node.data.matchAll(/(?<![\\\\p{L}\\\\p{N}@./:_-])\\\\p{L}{2,28}(?![\\\\p{L}\\\\p{N}@/_-])/gu)) {
      const around = node.data.slice(Math.max(0, index - 40), index + word.length + 40);
      if (/\\\\S*(@|:\\\\/\\\\/|www\\\\.)\\\\S*/.test(around)) continue;
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const lines = new Set([...range.getClientRects()].filter(({ width }) => width > 0.5).map(({ top }) => Math.round(top)));
      if (lines.size > 1) torn.add(word);
    }
  }
  for (const word of torn) faults.push('torn inside: ' + word);
  return faults;
})()`.replaceAll('\\\\', '\\');

/** @returns violations of WCAG 2.2 AA and of axe's best practice, one line each. */
export const runAxe = `axe.run(document, {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
}).then(({ violations }) => violations.map(({ id, help, nodes }) =>
  id + ': ' + help + ' (' + nodes.length + 'x, first ' + nodes[0].target.join(' ') + ')'))`;
