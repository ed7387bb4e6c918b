import { isBlank } from '#lib/platform/visible-text.ts';
import type { WaitingLinkName } from '#lib/record/link.ts';

/** A related record of a case, with the fields that resolution codes read. */
export type RelatedEnd = {
  number: string;
  state: string;
  stateLabel: string;
  values: Readonly<Record<string, string | null>>;
};

/** The related records of a case, by link. */
export type RelatedOutcome = Readonly<Partial<Record<WaitingLinkName, readonly RelatedEnd[]>>>;

export type Check = {
  link: WaitingLinkName;
  /** The fields of the record that the check reads. */
  reads: readonly string[];
  holds: (record: RelatedEnd) => boolean;
  claim: string;
  notes: (record: RelatedEnd) => string;
};

const over = ({ state }: RelatedEnd) => state === 'resolved' || state === 'closed';
const text = ({ values }: RelatedEnd, field: string) => values[field] ?? '';

/** CASE-6 · The five codes that refer to a related record: when they are true, and the notes they suggest. */
export const checks: Readonly<Record<string, Check>> = {
  fixed_by_incident: {
    link: 'incident',
    reads: ['resolutionNotes'],
    claim: 'the incident of the case is Resolved or Closed',
    holds: over,
    notes: (incident) => text(incident, 'resolutionNotes'),
  },
  fixed_by_problem: {
    link: 'problem',
    reads: ['resolutionCode', 'fixNotes'],
    claim: 'the problem of the case is Resolved or Closed with Fix Applied',
    holds: (problem) => over(problem) && problem.values.resolutionCode === 'fix_applied',
    notes: (problem) => text(problem, 'fixNotes'),
  },
  fixed_by_change: {
    link: 'change',
    reads: ['closeCode', 'closeNotes'],
    claim: 'the change of the case is Closed and was not unsuccessful',
    holds: ({ state, values }) => state === 'closed' && values.closeCode !== 'unsuccessful',
    notes: (change) => text(change, 'closeNotes'),
  },
  request_complete: {
    link: 'request',
    reads: [],
    claim: 'a request of the case is Closed Complete',
    holds: ({ state }) => state === 'closed_complete',
    notes: ({ number }) => `${number} is complete.`,
  },
  workaround_by_problem: {
    link: 'problem',
    reads: ['workaround'],
    claim: 'the case has an open problem with a workaround',
    holds: (problem) => !over(problem) && !isBlank(text(problem, 'workaround')),
    notes: (problem) => text(problem, 'workaround'),
  },
};

/** The links that codes refer to, each with the fields that the codes read. */
export const linksOfCodes = Map.groupBy(Object.values(checks), ({ link }) => link)
  .entries()
  .map(([link, own]) => ({ link, reads: own.flatMap(({ reads }) => reads) }))
  .toArray();
