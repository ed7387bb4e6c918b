import pg from 'pg';

const SCHEMAS = ['public', 'graphile_worker'];

/** The queue's row security hides its rows from other roles without a policy. Created once: creating it waits for the queue. */
const POLICIES = `do $$
declare queue regclass;
begin
  for queue in
    select c.oid::regclass from pg_class c
    where c.relnamespace = 'graphile_worker'::regnamespace and c.relrowsecurity
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'casebridge_serving')
  loop
    execute format('create policy casebridge_serving on %s using (true) with check (true)', queue);
  end loop;
end $$`;

/**
 * REC-1, REC-2, ADM-12 · Lets a role serve a database of another owner: it reads and writes rows and calls functions.
 * It cannot drop or disable the triggers that keep history, truncate a table or change the
 * schema, nor create temporary tables if the tables' owner also owns the database. `owner` is
 * a connection as the owner, after the migrations; the caller holds the set-up lock.
 */
export async function grantServingRights(owner: pg.Client, role: string): Promise<void> {
  const name = pg.escapeIdentifier(role);
  const rights = SCHEMAS.flatMap((schema) => [
    `grant usage on schema ${schema} to ${name}`,
    `grant select, insert, update, delete on all tables in schema ${schema} to ${name}`,
    `grant usage, select on all sequences in schema ${schema} to ${name}`,
    `grant execute on all routines in schema ${schema} to ${name}`,
    `revoke create on schema ${schema} from public, ${name}`,
  ]);
  // The serving role must not change the list of migrations, but may check that all are applied.
  rights.push(`revoke insert, update, delete on _prisma_migrations from ${name}`);
  rights.push(`revoke all on signing_keys from ${name}`);
  const { rows } = await owner.query('select current_database() as name');
  rights.push(`revoke temporary on database ${pg.escapeIdentifier(rows[0].name)} from public, ${name}`);
  await owner.query(`begin; ${rights.join('; ')}; ${POLICIES}; commit`);
}
