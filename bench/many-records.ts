import type { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { conclude } from '#lib/engine/conclude.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { loadRecords } from '#lib/record/kind-table.ts';
import { commandContext } from '#lib/write/command-context.ts';
import { decideUpdate } from '#lib/write/decide-update.ts';
import { updateContext, writeUpdates } from '#lib/write/write-updates.ts';
import type { Comparison } from './comparison.ts';
import { writeCases } from './populate.ts';

const COMMENT = 'The fault is found, and service is back within the hour. We will tell you when it is.';

/** Changes two fields, the state and a comment of `count` cases, with history. */
export async function manyRecords(client: Client, ian: Actor, count: number): Promise<Comparison> {
  const { id: incidentId } = await db().incident.findFirstOrThrow({ select: { id: true } });
  await writeCases(count, { incidentId });
  const rows = await db().case.findMany({
    where: { incidentId, task: { state: 'open' } },
    orderBy: { id: 'desc' },
    take: count,
    select: { id: true },
  });
  const ids = rows.map(({ id }) => id);
  return {
    before: () => db().$executeRaw`
      with own as (update cases set probable_cause = '' where id = any(${ids}::uuid[]))
      update tasks set state = 'open', urgency = 3 where id = any(${ids}::uuid[])`,
    product: () => updateAll(ian, ids),
    bare: () => bareUpdate(client, ian, ids),
    entries: count,
  };
}

/** The product's own way: locks and reads the cases, decides each one, and writes in sets. */
function updateAll(ian: Actor, ids: readonly string[]): Promise<unknown> {
  return transaction(async (tx) => {
    const context = await commandContext(tx, ian, 'bench');
    await tx.$queryRaw`
      select count(*) from (
        select id from tasks where id = any(${[...ids]}::uuid[]) order by id for no key update
      ) locked`;
    const update = updateContext(context, { comment: COMMENT });
    const decisions = (await loadRecords(tx, 'case', ids)).map((theCase) => {
      const proposed = { ...theCase, urgency: 1, probableCause: 'A worn part.', state: 'awaiting_info' };
      return decideUpdate('case', theCase, proposed, update);
    });
    await writeUpdates(context, 'case', decisions);
    await conclude(context);
  });
}

/** Writes the same rows with the same locks: ledger, comments, both rows of each case, and its history. */
async function bareUpdate(client: Client, ian: Actor, ids: readonly string[]): Promise<void> {
  const cause = uuid();
  const run = (name: string, text: string, values: unknown[]) => client.query({ name: `many ${name}`, text, values });
  await client.query('begin');
  await run(
    'lock',
    'select count(*) from (select id from tasks where id = any($1::uuid[]) order by id for no key update) locked',
    [ids],
  );
  await run('ledger', `insert into causes (id, at, actor_id, task_id, command) values ($1, now(), $2, $3, 'bench')`, [
    cause,
    ian.id,
    ids[0],
  ]);
  await run(
    'comments',
    `insert into journal_entries (task_id, type, author_id, text, created_at, cause_id)
     select id, 'comment', $2, $3, now(), $4 from unnest($1::uuid[]) id`,
    [ids, ian.id, COMMENT, cause],
  );
  await run('own', `update cases set probable_cause = 'A worn part.' where id = any($1::uuid[])`, [ids]);
  await run(
    'tasks',
    `update tasks set urgency = 1, state = 'awaiting_info', version = version + 1, updated_at = now()
     where id = any($1::uuid[])`,
    [ids],
  );
  await run(
    'history',
    `insert into field_changes (task_id, cause_id, version, field, old_value, new_value, old_display, new_display, changed_at)
     select t.id, $2, t.version, f.field, f.from_value, f.to_value, f.from_shown, f.to_shown, now()
     from tasks t cross join (values ('urgency', '3', '1', '3 - Low', '1 - High'), ('state', 'open', 'awaiting_info', 'Open', 'Awaiting Info'),
       ('probableCause', '', 'A worn part.', '', 'A worn part.')) f(field, from_value, to_value, from_shown, to_shown)
     where t.id = any($1::uuid[])`,
    [ids, cause],
  );
  await client.query('commit');
}
