import type { ReferenceKind } from '#lib/task/reference.ts';

type Side = { column: string; label: string; target: ReferenceKind };

/** What administrators relate to each other: `from` VERB `to`. */
export type Pair = { table: string; noun: string; plural: string; verb: string; from: Side; to: Side };

const table = {
  'group-member': {
    table: 'group_members',
    noun: 'member',
    plural: 'Members',
    verb: 'has the member',
    from: { column: 'group_id', label: 'Group', target: 'group' },
    to: { column: 'user_id', label: 'Member', target: 'user' },
  },
  'partner-relationship': {
    table: 'partner_relationships',
    noun: 'partner relationship',
    plural: 'Partner relationships',
    verb: 'serves',
    from: { column: 'partner_id', label: 'Partner', target: 'account' },
    to: { column: 'served_id', label: 'Serves', target: 'account' },
  },
  'ci-relationship': {
    table: 'ci_relationships',
    noun: 'relationship',
    plural: 'Relationships',
    verb: 'depends on',
    from: { column: 'parent_id', label: 'Parent', target: 'configuration-item' },
    to: { column: 'child_id', label: 'Depends on', target: 'configuration-item' },
  },
} as const satisfies Record<string, Pair>;

export type PairName = keyof typeof table;

export const pairs: Readonly<Record<PairName, Pair>> = table;

export const pairNames = Object.keys(table) as PairName[];
