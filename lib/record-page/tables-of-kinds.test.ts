import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type TaskKind, taskKindNames } from '#lib/record/kind.ts';
import { kindTables } from '#lib/record/kind-table.ts';

/** The tables outside the kinds' folders to which a new kind adds its row. docs/adding-a-kind.md lists them. */
const tables = [
  'app/workspace/[kind]/[number]/parts/parts-of-kinds.ts',
  'lib/access/staff-grants.ts',
  'lib/mail-rules/rules.ts',
  'lib/testing/kinds.ts',
  'lib/record/link.ts',
  'lib/sync/rules.ts',
  'lib/kinds/definitions.ts',
  'lib/record/kind.ts',
  'lib/reactions/reactions.ts',
  'prisma/seed/open-record.ts',
  'prisma/seed/story.ts',
];

/** Files that name some kinds and need no others, with the reason. A table of all kinds does not belong here. */
const ofSomeKinds: Readonly<Record<string, string>> = {
  'components/portal/portal-live.tsx': 'lists of customers hold cases and work orders',
  'lib/access/customer-work-orders.ts': 'customers reach the tasks of their work orders',
  'lib/access/field-service.ts': 'a task of a work order is moved by whom its actions name',
  'lib/access/policy.ts': 'problems give the right to write articles; to change is a verb',
  'lib/access/references.ts': 'a field can name a problem or a change, and what is ordered',
  'lib/approval/outcome-of-round.ts': 'changes and items ask for approval',
  'lib/approval/request-approvals.ts': 'changes and items ask for approval',
  'lib/board/queries/records-of.ts': 'a board shows the problem and the change behind its case',
  'lib/dispatch/queries/unplaced.ts': 'a board of tasks, by their work orders',
  'lib/field-mapping/rules/type-fits.ts': 'a field can name a problem or a change',
  'lib/sync/synced-fields.ts': 'what administrators list of a major case: the compiler asks for its own links',
  'lib/mail-rules/notices.ts': 'who called, and who ordered',
  'lib/portal/queries/portal-approvals.ts': 'changes and items ask for approval',
  'lib/portal/queries/portal-approvers.ts': 'changes and items ask for approval',
  'lib/portal/queries/portal-orders.ts': 'work orders with their tasks, as customers read them',
  'lib/portal/queries/portal-related.ts': 'items stand under their request, articles beside their problem',
  'lib/settings/synced-names.ts': 'what administrators list of a major case',
  'lib/record/address-of-number.ts': 'customers have pages of cases and work orders',
  'lib/storeys.ts': 'rooms are called by their nouns',
  'lib/kinds/reference.ts': 'a field can name a problem or a change',
  'lib/record/reference-kind.ts': 'a field can name a problem or a change',
  'lib/record-page/would-update.ts': 'a request is cancelled, and a change generates cases',
  'lib/technician-day/queries/day-of.ts': 'tasks of a day, by their work orders',
  'lib/technician-day/queries/feed.ts': 'tasks of a calendar, by their work orders',
};

/** All kinds except cases, which every kind may name. */
const kinds = taskKindNames.filter((kind) => kind !== 'case');
const folders = taskKindNames
  .map((kind) => kind.replaceAll('_', '-'))
  .flatMap((noun) => [`lib/${noun}/`, `lib/kinds/${noun}/`, `lib/reactions/${noun}/`, `components/${noun}/`]);

/** Test files, including those that create test records, may name any kind. */
const isForTests = (file: string) => file.includes('.test.') || /^lib\/testing\/(?!kinds\.ts)/.test(file);

const naming = (kind: TaskKind) =>
  new RegExp(`'${kind}'|^\\s*${kind}:|\\b(?:from|join) ${kindTables[kind].name}\\b`, 'm');

/** The files that name two or more kinds in their code, by value, key or table. */
function filesOfSeveral(): string[] {
  return globSync(['{lib,app,components}/**/*.{ts,tsx}', 'prisma/seed/*.ts'])
    .filter((file) => !isForTests(file) && !file.includes('/generated/'))
    .filter((file) => folders.every((folder) => !file.startsWith(folder)))
    .filter((file) => {
      const code = readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
      return kinds.filter((kind) => naming(kind).test(code)).length > 1;
    })
    .toSorted();
}

it('kinds are named in tables that are known, and nowhere else', () => {
  expect(filesOfSeveral()).toEqual([...tables, ...Object.keys(ofSomeKinds)].toSorted());
});

it('docs/adding-a-kind.md lists the tables to which a new kind adds its row', () => {
  const page = readFileSync('docs/adding-a-kind.md', 'utf8');
  expect(tables.filter((file) => !page.includes(`\`${file}\``))).toEqual([]);
});
