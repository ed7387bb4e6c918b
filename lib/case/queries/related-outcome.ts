import type { Db } from '#lib/platform/db.ts';
import { stateLabel } from '#lib/task/definitions.ts';
import type { RelatedOutcome } from '../rules/resolution-code.ts';

const state = { select: { number: true, state: true } } as const;

/** CASE-6, CASE-7 · What the related records of a case have come to. Asked for one case, by who may write it. */
export async function relatedOutcome(tx: Db, caseId: string): Promise<RelatedOutcome> {
  const found = await tx.case.findUniqueOrThrow({
    where: { id: caseId },
    select: {
      incident: { select: { resolutionNotes: true, task: state } },
      problem: { select: { resolutionCode: true, workaround: true, fixNotes: true, task: state } },
      change: { select: { closeCode: true, closeNotes: true, task: state } },
      requests: { select: { task: state } },
    },
  });
  const { incident, problem, change, requests } = found;
  const named = (kind: 'incident' | 'problem' | 'change' | 'request', task: { number: string; state: string }) => ({
    ...task,
    stateLabel: stateLabel(kind, task.state),
  });
  return {
    incident: incident && { ...named('incident', incident.task), notes: incident.resolutionNotes },
    problem: problem && { ...problem, ...named('problem', problem.task) },
    change: change && { ...change, ...named('change', change.task) },
    requests: requests.map(({ task }) => named('request', task)),
  };
}
