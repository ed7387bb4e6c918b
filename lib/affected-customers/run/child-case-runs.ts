import type { RunKind } from '#lib/run/run-kind.ts';
import { type ChildCaseRun, childCaseTable, lockChildCaseRun } from './child-case-run.ts';
import { makeChildren } from './make-children.ts';
import { noteMade } from './note-made.ts';

/** MAJ-5 · Child cases from a list. A customer has the complete case, or none yet. */
export const childCaseRuns: RunKind<ChildCaseRun> = {
  ...childCaseTable,
  failure: 'Child cases could not be created',
  lock: lockChildCaseRun,
  step: makeChildren,
  end: noteMade,
};
