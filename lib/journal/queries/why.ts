import { mayAdminister } from '#lib/access/policy.ts';
import { readableTasks } from '#lib/access/readable.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { isoTime } from '#lib/platform/iso-time.ts';
import { pathOfNumber, type TaskKind } from '#lib/record/kind.ts';
import { ruleNamed } from '../rule-names.ts';
import type { Why } from '../timeline-entry.ts';
import { readableTaskId } from './readable-task-id.ts';
import { mayReadEntry } from './timeline-conditions.ts';

type Row = { rules: string[]; source: string; readable: boolean; entry: Why['entry']; causedBy: string };

/**
 * SYNC-4 · Why an entry by a rule is in a record's timeline. Quotes the copied text only if the actor may read its record. Null
 * if the actor sees no such record, or it has no such entry.
 */
export async function whyOf(
  actor: Actor,
  { kind, number, id }: { kind: TaskKind; number: string; id: string },
): Promise<Why | null> {
  const taskId = await readableTaskId(actor, kind, number);
  if (!taskId) return null;
  const [row] = await db().$queryRaw<Row[]>`
    select array(select line->>'rule' from jsonb_array_elements(e.lines) line) as rules, source.number as source,
      readable.yes is not null as readable, coalesce(person.name, 'System') as "causedBy",
      case when copied.id is not null then jsonb_build_object(
        'by', coalesce(speaker.name, 'System'), 'at', ${isoTime('copied.created_at')}, 'text', left(copied.text, 300)) end as entry
    from journal_entries e
    join causes on causes.id = e.cause_id
    left join users person on person.id = causes.actor_id
    join tasks source on source.id = e.source_task_id
    left join lateral (select true as yes from tasks t where t.id = source.id and ${readableTasks(actor)}) readable on true
    left join journal_entries copied on copied.id = e.source_entry_id and readable.yes
    left join users speaker on speaker.id = copied.author_id
    where e.id = ${id}::uuid and e.task_id = ${taskId}::uuid and e.lines is not null
      and ${mayReadEntry(kind, actor)}`;
  if (!row) return null;
  const { rules, source, readable, entry, causedBy } = row;
  const isAdministrator = mayAdminister(actor).ok;
  return {
    rules: [...new Set(rules)].map((rule) => ruleNamed(rule, isAdministrator)),
    source: { number: source, ...(readable ? { href: pathOfNumber(source) } : {}) },
    entry,
    causedBy,
  };
}
