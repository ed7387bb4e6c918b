import type { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { createTask } from '#lib/engine/commands/create-task.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { Comparison } from './comparison.ts';
import { writeCases } from './populate.ts';

const TEXT = 'The vendor has confirmed the fault and sends a part today. We expect service to be back at 16:00.';

/** A comment on an incident that has `cases` cases. */
export async function incidentComment(client: Client, ian: Actor, cases: number): Promise<Comparison> {
  const incident = await createTask(ian, { kind: 'incident', values: { shortDescription: `Has ${cases} cases` } });
  await writeCases(cases, { incidentId: incident.id });
  return {
    product: () => addEntry(ian, { kind: 'incident', number: incident.number, type: 'comment', text: TEXT }),
    bare: () => bareComment(client, ian, incident),
    entries: cases + 1,
  };
}

/** Writes the same rows with the same locks: ledger, comment, the incident's time, and a note per open case. */
async function bareComment(client: Client, ian: Actor, incident: { id: string; number: string }): Promise<void> {
  const cause = uuid();
  const comment = uuid();
  const line = `Comment on ${incident.number} by ${ian.name}: ${TEXT}`;
  const lines = JSON.stringify([{ rule: 'SYNC-INC-4', line }]);
  const run = (name: string, text: string, values: unknown[]) => client.query({ name, text, values });
  await client.query('begin');
  await run('lock', 'select id from tasks where id = $1 for no key update', [incident.id]);
  await run(
    'ledger',
    `insert into causes (id, at, actor_id, task_id, command, rules, written)
     select $1, now(), $2, $3, 'add-comment', array['SYNC-INC-4'], count(*) from cases where incident_id = $3`,
    [cause, ian.id, incident.id],
  );
  await run(
    'comment',
    `insert into journal_entries (id, task_id, type, author_id, text, created_at, cause_id)
     values ($1, $2, 'comment', $3, $4, now(), $5)`,
    [comment, incident.id, ian.id, TEXT, cause],
  );
  await run('touch', 'update tasks set updated_at = now() where id = $1', [incident.id]);
  await run(
    'notes',
    `insert into journal_entries (task_id, type, text, created_at, cause_id, source_task_id, source_entry_id, lines)
     select id, 'work_note', $2, now(), $3, $1, $4, $5::jsonb
     from (select t.id from cases c join tasks t on t.id = c.id
           where c.incident_id = $1 and t.state not in ('closed', 'cancelled')
           order by t.id for no key update of t) reached`,
    [incident.id, line, cause, comment, lines],
  );
  await client.query('commit');
}
