import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const documents = globSync(['*.md', 'docs/**/*.md']);
const textOf = (file: string) => readFileSync(file, 'utf8');
const withoutCode = (text: string) => text.replaceAll(/^ *```[\s\S]*?^ *```$/gm, '');

/** The anchor of a heading on its page. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');

/** The links of a page to missing pages, files or headings of the project. */
function deadLinks(file: string): string[] {
  return [...withoutCode(textOf(file)).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^https?:/.test(link))
    .filter((link) => {
      const [place, anchor] = link.split('#');
      const page = place ? path.join(path.dirname(file), place) : file;
      if (!existsSync(page)) return true;
      if (!anchor) return false;
      return ![...textOf(page).matchAll(/^#+ (.+)$/gm)].some(([, heading = '']) => anchorOf(heading) === anchor);
    });
}

/** The files and folders in a page's backticks that do not exist. */
function deadPaths(file: string): string[] {
  return [...withoutCode(textOf(file)).matchAll(/`((?:app|bench|components|docs|e2e|lib|prisma|scripts)\/[^`\s]*)`/g)]
    .map(([, name = '']) => name)
    .filter((name) => !existsSync(name));
}

it.each(documents)('%s leads to pages, files and folders that are there', (file) => {
  expect([...deadLinks(file), ...deadPaths(file)]).toEqual([]);
});

it('the README is read in a minute', () => {
  expect(textOf('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(90);
});

it('each decision has context, decision and consequences, and is in the list', () => {
  const list = textOf('docs/decisions/README.md');
  for (const file of globSync('docs/decisions/[0-9]*.md')) {
    expect(list, file).toContain(`](${path.basename(file)})`);
    expect(textOf(file).match(/^\*\*(Context|Decision|Consequences)\.\*\*/gm), file).toHaveLength(3);
  }
});

/** Variables that users set, without those that tests and the framework set themselves. */
const variables = ['lib/platform/env.ts', 'lib/platform/money.ts', 'scripts/settings.ts'].flatMap((file) =>
  [...textOf(file).matchAll(/\benv\.([A-Z][A-Z_]+)\b/g)].map(([, name = '']) => name),
);

it.each([...new Set(variables)])('%s is explained for operators, and is in .env.example', (name) => {
  expect(textOf('docs/self-hosting.md')).toContain(`\`${name}\``);
  expect(textOf('.env.example')).toMatch(new RegExp(`^# ${name}=`, 'm'));
});

it('each command of package.json that people call is explained', () => {
  const { scripts } = JSON.parse(textOf('package.json'));
  const pages = documents.map(textOf).join('\n');
  const names = Object.keys(scripts).map((name) =>
    name === 'start' || name === 'test' ? `npm ${name}` : `npm run ${name}`,
  );
  expect(names.filter((name) => !pages.includes(name))).toEqual([]);
});

it('.env.example names nothing that is not read', () => {
  const names = [...textOf('.env.example').matchAll(/^# ([A-Z][A-Z_\d]+)=/gm)].map(([, name = '']) => name);
  const code = globSync(['{lib,scripts,prisma}/**/*.ts', '*.ts'], { exclude: ['**/generated/**'] })
    .map(textOf)
    .join('\n');
  expect(names.filter((name) => !code.includes(name))).toEqual([]);
});
