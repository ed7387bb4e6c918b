import type { ReferenceConstraint } from '#lib/record/reference-constraint.ts';
import type { ReferenceKind } from '#lib/record/reference-kind.ts';

type Side = { column: string; label: string; target: ReferenceKind };

/** Relations that administrators maintain: `from` VERB `to`. */
export type Relation = {
  dbTable: string;
  noun: string;
  plural: string;
  verb: string;
  from: Side;
  to: Side & { as?: ReferenceConstraint };
  /** IMP-1 · Open pages show results that depend on it. */
  governsPages?: true;
};

const declared = {
  'group-member': {
    dbTable: 'group_members',
    noun: 'member',
    plural: 'Members',
    verb: 'has the member',
    from: { column: 'group_id', label: 'Group', target: 'group' },
    to: { column: 'user_id', label: 'Member', target: 'user' },
  },
  'partner-relationship': {
    dbTable: 'partner_relationships',
    noun: 'partner relationship',
    plural: 'Partner relationships',
    verb: 'serves',
    from: { column: 'partner_id', label: 'Partner', target: 'account' },
    to: { column: 'served_id', label: 'Serves', target: 'account', as: 'served' },
  },
  'ci-relationship': {
    dbTable: 'ci_relationships',
    noun: 'relationship',
    plural: 'Relationships',
    verb: 'depends on',
    from: { column: 'parent_id', label: 'Parent', target: 'configuration-item' },
    to: { column: 'child_id', label: 'Depends on', target: 'configuration-item', as: 'dependency' },
    governsPages: true,
  },
} as const satisfies Record<string, Relation>;

export type RelationName = keyof typeof declared;

export const relations: Readonly<Record<RelationName, Relation>> = declared;

export const relationNames = Object.keys(declared) as RelationName[];
