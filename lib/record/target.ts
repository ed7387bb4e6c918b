import type { LinkName, ManyLinkName, SingleLinkName } from './link.ts';

/** The target of an effect, relative to the record that causes it. */
export type Target =
  /** Open cases of the record; children whose major case has it too only `withChildren`, with major cases off (SYNC-MAJ-3). */
  | { to: 'cases'; links: readonly LinkName[]; withChildren?: true }
  /** The open case that the record was created from, also while the record is being written. */
  | { to: 'its case'; link: ManyLinkName }
  /** The record in this field of the case, or else of its major case. */
  | { to: 'record'; link: SingleLinkName }
  /** The open incidents of the problem. */
  | { to: 'incidents of the problem' }
  /** The proactive cases of the incident that are open and neither belong to a major case nor are one. */
  | { to: 'proactive cases' }
  /** The open children of the major case. */
  | { to: 'child cases' }
  /** The accepted major cases that are linked to the record by one of these fields. */
  | { to: 'major case'; links: readonly SingleLinkName[] }
  /** The open children of such a major case whose field has this record or is empty. */
  | { to: 'children of its major case'; link: SingleLinkName }
  /** SYNC-MAJ-3 · The open children that are linked to the record by the same field as their major case. */
  | { to: 'children that share it'; links: readonly SingleLinkName[] }
  /** The record itself, if an accepted major case is linked to it by this field. */
  | { to: 'itself'; link: SingleLinkName };

/** Every case that is linked to the record by one of these fields. */
export const casesOf = (...links: LinkName[]): Target => ({ to: 'cases', links });

/** The record in this field of the case. */
export const recordOf = (link: SingleLinkName): Target => ({ to: 'record', link });

/** The major case that is linked to the record by one of these fields. */
export const majorCaseOf = (...links: SingleLinkName[]): Target => ({ to: 'major case', links });

/** The open children of the major case that is linked to the record by this field. */
export const childrenOf = (link: SingleLinkName): Target => ({ to: 'children of its major case', link });

/** Targets that are written together. */
export type Stage = readonly Target['to'][];

/**
 * SYNC-000 · The order in which targets are written: related records first, then all cases together, major cases first, by id.
 * A write of an earlier stage can trigger rules of a later stage, never the other way round.
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

/** SYNC-3 · Whether a write there counts as an updated case; a related record that gets a copy of a comment does not. */
export const countsAsUpdated = (stage: Stage): boolean => !stage.includes('record') && !stage.includes('itself');

/** SYNC-MAJ-1 · Whether a major case writes this effect into its children. */
export const writesChildren = ({ target }: { target: Target }): boolean => target.to === 'child cases';
