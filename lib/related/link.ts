import type { IntegrationId } from '#lib/integration/integrations.ts';
import { Prisma } from '#lib/platform/db.ts';
import type { TaskKind } from '#lib/task/kind.ts';
import type { Variant } from './variant.ts';

/** What the menu can make. A request is ordered from the catalog; the others are Variants. */
export type Creates = Variant | 'request';

/** A tie between a case and records of another kind. */
export type Link = {
  /** The group in Related Records, and the field in history. */
  label: string;
  /** How notes and refusals begin with it: Change request CHG0030001 associated. */
  noun: string;
  /** How menus call it: Associate Change. */
  menu: string;
  /** REL-13, REL-14 · The tab of the cases on the record's page. */
  tab: string;
  kind: TaskKind;
  integration: IntegrationId;
  /** What the menu can make: item and what it is called to the command. */
  creates: readonly { variant: Creates; label: string }[];
} & (
  | { many: false; field: string; column: string }
  /** Requests, of which a case has any number: the record names the case. */
  | { many: true; field: string; table: string }
);

/** Chapter 2: the related records of a case, in the order of the section. */
export const links = {
  incident: {
    label: 'Incident',
    noun: 'Incident',
    menu: 'Incident',
    tab: 'Customer Cases',
    kind: 'incident',
    integration: 'com.sn_cs_sm',
    creates: [{ variant: 'incident', label: 'Create Incident' }],
    many: false,
    field: 'incidentId',
    column: 'incident_id',
  },
  problem: {
    label: 'Problem',
    noun: 'Problem',
    menu: 'Problem',
    tab: 'Customer Cases',
    kind: 'problem',
    integration: 'com.sn_cs_sm',
    creates: [{ variant: 'problem', label: 'Create Problem' }],
    many: false,
    field: 'problemId',
    column: 'problem_id',
  },
  change: {
    label: 'Change Request',
    noun: 'Change request',
    menu: 'Change',
    tab: 'Cases Fixed by Change',
    kind: 'change',
    integration: 'com.sn_cs_sm',
    creates: [
      { variant: 'normal', label: 'Create Normal Change' },
      { variant: 'standard', label: 'Create Standard Change' },
    ],
    many: false,
    field: 'changeId',
    column: 'change_id',
  },
  causedByChange: {
    label: 'Caused by Change',
    noun: 'Caused by change',
    menu: 'Caused by Change',
    tab: 'Cases Caused by Change',
    kind: 'change',
    integration: 'com.sn_cs_sm',
    creates: [],
    many: false,
    field: 'causedByChangeId',
    column: 'caused_by_change_id',
  },
  request: {
    label: 'Request',
    noun: 'Request',
    menu: 'Request',
    tab: 'Customer Cases',
    kind: 'request',
    integration: 'com.sn_cs_sm_request',
    creates: [{ variant: 'request', label: 'Create Request' }],
    many: true,
    field: 'caseId',
    table: 'requests',
  },
} as const satisfies Record<string, Link>;

export type LinkName = keyof typeof links;

export const linkNames = Object.keys(links) as [LinkName, ...LinkName[]];

/** The links by which a case has at most one record: columns of the case. */
export const singleLinkNames = linkNames.filter((name): name is SingleLinkName => !links[name].many);

export type SingleLinkName = Exclude<LinkName, 'request'>;

/** The links of a case that can name a record of this kind. */
export function linksTo(kind: TaskKind): LinkName[] {
  return linkNames.filter((name) => links[name].kind === kind);
}

/** The column of a link, for SQL. It comes from the table above, never from outside. */
export function columnOf(link: SingleLinkName): Prisma.Sql {
  return Prisma.raw(links[link].column);
}

/** The cases `c` that have this record by one of the links, as a condition. */
export function hasRecord(names: readonly LinkName[], recordId: string): Prisma.Sql {
  const conditions = names.map((link) => {
    if (link !== 'request') return Prisma.sql`c.${columnOf(link)} = ${recordId}::uuid`;
    return Prisma.sql`c.id = (select r.case_id from requests r where r.id = ${recordId}::uuid)`;
  });
  return Prisma.sql`(${Prisma.join(conditions, ' or ')})`;
}

/** The case `c` has the record with this id, an expression of the query around it. */
export function isTied(link: LinkName, recordId: Prisma.Sql): Prisma.Sql {
  if (link !== 'request') return Prisma.sql`c.${columnOf(link)} = ${recordId}`;
  return Prisma.sql`c.id = (select r.case_id from requests r where r.id = ${recordId})`;
}

/** The case `c` has room for another record by this link. */
export function isFree(link: LinkName): Prisma.Sql {
  return link === 'request' ? Prisma.sql`true` : Prisma.sql`c.${columnOf(link)} is null`;
}

/** SYNC-MAJ-3 · The case `c` is the child of a major case that has the same record in the same field. */
export function majorHasIt(names: readonly LinkName[], recordId: string): Prisma.Sql {
  const same = names.flatMap((link) => {
    if (link === 'request') return [];
    const column = columnOf(link);
    return [Prisma.sql`(c.${column} = ${recordId}::uuid and major.${column} = ${recordId}::uuid)`];
  });
  if (same.length === 0) return Prisma.sql`false`;
  return Prisma.sql`exists (select from cases major where major.id = c.parent_id and (${Prisma.join(same, ' or ')}))`;
}
