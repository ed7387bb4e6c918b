import { readableTasks } from '#lib/access/readable.ts';
import type { NotifyRunState } from '#lib/platform/generated/prisma/client.ts';
import { notFound } from '#lib/platform/verdict.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { CommandContext } from '#lib/write/command-context.ts';

/** A locked run and the record it is about. */
export type LockedRun = {
  id: string;
  state: NotifyRunState;
  senderId: string;
  answers: boolean;
  text: string;
  sourceId: string;
  confirmedById: string | null;
  source: { id: string; kind: TaskKind; number: string };
};

type Row = Omit<LockedRun, 'source'> & { kind: TaskKind; number: string };

/** NOT-3 · Locks a run about a record that the actor may see; missing and hidden runs get the same refusal. */
export async function lockRun({ tx, actor }: CommandContext, runId: string): Promise<LockedRun> {
  const [row] = await tx.$queryRaw<Row[]>`
    select n.id, n.state::text as state, n.sender_id as "senderId", n.answers, n.text, n.confirmed_by_id as "confirmedById",
           t.id as "sourceId", t.kind::text as kind, t.number
    from notify_runs n join tasks t on t.id = n.source_id
    where n.id = ${runId}::uuid and (${readableTasks(actor)}) for no key update of n`;
  if (!row) throw notFound('message');
  const { kind, number, ...run } = row;
  return { ...run, source: { id: run.sourceId, kind, number } };
}
