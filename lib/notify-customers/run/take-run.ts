import type { Db } from '#lib/platform/db.ts';

/** A run under way, locked for one step. `answers`: NOT-8, it answers what customers wrote in its cases. */
export type TakenRun = {
  id: string;
  sourceId: string;
  text: string;
  senderId: string;
  answers: boolean;
  tries: number;
};

/** NOT-3 · The run that is due, has waited longest and that no other process has in its hands; null: there is none. */
export async function takeRun(tx: Db, at: Date): Promise<TakenRun | null> {
  const [run] = await tx.$queryRaw<TakenRun[]>`
    select id, source_id as "sourceId", text, sender_id as "senderId", answers, tries from notify_runs
    where state = 'running' and (next_try_at is null or next_try_at <= ${at}) order by id limit 1 for no key update skip locked`;
  return run ?? null;
}
