import pg from 'pg';

/** Role that owns and migrates the embedded database and everything in it. It is no superuser, and serves no requests. */
export const OWNER_ROLE = 'casebridge_owner';

/** Role that serves requests: it reads and writes rows, and owns nothing (`serving-rights.ts`). */
export const APPLICATION_ROLE = 'casebridge';

/** Advisory lock id for creating the roles and the database. */
const LOCK = 72707370;

const OWNER = 'select datdba::regrole::text as owner from pg_database where datname = $1';

/** Reassigns objects that older versions created as superuser: all except extension objects and sequences owned by a table. */
const HAND_OVER = `do $$
declare statement text;
begin
  for statement in
    with made as (
      select 'pg_namespace'::regclass as catalog, oid, nspowner as owner, 1 as step, format('schema %I', nspname) as thing
      from pg_namespace
      union all
      select 'pg_class'::regclass, oid, relowner, 2, format('%s %s', case relkind
          when 'S' then 'sequence' when 'v' then 'view' when 'm' then 'materialized view' else 'table' end, oid::regclass)
      from pg_class where relkind in ('r', 'p', 'v', 'm', 'S')
      union all
      select 'pg_proc'::regclass, oid, proowner, 3, format('routine %s', oid::regprocedure) from pg_proc
      union all
      select 'pg_type'::regclass, t.oid, typowner, 4, format('type %s', t.oid::regtype)
      from pg_type t left join pg_class c on c.oid = t.typrelid
      where typtype in ('e', 'd', 'r') or (typtype = 'c' and c.relkind = 'c')
    )
    select format('alter %s owner to ${OWNER_ROLE}', thing) from made
    where owner = current_user::regrole and oid >= 16384
      and not exists (select from pg_depend d where d.classid = made.catalog and d.objid = made.oid
                      and (d.deptype = 'e' or (made.step = 2 and d.deptype in ('a', 'i') and d.refclassid = 'pg_class'::regclass)))
    order by step
  loop
    execute statement;
  end loop;
end $$`;

type Application = { name: string; password: string; ownerPassword: string };

/**
 * REC-1 · Gives the embedded server the product's database and its two roles. A database owned by a superuser or by the serving
 * role gets its new owner. So the product serves requests without the rights to disable the triggers that
 * keep its history. `url` gives the superuser's address of one of the server's databases.
 */
export async function ensureApplicationDatabase(
  url: (database: string) => string,
  application: Application,
): Promise<void> {
  const { name, password, ownerPassword } = application;
  await asSuperuser(url('postgres'), async (admin) => {
    // A server and a tool may start at the same time.
    await admin.query('select pg_advisory_lock($1)', [LOCK]);
    // It may create databases, to start afresh after an interrupted first start.
    await ensureRole(admin, OWNER_ROLE, `createdb password ${pg.escapeLiteral(ownerPassword)}`);
    await ensureRole(admin, APPLICATION_ROLE, `nocreatedb password ${pg.escapeLiteral(password)}`);
    const found = await admin.query<{ owner: string }>(OWNER, [name]);
    const owner = found.rows[0]?.owner;
    if (!owner) await admin.query(`create database ${pg.escapeIdentifier(name)} owner ${OWNER_ROLE}`);
    else if (owner !== OWNER_ROLE) await asSuperuser(url(name), (within) => handOver(within, application));
  });
}

async function ensureRole(admin: pg.Client, role: string, rights: string): Promise<void> {
  const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [role]);
  await admin.query(`${rowCount ? 'alter' : 'create'} role ${role} login nosuperuser ${rights}`);
}

async function handOver(admin: pg.Client, { name }: Application): Promise<void> {
  await admin.query('begin');
  await admin.query(HAND_OVER);
  await admin.query(`reassign owned by ${APPLICATION_ROLE} to ${OWNER_ROLE}`);
  await admin.query(`alter database ${pg.escapeIdentifier(name)} owner to ${OWNER_ROLE}`);
  await admin.query('commit');
}

async function asSuperuser<T>(connectionString: string, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  admin.on('error', () => {});
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end().catch(() => {});
  }
}
