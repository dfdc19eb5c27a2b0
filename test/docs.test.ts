/** What the documents tell people to type and to click exists. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { variables } from '../infra/config.ts';
import { deploymentFlags } from '../ops/deployment.ts';
import { checks } from '../ops/doctor/checks.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const documents = [
  'README.md',
  ...['docs', 'docs/adr'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name}`),
  ),
];
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');
const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };

/** As GitHub makes them from headings. */
function anchorsOf(path: string): string[] {
  return textOf(path)
    .split('\n')
    .filter((line) => /^#{1,6} /.test(line))
    .map((line) =>
      line
        .replace(/^#+ /, '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(' ', '-'),
    );
}

describe.each(documents)('%s', (path) => {
  test('names only scripts that package.json has', () => {
    const named = [...textOf(path).matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, script = '']) => script);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });

  test('links only to files and sections that exist', () => {
    const links = [...textOf(path).matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)].map(([, to = '']) => to);
    const broken = links.filter((link) => {
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? path : join(dirname(path), file);
      if (!existsSync(join(root, target))) return true;
      return anchor !== undefined && !anchorsOf(target).includes(anchor);
    });
    expect(broken).toEqual([]);
  });
});

describe('the deploy guide', () => {
  const guide = textOf('docs/deploy.md');

  test('takes less than half an hour of work', () => {
    const minutes = [...guide.matchAll(/^## \d+\. .*\((\d+) minutes?\)$/gm)].map(([, text]) => Number(text));
    expect(minutes).toHaveLength(10);
    expect(minutes.reduce((sum, one) => sum + one, 0)).toBeLessThan(30);
  });

  test('lists every setting with its variable', () => {
    for (const flag of Object.keys(deploymentFlags)) expect(guide).toContain(`| \`--${flag}\` |`);
    for (const variable of Object.values(variables)) expect(guide).toContain(`| \`${variable}\` |`);
  });

  test('shows lines of the doctor that it really prints', () => {
    const shown = [...guide.matchAll(/^✓ (.+?) {2,}/gm)].map(([, title]) => title);
    const titles = checks.map(({ title }) => title);
    expect(shown.length).toBeGreaterThan(3);
    expect(shown.filter((title = '') => !titles.includes(title))).toEqual([]);
  });
});
