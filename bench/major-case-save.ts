import type { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { moveCase } from '#lib/case/commands/move-case.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { inDatabase } from '../scripts/in-database.ts';
import { type Comparison, compare } from './comparison.ts';
import { freshDatabase } from './database.ts';
import { aPerson } from './populate.ts';
import type { Figure } from './report.ts';
import { rounded } from './statistics.ts';
import { aWideFamily } from './wide-family.ts';

const CHILDREN = 4_000;
const TIMES = 15;
const TARGET_RATIO = 1.5;
type Person = Awaited<ReturnType<typeof aPerson>>;

const SYNC = 'sn_customerservice.parent_child_case_sync';
const solved = { resolutionCode: 'fixed_by_support', resolutionNotes: 'Restarted.' };

/** SYNC-MAJ-1, MAIL-12 · One Save resolves a major case's 4,000 children and queues an email for each, against bare SQL. */
export async function majorCaseSave(): Promise<Figure[]> {
  const url = await freshDatabase('bench_major_case_save');
  const mia = await aPerson('Mia Manager', ['sn_customerservice_manager', 'sn_customerservice_agent', 'itil']);
  return inDatabase(url, async (client) => {
    const { product, bare } = await compare(await save(client, mia), TIMES);
    const ratio = product / bare;
    return [
      {
        id: 'SYNC-MAJ-1',
        what: `a major case is resolved, and its ${CHILDREN.toLocaleString('en')} children with it; an email to the contact of each is queued`,
        measured: `${rounded(product)} ms, bare SQL ${rounded(bare)} ms, ratio ${ratio.toFixed(2)}`,
        asked: `ratio at most ${TARGET_RATIO}`,
        met: ratio <= TARGET_RATIO,
        because: 'each child is read and decided in the server, and its history is put into words there',
        values: { children: CHILDREN, product, bare, ratio },
      },
    ];
  });
}

async function aFamily(mia: Person): Promise<{ id: string; number: string }> {
  await db().property.upsert({
    where: { name: SYNC },
    create: { name: SYNC, value: 'true' },
    update: { value: 'true' },
  });
  return aWideFamily(mia, CHILDREN);
}

async function save(client: Client, mia: Person): Promise<Comparison> {
  const major = await aFamily(mia);
  return {
    before: () => openAgain(major.id),
    product: () => moveCase(mia, { number: major.number, verb: 'propose-solution', values: solved }),
    bare: () => bareSave(client, mia, major.id),
    entries: 0,
  };
}

/** Checks the emails that the last run queued, marks them as sent, and reopens all cases. */
async function openAgain(majorId: string): Promise<void> {
  const queued = await db().mail.count({ where: { status: 'queued' } });
  if (queued !== 0 && queued !== CHILDREN) throw new Error(`${queued} emails were queued instead of ${CHILDREN}.`);
  await db().$executeRaw`update mails set status = 'sent', sent_at = now(), next_try_at = null where status = 'queued'`;
  await db().$executeRaw`
    with family as (select id from cases where id = ${majorId}::uuid or parent_id = ${majorId}::uuid),
    own as (update cases set resolution_code = null, resolution_notes = '' where id in (select id from family))
    update tasks set state = 'open', resolved_at = null, resolved_by_id = null where id in (select id from family)`;
}

/** Writes the same rows with the same locks: ledger, both rows of each case, its history, and its email. */
async function bareSave(client: Client, mia: Actor, majorId: string): Promise<void> {
  const cause = uuid();
  const run = (name: string, text: string, values: unknown[]) => client.query({ name: `major ${name}`, text, values });
  await client.query('begin');
  await run('lock', 'select id from tasks where id = $1 for no key update', [majorId]);
  const locked = await run(
    'children',
    `select t.id from cases c join tasks t using (id) where c.parent_id = $1 and t.state not in ('closed', 'cancelled')
     order by t.id for no key update of t`,
    [majorId],
  );
  const ids = [majorId, ...locked.rows.map(({ id }) => id)];
  await run(
    'ledger',
    `insert into causes (id, at, actor_id, task_id, command, rules, written)
     values ($1, now(), $2, $3, 'propose-solution-case', array['SYNC-MAJ-1'], $4)`,
    [cause, mia.id, majorId, ids.length - 1],
  );
  const { resolutionCode, resolutionNotes } = solved;
  await run('own', 'update cases set resolution_code = $2, resolution_notes = $3 where id = any($1::uuid[])', [
    ids,
    resolutionCode,
    resolutionNotes,
  ]);
  await run(
    'tasks',
    `update tasks set state = 'resolved', resolved_at = now(), resolved_by_id = $2, version = version + 1, updated_at = now()
     where id = any($1::uuid[])`,
    [ids, mia.id],
  );
  await run(
    'history',
    `insert into field_changes (task_id, cause_id, version, field, old_value, new_value, old_display, new_display, changed_at)
     select t.id, $2, t.version, f.field, f.from_value, f.to_value, f.from_shown, f.to_shown, now()
     from tasks t cross join (values ('state', 'open', 'resolved', 'Open', 'Resolved'),
       ('resolutionCode', null, $3, '', 'Solved – Fixed by support'), ('resolutionNotes', '', $4, '', $4))
       f(field, from_value, to_value, from_shown, to_shown)
     where t.id = any($1::uuid[])`,
    [ids, cause, resolutionCode, resolutionNotes],
  );
  await run(
    'emails',
    `insert into mails (id, message_id, cause_id, task_id, event, recipient_id, address, subject, body, facts, reply_token,
       status, next_try_at, created_at)
     select m.id, '<' || m.id || '@bench.test>', $2, m.task_id, 'resolved or closed', m.contact_id, m.email, m.subject, '',
       '{"state": "resolved"}', replace(gen_random_uuid()::text, '-', ''), 'queued', now(), now()
     from (select uuid_v7() as id, t.id as task_id, t.contact_id, u.email, t.number || ' ' || t.short_description as subject
       from tasks t join users u on u.id = t.contact_id where t.id = any($1::uuid[])) m`,
    [ids, cause],
  );
  await client.query('commit');
}
