import type { Case } from '#lib/case/definition.ts';

type Value = Partial<Case>;

/** What is copied of a major case, by the name in the list of fields. A journal is no field: what was said before is not copied (MAJ-7). */
const copied: Readonly<Record<string, (major: Case) => Value>> = {
  priority: ({ priority }) => ({ priority }),
  impact: ({ impact }) => ({ impact }),
  urgency: ({ urgency }) => ({ urgency }),
  // SYNC-MAJ-5: a new case can be opened; that a customer was asked something is never copied.
  state: ({ state }) => ({ state: state === 'open' ? 'open' : 'new' }),
  assigned_to: ({ assignedToId }) => ({ assignedToId }),
  close_notes: ({ resolutionNotes }) => ({ resolutionNotes }),
  resolution_code: ({ resolutionCode }) => ({ resolutionCode }),
  incident: ({ incidentId }) => ({ incidentId }),
  problem: ({ problemId }) => ({ problemId }),
  change_request: ({ changeId }) => ({ changeId }),
  caused_by_change: ({ causedByChangeId }) => ({ causedByChangeId }),
};

/** MAJ-5 · What every new child case has of its major case: the short description, and the fields that are listed. */
export function copiedValues(major: Case, fields: readonly string[]): Value {
  const listed = fields.map((name) => (Object.hasOwn(copied, name) ? copied[name]?.(major) : {}));
  return Object.assign({ shortDescription: major.shortDescription }, ...listed);
}
