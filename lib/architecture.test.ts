import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { roleNames } from '#lib/access/roles.ts';
import { limits } from '#lib/door/limits.ts';
import { slotNeeded } from '#lib/door/slot-needed.ts';
import { files, importsOf, product, textOf } from '#lib/testing/source-files.ts';

const directive = (file: string, name: string) => new RegExp(`^\\s*['"]${name}['"]`, 'm').test(textOf(file));

const isRule = (file: string) => /^lib\/.*(\/rules\/[^/]+|\/(states|verbs|choices|rules))\.ts$/.test(file);

/** Routes open to anybody, and why. All others are created by `route()`. */
const openRoutes: Readonly<Record<string, string>> = {
  'app/api/calendar/[secret]/route.ts': 'calendars show a secret in the address, and without it there is nothing',
  'app/api/health/route.ts': 'load balancers ask, and learn nothing but that the process lives',
  'app/api/metrics/route.ts': 'monitors have a token of their own, and without it there is nothing',
  'app/api/ready/route.ts': 'load balancers ask, and learn nothing but whether it can serve',
};
/** Parts of a record that both workspace and portal pages use. */
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
    who: 'pages and components',
    files: (file) => /^(app|components)\//.test(file) && file !== 'components/ui/link.tsx',
    never: /^next\/link/,
    because: 'a link asks for its page when it is followed: components/ui/link.tsx',
  },
  {
    who: 'pages and components',
    files: (file) => /^(app|components)\//.test(file) && !file.endsWith('.test.ts'),
    never: /^lucide-react/,
    because: 'icons come from one sprite, sent once: components/ui/icon.tsx',
  },
  {
    who: 'rules, states and verbs',
    files: isRule,
    never: /^(next|react|pg|node:|@prisma|lib\/platform\/(db|clock|transaction)\.ts|lib\/platform\/generated)/,
    because: 'a rule is a pure function: what time it is and what is stored, it is told',
  },
  {
    who: 'values outside',
    files: (file) => /^lib\/external\/(values|csv)\.ts$/.test(file),
    never:
      /^(next|react|pg|node:|@prisma)|\/(commands|queries)\/|definitions\.ts$|lib\/platform\/(db|clock|transaction)\.ts/,
    because: 'forms, imports and exports ask the same what a text means, with no database beside them',
  },
  {
    who: 'commands',
    files: (file) => /^lib\/.*\/commands\//.test(file),
    never: /^next(\/|$)|^next-auth|^react/,
    because: 'a command knows no cookies, no forms and no redirects',
  },
  {
    who: 'definitions of kinds',
    files: (file) => /^lib\/kinds\/[^/]+\/(definition|states|fields)\.ts$/.test(file),
    never:
      /^lib\/platform\/(db|generated)|\/commands\/|\/queries|^lib\/(write|engine|reactions)\/|^lib\/kinds\/definitions/,
    because: 'a kind is data and pure rules: what follows from a change is a row of a table',
  },
  {
    who: 'all but the command',
    files: (file) => file.startsWith('lib/') && file !== 'lib/engine/command.ts',
    never: /^lib\/(reactions\/reactions|engine\/conclude|mail-rules\/outbox|inbox\/deliver)\.ts$/,
    because: 'the phases of a command stand in one place',
  },
  {
    who: 'synchronisation',
    files: (file) => file.startsWith('lib/sync/'),
    never: /^lib\/(mail-rules|inbox)\//,
    because: 'who hears of a change by mail or in the inbox is the next phase, and none of its business',
  },
  {
    who: 'locks and writes of records',
    files: (file) => /^lib\/write\/(lock|write-|create-records|decide-)/.test(file),
    never: /^lib\/(sync|mail-rules|inbox|related)\//,
    because: 'what an update reaches elsewhere is asked by who carries it there',
  },
  {
    who: 'queries',
    files: (file) => /^lib\/.*(\/queries\/|\/queries\.ts$)/.test(file),
    never: /\/commands\/|write\/(write-updates|create-records)\.ts$/,
    because: 'what reads does not write',
  },
  {
    who: 'formatters of the audit log',
    files: (file) => /^lib\/(audit\/formatter|audit-log\/formatters|.*-formatters?)\.ts$/.test(file),
    never: /^lib\/platform\/(db|clock|transaction|generated)|\/commands\/|-setting\.ts$/,
    because:
      'what an entry looks like follows from its value and from the labels and names of today, and undoes nothing',
  },
  {
    who: 'settings',
    files: (file) => /^lib\/.*-setting\.ts$/.test(file),
    never: /-formatters?\.ts$|^lib\/(audit\/formatter|audit-log\/(formatters|describe))\.ts$/,
    because: 'a value is undone as it was logged, never read back from what people are shown',
  },
  {
    who: 'what customers read',
    files: (file) => file.startsWith('lib/portal/'),
    never: /^lib\/(?!portal\/)(list\/|.*(\/queries\/|\/queries\.ts$|record-view))/,
    because: 'the portal has queries of its own, and filters none of the workspace’s',
  },
  {
    who: 'everything but the door',
    files: (file) => !file.startsWith('lib/door/'),
    never: /^lib\/platform\/action-result\.ts$/,
    because: 'what is malformed or refused becomes a message in one place',
  },
  {
    who: 'commands, queries and rules',
    files: (file) => isRule(file) || /^lib\/.*(\/(commands|queries)\/|\/queries\.ts$)/.test(file),
    never: /^lib\/door\//,
    because: 'what is done does not depend on the way that somebody came in',
  },
  {
    who: 'routes',
    files: (file) => /^app\/.*\/route\.ts$/.test(file) && !(file in openRoutes),
    never: /^lib\/(session\/|platform\/(action-result|env)\.ts|access\/audit-refusal\.ts)|^next\/headers/,
    because: 'who asks, and what a refusal becomes, is the business of the door',
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

  it('the browser gets no server module, not even indirectly', () => {
    const server =
      /^(pg|node:|@prisma|next\/headers|next\/cache|graphile-worker|lib\/platform\/(db|env)\.ts|lib\/platform\/generated)/;
    const ways = new Map<string, string>();
    const look = (file: string, way: string) => {
      if (ways.has(file) || directive(file, 'use server')) return;
      ways.set(file, way);
      for (const { of, onlyTypes } of importsOf(file)) if (!onlyTypes) look(of, `${way} > ${of}`);
    };
    for (const file of product.filter((each) => directive(each, 'use client'))) look(file, file);
    expect([...ways].filter(([file]) => server.test(file)).map(([, way]) => way)).toEqual([]);
  });

  it('components never query the database', () => {
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

  it('Q-19 · Markdown is rendered in turns: no text is so long that others wait for it', () => {
    const rendering = product.filter((file) => /\bmarkdownToHtml\b/.test(textOf(file)));
    expect(rendering).toEqual(['lib/text/markdown-in-turns.ts', 'lib/text/markdown.ts']);
    const atOnce = product.filter((file) => /(markdown|parserOf\(piece\))\.render\(/.test(textOf(file)));
    expect(atOnce).toEqual(['lib/knowledge/article-html.ts', 'lib/text/markdown.ts']);
    expect(textOf('lib/knowledge/article-html.ts')).toMatch(/renderInTurns\(text, \(piece\) => .*\.render\(piece/);
  });

  it('rules get the time as an argument', () => {
    const clocks = product.filter(
      (file) => isRule(file) && /new Date\(\)|Date\.now\(|Math\.random\(/.test(textOf(file)),
    );
    expect(clocks).toEqual([]);
  });

  it('run-time imports have no cycle', () => {
    const done = new Set<string>();
    const circles: string[] = [];
    const look = (file: string, way: readonly string[]) => {
      if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' > '));
      if (done.has(file) || way.includes(file)) return;
      for (const { of, onlyTypes } of importsOf(file)) if (!onlyTypes) look(of, [...way, file]);
      done.add(file);
    };
    for (const file of product) look(file, []);
    expect(circles).toEqual([]);
  });

  it('only lib/external reads external names of fields and choices', () => {
    const asks = /(?<!\btaskKinds\[\w+\])\.(external|alsoAccepts|alsoCalled)\b/;
    const asking = product.filter((file) => asks.test(textOf(file)));
    expect(asking.length).toBeGreaterThan(0);
    expect(asking.filter((file) => !file.startsWith('lib/external/'))).toEqual([]);
  });

  it('every import exists', () => {
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

/** Files outside lib/access that may name a role, and why. */
const mayNameRoles: Readonly<Record<string, string>> = {
  'lib/sign-in/first-administrator.ts': 'ACC-9 gives the first one the role',
  'lib/session/locks.ts': 'ADM-6 counts who is left with it',
  'components/admin/role-table.tsx': 'ADM-6 says in words what it contains',
};

describe('the audit log', () => {
  it('ADM-12 · is written in one place', () => {
    const writing = product.filter((file) =>
      /\.auditEntry\.(create|update|delete|upsert)|into audit_entries/.test(textOf(file)),
    );
    expect(writing).toEqual(['lib/audit/record.ts']);
  });
});
/** Files outside lib/access that may check an actor's kind, and why that decides no permission. */
const mayAskKinds: Readonly<Record<string, string>> = {
  'lib/platform/actor.ts': 'says what the kinds are',
  'lib/session/actors.ts': 'makes an actor of the row of a user',
  'lib/write/check-values.ts': 'imports, which act as the product, bring choices of their own along',
  'lib/record/event.ts': 'an event says who spoke: staff, a customer or the product',
};

/** The arguments of a call, with their parentheses. */
function argumentsAt(text: string, start: number): string {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')' && --depth === 0) return text.slice(start, at + 1);
  }
  return '';
}

/** The module that a name is imported from; empty for a local name. */
const originOf = (text: string, name: string): string =>
  new RegExp(`^import \\{[^}]*\\b${name}\\b[^}]*\\} from '([^']+)'`, 'm').exec(text)?.[1] ?? '';

describe('access', () => {
  const outside = product.filter((file) => !file.startsWith('lib/access/'));

  it('ACC-6 · only lib/access knows the permissions of roles', () => {
    const asked = outside.filter((file) => /\.roles\.has\(/.test(textOf(file)));
    expect(asked).toEqual([]);
    const literals = roleNames.map((name) => `['"\`]${name.replaceAll('.', '\\.')}['"\`]`).join('|');
    const naming = outside.filter((file) => new RegExp(literals).test(textOf(file)));
    expect(naming.filter((file) => !(file in mayNameRoles))).toEqual([]);
    expect(Object.keys(mayNameRoles).filter((file) => !naming.includes(file))).toEqual([]);
  });

  it('ACC-5 · permission is checked before any rule', () => {
    const mixed = outside.flatMap((file) => {
      const text = textOf(file);
      return [...text.matchAll(/\benforce\(/g)].flatMap(({ index }) => {
        const asked = argumentsAt(text, index + 'enforce'.length);
        const from = [...asked.matchAll(/\b(\w+)\(/g)].map(([, name = '']) => originOf(text, name));
        const isMixed =
          from.some((path) => path.includes('lib/access/')) && from.some((path) => path.includes('/rules/'));
        return isMixed ? [`${file}: enforce${asked}`] : [];
      });
    });
    expect(mixed).toEqual([]);
  });

  it('ACC-6 · only lib/access decides by the kind of an actor', () => {
    const asks = /\bis(Customer|Staff)\(|\bactor\??\.kind\b|\.kind [!=]== '(staff|contact|consumer|system)'/;
    const asking = outside.filter((file) => asks.test(textOf(file)));
    expect(asking).toEqual(Object.keys(mayAskKinds).sort());
  });

  it('POR-3 · no query of the portal reads internal data', () => {
    const internal = /work_note|assign(ed|ment)_|field_changes|mails|task_watchers|(incident|problem|change|parent)_id/;
    const portal = product.filter((file) => file.startsWith('lib/portal/'));
    expect(portal.filter((file) => internal.test(textOf(file)))).toEqual([]);
  });

  it('ACC-5 · every page of the workspace and of administration checks the session', () => {
    const pages = product.filter((file) => /^app\/(workspace|admin|portal)\/.*page\.tsx$/.test(file));
    expect(pages.length).toBeGreaterThan(0);
    // Or shows nothing and redirects to a page that checks.
    const asks =
      /\b(currentActor|requireActor|currentSession|requireSession|requireCustomerSession|portalPage|requireAdministrator|requireAuthor|requireMapEditor|redirect)\(/;
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
  });

  it('ACC-5 · are in files called actions.ts, and each is a door', () => {
    expect(doors).toEqual(product.filter((file) => file.startsWith('lib/') && path.basename(file) === 'actions.ts'));
  });

  it('ACC-5 · nothing else is exported there, and everything is created by action, openAction or portalAction', () => {
    const made = /^export const \w+Action = (action|openAction|portalAction)\(/;
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

  it('ACC-5 · the actions without a permission are those for sign-in', () => {
    const open = exported.filter(({ value }) => (value as { permission: string }).permission === 'public');
    expect(open.map(({ name }) => name).sort()).toEqual([
      'forgotPasswordAction',
      'setPasswordAction',
      'setUpAction',
      'signInAction',
      'signOutAction',
    ]);
  });

  it.each([
    ['the permission matrix', ['matrix', 'kinds', 'administration']],
    ['the matrix of customers', ['customers', 'administration']],
  ])('ACC-2 · %s walks through every one that is not one’s own', (_what, tests) => {
    const named = tests.map((name) => textOf(`lib/access/${name}.db.test.ts`)).join();
    // Shared attempts count for the tests that call them.
    const shared = textOf('lib/testing/attempts.ts').split(/(?=^export const )/m);
    const called = shared.filter((text) => named.includes(`${/^export const (\w+)/.exec(text)?.[1]}(`));
    // Recipients lists have their own matrix with one list of calls, which covers every role, including customers.
    const matrix = [named, ...called, textOf('lib/testing/list-calls.ts')].join();
    const own = [
      'profile.edit',
      'view.save',
      'reply-template.save',
      'home.see',
      'inbox.read',
      'text.preview',
      'public',
    ];
    const left = exported.filter(
      ({ name, value }) => !own.includes((value as { permission: string }).permission) && !matrix.includes(`${name}(`),
    );
    expect(left.map(({ file, name }) => `${file}: ${name}`)).toEqual([]);
  });
});

describe('routes', () => {
  const doors = product.filter((file) => /^app\/(.*\/)?route\.tsx?$/.test(file) && !(file in openRoutes));
  const modules = import.meta.glob('../app/**/route.ts');
  const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

  it('ACC-5 · the public ones exist', () => {
    expect(Object.keys(openRoutes).filter((file) => !product.includes(file))).toEqual([]);
  });

  it('ACC-5 · every method is created by route(), and nothing else is exported except framework settings', () => {
    expect(doors.length).toBeGreaterThan(5);
    const made = new RegExp(
      `^export const (${METHODS.join('|')}) = route\\(|^export const dynamic = 'force-dynamic';$`,
    );
    const others = doors.flatMap((file) =>
      [...textOf(file).matchAll(/^export .*$/gm)]
        .filter(([line]) => !made.test(line))
        .map(([line]) => `${file}: ${line}`),
    );
    expect(others).toEqual([]);
  });

  it('ACC-5, ACC-12 · each names its permission and its limit', async () => {
    for (const file of doors) {
      const exported = Object.entries((await modules[`../${file}`]?.()) as Record<string, unknown>);
      const methods = exported.filter(([name]) => METHODS.includes(name));
      expect(methods.length, file).toBeGreaterThan(0);
      for (const [name, route] of methods) {
        expect(route, `${file}: ${name}`).toHaveProperty('permission', expect.stringMatching(/^[a-z][a-z.-]+$/));
        expect(Object.keys(limits), `${file}: ${name}`).toContain((route as { limit: string }).limit);
      }
    }
  });

  it('ACC-12 · each takes a request slot of its user, for data or files, except connections that stay open and session checks', async () => {
    for (const file of doors) {
      const url = `/${path
        .dirname(file)
        .replace(/^app\//, '')
        .replaceAll(/\[\w+\]/g, 'x')}`;
      const exported = Object.entries((await modules[`../${file}`]?.()) as Record<string, unknown>);
      for (const [name, route] of exported.filter(([each]) => METHODS.includes(each))) {
        const { limit } = route as { limit: string };
        const holds = ['stream', 'export', 'session'].includes(limit);
        const turn = ['upload', 'download'].includes(limit) ? 'file' : holds ? null : 'data';
        expect(slotNeeded({ url, headers: {} }), `${file}: ${name}`).toBe(turn);
      }
    }
  });
});

describe('the headers of answers', () => {
  it('Q-15 · are set in one place; a page adds its policy, an attachment its fixed one', () => {
    const policies = product.filter((file) =>
      /['"](strict-transport|content)-security(-policy)?['"]/.test(textOf(file)),
    );
    expect(policies).toEqual(['app/api/attachments/[id]/route.ts', 'lib/door/answer-headers.ts', 'proxy.ts']);
    const ofConfig = [...textOf('next.config.ts').matchAll(/\bkey: '([^']+)', value: /g)].map(([, name]) => name);
    expect(ofConfig).toEqual(['accept-encoding', 'content-encoding', 'content-type']);
  });
});

describe('the queue', () => {
  it('ACC-5 · jobs are queued with enqueue(), which knows their shape and number of tries', () => {
    const queueing = product.filter((file) => /graphile_worker\.add_jobs?\b|\baddJobs?\(/.test(textOf(file)));
    expect(queueing).toEqual(['lib/queue/enqueue.ts']);
  });
});

describe('the log', () => {
  it('is JSON lines with the request that they belong to: nothing writes to the console', () => {
    expect(product.filter((file) => /\bconsole\.\w+\(/.test(textOf(file)))).toEqual([]);
  });
});

/** Maximum file lengths in lines; the first matching row applies. */
const sizes: readonly [what: string, files: RegExp, lines: number][] = [
  ['tests', /\.test\./, 600],
  ['rules', /^lib\/.*\/rules\//, 80],
  ['the table of synchronisation', /^lib\/sync\/rules\.ts$/, 600],
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

  it('no names that a stranger would have to guess', () => {
    const guessed =
      /\b(Wish|wished|Asked|Found|Oracle|reachOf|isForeign|wordsOfVerb|tellingChanges|settleByWords|mayBecome|KeptValue|asKept|giveUp)\b(?! [a-z])/;
    const code = (file: string) => textOf(file).replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*|'[^'\n]*'|`[^`]*`|>[^<>{}]*</g, '');
    expect(product.filter((file) => guessed.test(code(file)))).toEqual([]);
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
