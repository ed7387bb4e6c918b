import type { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { createTask } from '#lib/engine/commands/create-task.ts';
import { updateTask } from '#lib/engine/commands/update-task.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import type { Comparison } from './comparison.ts';
import { writeCases } from './populate.ts';

/** A change starts implementation: `fixed` cases wait for its fix, and it caused `caused` others. */
export async function changeState(client: Client, ian: Actor, fixed: number, caused: number): Promise<Comparison> {
  const plan = { plannedStart: '2030-01-01T00:00:00Z', plannedEnd: '2030-01-01T02:00:00Z' };
  const values = { shortDescription: `Has ${fixed} and ${caused} cases`, ...plan };
  const { id, number } = await createTask(ian, { kind: 'change', values });
  await writeCases(fixed, { changeId: id });
  await writeCases(caused, { causedByChangeId: id });
  let version = 1;
  return {
    async before() {
      ({ version } = await db().task.update({ where: { id }, data: { state: 'scheduled' } }));
    },
    product: () => updateTask(ian, { kind: 'change', number, version, values: { state: 'implement' } }),
    bare: () => bareMove(client, ian, { id, number }),
    entries: fixed + caused,
  };
}

/** Writes the same rows with the same locks: ledger, the change's state and its history, and a note per open case. */
async function bareMove(client: Client, ian: Actor, change: { id: string; number: string }): Promise<void> {
  const cause = uuid();
  const line = `${change.number} state changed from Scheduled to Implement.`;
  const lines = JSON.stringify([{ rule: 'SYNC-CHG-1', line }]);
  const run = (name: string, text: string, values: unknown[]) => client.query({ name: `change ${name}`, text, values });
  await client.query('begin');
  await run('lock', 'select id from tasks where id = $1 for no key update', [change.id]);
  await run(
    'ledger',
    `insert into causes (id, at, actor_id, task_id, command, rules, written)
     select $1, now(), $2, $3, 'update-change', array['SYNC-CHG-1'], count(*)
     from cases where change_id = $3 or caused_by_change_id = $3`,
    [cause, ian.id, change.id],
  );
  await run(
    'move',
    `with moved as (
       update tasks set state = 'implement', version = version + 1, updated_at = now() where id = $1 returning version)
     insert into field_changes (task_id, cause_id, version, field, old_value, new_value, old_display, new_display, changed_at)
     select $1, $2, version, 'state', 'scheduled', 'implement', 'Scheduled', 'Implement', now() from moved`,
    [change.id, cause],
  );
  await run(
    'notes',
    `insert into journal_entries (task_id, type, text, created_at, cause_id, source_task_id, lines)
     select id, 'work_note', $2, now(), $3, $1, $4::jsonb
     from (select t.id from cases c join tasks t on t.id = c.id
           where (c.change_id = $1 or c.caused_by_change_id = $1) and t.state not in ('closed', 'cancelled')
           order by t.id for no key update of t) reached`,
    [change.id, line, cause, lines],
  );
  await client.query('commit');
}
