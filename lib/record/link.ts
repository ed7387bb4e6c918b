import type { IntegrationId } from '#lib/settings/integrations.ts';
import { type TaskKind, taskKindNames, taskKinds } from './kind.ts';

/** A tie between a case and records of another kind. */
export type Link = {
  /** The group in Related Records, and the field in history. */
  label: string;
  /** How notes and refusals begin with it: Change request CHG0030001 associated. */
  noun: string;
  /** What the record is to its case: linked as its incident. */
  as: string;
  /** How menus call it: Associate Change. */
  menu: string;
  /** REL-13, REL-14 · The tab of the cases on the record's page. */
  tab: string;
  kind: TaskKind;
  integration: IntegrationId;
  /** What the menu can make: item and what it is called to the command. */
  creates: readonly { variant: string; label: string; ofIncident?: true }[];
  /** Records are made from the case, of which a rule tells it, and stay with it: none is associated, none removed. */
  createdOnly?: true;
  /** INC-7 · An incident has such a record too, in a field of the same name: the tab of the incidents on the record's page. */
  ofIncident?: string;
  /** DASH-1 · A case waits on such a record while it is worked on. */
  waits?: true;
  /**
   * PRO-1, NOT-1, IMP-1 · Such a record hits customers: its page says whom, cases are generated of it, and the customers of all
   * its cases are written to at once. They do not see it by number.
   */
  hits?: true;
} /** A field of the case. */ & (
  | { many: false; field: string }
  /** A field of the record that names the case, which has any number of such records. */
  | { many: true; field: string }
);

/** The related records of a case, in the order of the section. */
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

/** What the menu can make, by its name to the command. */
export type Creates = (typeof links)[LinkName]['creates'][number]['variant'];

/** By this link records that are there already can be associated, and removed again (REL-10, REL-12). */
export type AssociableLinkName = {
  [Name in LinkName]: (typeof links)[Name] extends { createdOnly: true } ? never : Name;
}[LinkName];

export function isAssociable(link: LinkName): link is AssociableLinkName {
  return !('createdOnly' in links[link]);
}

export const associableLinkNames = linkNames.filter(isAssociable);

/** DASH-1 · By this link a case can wait on a record. */
export type WaitingLinkName = {
  [Name in LinkName]: (typeof links)[Name] extends { waits: true } ? Name : never;
}[LinkName];

export const waitingLinkNames = linkNames.filter((link): link is WaitingLinkName => 'waits' in links[link]);

export type SingleLinkName = { [Name in LinkName]: (typeof links)[Name]['many'] extends true ? never : Name }[LinkName];

/** By this link a case has at most one record, in a field of its own. */
export function isSingle(link: LinkName): link is SingleLinkName {
  return !links[link].many;
}

/** The links by which a case has at most one record: columns of the case. */
export const singleLinkNames = linkNames.filter(isSingle);

export type ManyLinkName = Exclude<LinkName, SingleLinkName>;

/** The links by which a case has any number of records. */
export const manyLinkNames = linkNames.filter((link): link is ManyLinkName => !isSingle(link));

/** INC-7 · By this link an incident has a record too. */
export type IncidentLinkName = {
  [Name in LinkName]: (typeof links)[Name] extends { ofIncident: string } ? Name : never;
}[LinkName];

export function isOfIncident(link: LinkName): link is IncidentLinkName {
  return 'ofIncident' in links[link];
}

export const incidentLinkNames = linkNames.filter(isOfIncident) as [IncidentLinkName, ...IncidentLinkName[]];

/** What has related records. */
export type SourceKind = 'case' | 'incident';

/** The links by which one of this kind has at most one record: columns of its own. */
export const singleLinksOf = (kind: SourceKind): readonly SingleLinkName[] =>
  kind === 'case' ? singleLinkNames : incidentLinkNames;

/** The links of a case that can name a record of this kind. */
export function linksTo(kind: TaskKind): LinkName[] {
  return linkNames.filter((name) => links[name].kind === kind);
}

/** The kinds of records that a case can have. */
export const linkedKinds = taskKindNames.filter((kind) => linksTo(kind).length > 0);

/** How one speaks of the records that a link ties: incidents, problems, changes. */
export function recordsOf(link: LinkName): string {
  return taskKinds[links[link].kind].plural.toLowerCase();
}
