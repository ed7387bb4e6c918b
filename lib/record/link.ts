import type { IntegrationId } from '#lib/settings/integrations.ts';
import { type TaskKind, taskKindNames, taskKinds } from './kind.ts';

/** A link between a case and records of another kind. */
export type Link = {
  /** The group in Related Records, and the field in history. */
  label: string;
  /** The first words of notes and refusals: Change request CHG0030001 associated. */
  noun: string;
  /** The record's role for its case: linked as its incident. */
  as: string;
  /** The name in menus: Associate Change. */
  menu: string;
  /** REL-13, REL-14 · The tab with the cases on the record's page. */
  tab: string;
  kind: TaskKind;
  integration: IntegrationId;
  /** What the menu can create: the variant for the command, and its label. */
  creates: readonly { variant: string; label: string; ofIncident?: true }[];
  /** Such records are only created from a case and stay with it; they cannot be associated or removed. */
  createdOnly?: true;
  /** INC-7 · An incident has the same link, in a field of the same name; the tab with the incidents on the record's page. */
  ofIncident?: string;
  /** DASH-1 · A case waits for such a record while the record is open. */
  waits?: true;
  /**
   * PRO-1, NOT-1, IMP-1 · Such a record affects customers: its page lists them, cases are generated from it, and the customers
   * of all its cases can be written to together. They do not see its number.
   */
  hits?: true;
} /** A field of the case. */ & (
  | { many: false; field: string }
  /** A field of the record that names the case; a case may have many such records. */
  | { many: true; field: string }
);

/** The links of a case, in the order of the Related Records section. */
export const links = {
  incident: {
    label: 'Incident',
    noun: 'Incident',
    as: 'its incident',
    menu: 'Incident',
    tab: 'Customer Cases',
    kind: 'incident',
    integration: 'com.sn_cs_sm',
    creates: [{ variant: 'incident', label: 'Create Incident' }],
    many: false,
    field: 'incidentId',
    waits: true,
    hits: true,
  },
  problem: {
    label: 'Problem',
    noun: 'Problem',
    as: 'its problem',
    menu: 'Problem',
    tab: 'Customer Cases',
    kind: 'problem',
    integration: 'com.sn_cs_sm',
    creates: [{ variant: 'problem', label: 'Create Problem', ofIncident: true }],
    many: false,
    field: 'problemId',
    ofIncident: 'Incidents',
    waits: true,
    hits: true,
  },
  change: {
    label: 'Change Request',
    noun: 'Change request',
    as: 'its change request',
    menu: 'Change',
    tab: 'Cases Fixed by Change',
    kind: 'change',
    integration: 'com.sn_cs_sm',
    creates: [
      { variant: 'normal_change', label: 'Create Normal Change', ofIncident: true },
      { variant: 'standard_change', label: 'Create Standard Change' },
    ],
    many: false,
    field: 'changeId',
    ofIncident: 'Incidents Fixed by Change',
    waits: true,
    hits: true,
  },
  causedByChange: {
    label: 'Caused by Change',
    noun: 'Caused by change',
    as: 'the change that caused it',
    menu: 'Caused by Change',
    tab: 'Cases Caused by Change',
    kind: 'change',
    integration: 'com.sn_cs_sm',
    creates: [],
    many: false,
    field: 'causedByChangeId',
    ofIncident: 'Incidents Caused by Change',
  },
  request: {
    label: 'Request',
    noun: 'Request',
    as: 'its request',
    menu: 'Request',
    tab: 'Customer Cases',
    kind: 'request',
    integration: 'com.sn_cs_sm_request',
    creates: [{ variant: 'request', label: 'Create Request' }],
    many: true,
    field: 'caseId',
    waits: true,
  },
  workOrder: {
    label: 'Work Order',
    noun: 'Work order',
    as: 'its work order',
    menu: 'Work Order',
    tab: 'Customer Cases',
    kind: 'work_order',
    integration: 'com.snc.csm_fsm_integration',
    creates: [{ variant: 'work_order', label: 'Create Work Order' }],
    createdOnly: true,
    many: true,
    field: 'caseId',
    waits: true,
  },
} as const satisfies Record<string, Link>;

export type LinkName = keyof typeof links;

export const linkNames = Object.keys(links) as [LinkName, ...LinkName[]];

/** What the menu can create, by variant. */
export type Creates = (typeof links)[LinkName]['creates'][number]['variant'];

/** The links by which existing records can be associated and removed again (REL-10, REL-12). */
export type AssociableLinkName = {
  [Name in LinkName]: (typeof links)[Name] extends { createdOnly: true } ? never : Name;
}[LinkName];

export function isAssociable(link: LinkName): link is AssociableLinkName {
  return !('createdOnly' in links[link]);
}

export const associableLinkNames = linkNames.filter(isAssociable);

/** DASH-1 · The links whose records a case can wait for. */
export type WaitingLinkName = {
  [Name in LinkName]: (typeof links)[Name] extends { waits: true } ? Name : never;
}[LinkName];

export const waitingLinkNames = linkNames.filter((link): link is WaitingLinkName => 'waits' in links[link]);

export type SingleLinkName = { [Name in LinkName]: (typeof links)[Name]['many'] extends true ? never : Name }[LinkName];

/** Whether a case has at most one record of this link, in a field of the case. */
export function isSingle(link: LinkName): link is SingleLinkName {
  return !links[link].many;
}

/** The links with at most one record per case: columns of the case. */
export const singleLinkNames = linkNames.filter(isSingle);

export type ManyLinkName = Exclude<LinkName, SingleLinkName>;

/** The links with any number of records per case. */
export const manyLinkNames = linkNames.filter((link): link is ManyLinkName => !isSingle(link));

/** INC-7 · The links that an incident has too. */
export type IncidentLinkName = {
  [Name in LinkName]: (typeof links)[Name] extends { ofIncident: string } ? Name : never;
}[LinkName];

export function isOfIncident(link: LinkName): link is IncidentLinkName {
  return 'ofIncident' in links[link];
}

export const incidentLinkNames = linkNames.filter(isOfIncident) as [IncidentLinkName, ...IncidentLinkName[]];

/** The kinds that have related records. */
export type SourceKind = 'case' | 'incident';

/** The links with at most one record per source of this kind: columns of the source. */
export const singleLinksOf = (kind: SourceKind): readonly SingleLinkName[] =>
  kind === 'case' ? singleLinkNames : incidentLinkNames;

/** The links of a case to records of this kind. */
export function linksTo(kind: TaskKind): LinkName[] {
  return linkNames.filter((name) => links[name].kind === kind);
}

/** The kinds of records that a case can be linked to. */
export const linkedKinds = taskKindNames.filter((kind) => linksTo(kind).length > 0);

/** The plural noun of a link's records: incidents, problems, changes. */
export function recordsOf(link: LinkName): string {
  return taskKinds[links[link].kind].plural.toLowerCase();
}
