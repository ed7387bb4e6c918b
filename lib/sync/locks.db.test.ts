import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { conclude } from '#lib/engine/conclude.ts';
import { db } from '#lib/platform/db.ts';
import { transaction } from '#lib/platform/transaction.ts';
import { aCaseWithIncident, commentsOf, setProperty, setRuleActive, world } from '#lib/testing/world.ts';
import { commandContext } from '#lib/write/command-context.ts';
import { decideUpdate } from '#lib/write/decide-update.ts';
import { updateContext, writeUpdates } from '#lib/write/write-updates.ts';
import { lockForUpdate } from './lock-for-update.ts';
import { propagate } from './propagate.ts';

const SYNC = 'proactive_workflows_for_providers.additional_comments_sync';
const CASES = 10_000;

const w = await world();
let incidentId: string;
let numbers: [string, string];
const other = new pg.Client({ connectionString: process.env.DATABASE_URL });

beforeAll(async () => {
  await other.connect();
  const { theCase, incident } = await aCaseWithIncident(w);
  incidentId = incident.id;
  await db().$executeRaw`
    with made as (
      insert into tasks (kind, number, short_description, state, account_id, contact_id, opened_at, created_at, updated_at)
      select 'case', 'CS' || lpad(nextval('case_numbers')::text, 7, '0'), 'Case ' || n, 'open', t.account_id, t.contact_id,
             now(), now(), now() from generate_series(1, ${CASES - 1}::int) n, tasks t where t.id = ${theCase.id}::uuid returning id)
    insert into cases (id, channel, incident_id) select id, 'web', ${incidentId}::uuid from made`;
  const last = await db().task.findFirstOrThrow({ where: { kind: 'case' }, orderBy: { number: 'desc' } });
  numbers = [theCase.number, last.number];
});

afterAll(() => other.end());

/** The incident and its cases that another connection finds locked. */
async function locked(): Promise<{ cases: number; incident: boolean }> {
  const free = async (sql: string) => (await other.query(sql, [incidentId])).rowCount ?? 0;
  const cases = await free(
    'select t.id from tasks t join cases c using (id) where c.incident_id = $1 for no key update of t skip locked',
  );
  const incidents = await free('select id from tasks where id = $1 for no key update skip locked');
  return { cases: CASES - cases, incident: incidents === 0 };
}

/** Locks held by an agent's or customer's reply on a case, after propagation and before commit. */
function locksOfReply(by: 'ava' | 'cora'): Promise<{ cases: number; incident: boolean }> {
  return transaction(async (tx) => {
    const context = await commandContext(tx, w[by], 'test');
    const journal = { comment: 'Words.' };
    const theCase = await lockForUpdate(context, 'case', numbers[0], journal);
    const decided = decideUpdate('case', theCase, theCase, updateContext(context, journal));
    await writeUpdates(context, 'case', [decided]);
    await propagate(context);
    const found = await locked();
    await conclude(context);
    return found;
  });
}

describe('an incident with 10,000 cases', () => {
  it('SYNC-000 · both rules off: a reply locks its own case and nothing else', async () => {
    expect(await locksOfReply('ava')).toEqual({ cases: 1, incident: false });
    expect(await locksOfReply('cora')).toEqual({ cases: 1, incident: false });
  });

  it('SYNC-000 · both rules off: two agents reply on two cases at once, and neither waits', async () => {
    await transaction(async (tx) => {
      const context = await commandContext(tx, w.mia, 'test');
      await lockForUpdate(context, 'case', numbers[0], { comment: 'Mine.' });
      // The first keeps its locks until the second is done: if the second had to wait, this would never end.
      await addEntry(w.ava, { kind: 'case', number: numbers[1], type: 'comment', text: 'Theirs.' });
    });
    const { id } = await db().task.findUniqueOrThrow({ where: { number: numbers[1] } });
    expect(await commentsOf({ id })).toContain('Theirs.');
  });

  it('SYNC-CASE-2, SYNC-000 · an agent’s copied reply locks the incident and its own case', async () => {
    await setRuleActive('SYNC-CASE-2', true);
    expect(await locksOfReply('ava')).toEqual({ cases: 1, incident: true });
    await setRuleActive('SYNC-CASE-2', false);
  });

  it('SYNC-CASE-1, SYNC-000 · a customer’s reply that is copied to the other cases locks all of them', async () => {
    await setProperty(SYNC, 'true');
    expect(await locksOfReply('cora')).toEqual({ cases: CASES, incident: true });
    expect(await locksOfReply('ava')).toEqual({ cases: 1, incident: false });
    await setRuleActive('SYNC-INC-4', false);
    await setRuleActive('SYNC-INC-1', false);
    expect(await locksOfReply('cora')).toEqual({ cases: 1, incident: true });
    await setRuleActive('SYNC-INC-4', true);
    await setRuleActive('SYNC-INC-1', true);
    await setProperty(SYNC, 'false');
  });
});
