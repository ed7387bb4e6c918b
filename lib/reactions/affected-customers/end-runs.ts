import type { Case } from '#lib/kinds/case/definition.ts';
import { type CaseState, caseStates } from '#lib/kinds/case/states.ts';
import { enforce } from '#lib/platform/verdict.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { noChildRunInProgress } from './rules/no-child-run-in-progress.ts';

/** MAJ-5 · Refuses to end major cases while their child cases are being created: all are created first, or none. */
export async function refuseChildRuns({ tx }: CommandContext, majors: readonly Case[]): Promise<void> {
  const rows = await tx.$queryRaw<{ number: string; left: number }[]>`
    select t.number, (select count(*)::int from recipients p where p.run_id = r.id and p.state = 'queued') as left
    from child_case_runs r join recipients_lists l on l.id = r.list_id join tasks t on t.id = l.major_case_id
    where l.major_case_id = any(${majors.map(({ id }) => id)}::uuid[]) and r.state = 'running'`;
  for (const { number, left } of rows) enforce(noChildRunInProgress(number, left));
}

/** MAJ-5 · Ends unfinished runs with their major case: customers without a child case are left out, with the reason. */
export async function endChildRuns({ tx, at, preview }: CommandContext, majors: readonly Case[]): Promise<void> {
  if (preview) return;
  const because = majors.map(({ number, state }) => `${number} is ${caseStates[state as CaseState].label}`);
  await tx.$executeRaw`
    with ended as (
      update child_case_runs r set state = 'done', finished_at = ${at}
      from recipients_lists l join unnest(${majors.map(({ id }) => id)}::uuid[], ${because}::text[]) m(id, because)
        on m.id = l.major_case_id
      where l.id = r.list_id and r.state <> 'done' returning r.id, m.because)
    update recipients p set state = 'left_out', reason = ended.because
    from ended where p.run_id = ended.id and p.state = 'queued'`;
}
