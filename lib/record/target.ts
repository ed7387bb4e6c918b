import type { LinkName, ManyLinkName, SingleLinkName } from './link.ts';

/** Where an effect goes, seen from the record that it comes from. */
export type Target =
  /** Every open case that has the record in one of these fields, but no child whose major case has it too (SYNC-MAJ-3); `withChildren`: those as well, while major cases are off. */
  | { to: 'cases'; links: readonly LinkName[]; withChildren?: true }
  /** The open case that the record was created from, also while it is being written. */
  | { to: 'its case'; link: ManyLinkName }
  /** The record that the case, or else its major case, has in this field. */
  | { to: 'record'; link: SingleLinkName }
  /** The open incidents of the problem. */
  | { to: 'incidents of the problem' }
  /** The proactive cases of the incident that are neither resolved nor over and belong to no major case, nor are one. */
  | { to: 'proactive cases' }
  /** The children of the major case that are neither resolved nor over. */
  | { to: 'child cases' }
  /** The accepted major cases that have the record in one of these fields. */
  | { to: 'major case'; links: readonly SingleLinkName[] }
  /** The open children of such a major case that have this record in the field, or none. */
  | { to: 'children of its major case'; link: SingleLinkName }
  /** SYNC-MAJ-3 · The open children that have the record in one of these fields, as their major case has. */
  | { to: 'children that share it'; links: readonly SingleLinkName[] }
  /** The record itself, where an accepted major case has it in this field. */
  | { to: 'itself'; link: SingleLinkName };

/** Every case that has the record in one of these fields. */
export const casesOf = (...links: LinkName[]): Target => ({ to: 'cases', links });

/** The record that the case has in this field. */
export const recordOf = (link: SingleLinkName): Target => ({ to: 'record', link });

/** The major case that has the record in one of these fields. */
export const majorCaseOf = (...links: SingleLinkName[]): Target => ({ to: 'major case', links });

/** The open children of the major case that has the record in this field. */
export const childrenOf = (link: SingleLinkName): Target => ({ to: 'children of its major case', link });

/** Targets that are written together. */
export type Stage = readonly Target['to'][];

/**
 * SYNC-000 · The order in which targets are written: related records first, then all cases together, major ones first, by
 * their ids.
 * What an earlier stage writes can trigger rules of a later one, never the other way round.
 */
export const stages: readonly Stage[] = [
  ['record'],
  ['incidents of the problem'],
  ['itself'],
  [
    'major case',
    'cases',
    'its case',
    'child cases',
    'proactive cases',
    'children of its major case',
    'children that share it',
  ],
];

/** SYNC-3 · Whether what is written there counts as cases updated: the record that a case's words are copied to does not. */
export const countsAsUpdated = (stage: Stage): boolean => !stage.includes('record') && !stage.includes('itself');

/** SYNC-MAJ-1 · Whether what goes there is written by a major case into its children. */
export const writesChildren = ({ target }: { target: Target }): boolean => target.to === 'child cases';
