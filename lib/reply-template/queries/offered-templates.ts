import { mayComment } from '#lib/access/own-records.ts';
import { may, mayUseWorkspace, mayWork } from '#lib/access/policy.ts';
import { readableOf } from '#lib/access/readable.ts';
import { stateLabel } from '#lib/kinds/definitions.ts';
import type { Actor, Person } from '#lib/platform/actor.ts';
import { db, Prisma } from '#lib/platform/db.ts';
import { begins, holds } from '#lib/platform/folded-sql.ts';
import { first } from '#lib/platform/verdict.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { plainMarkdown } from '../plain-markdown.ts';
import { type Values, valuesUsed } from '../rules/variables.ts';

const AT_MOST = 10;

/** A template for a record. ACC-12: only the chosen one is filled in, later, instead of all ten at each letter. */
export type OfferedTemplate = {
  id: string;
  label: string;
  detail: string;
  /** With its variables. */
  text: string;
  /** The values of its variables on the record, as Markdown. */
  values: Values;
};

type Wanted = { kind: TaskKind; number: string; type: 'comment' | 'work_note'; words: string };

type Row = {
  kind: TaskKind;
  number: string;
  shortDescription: string;
  state: string;
  active: boolean;
  accountId: string | null;
  contactId: string | null;
  consumerId: string | null;
  callerId: string | null;
  majorCaseState: string | null;
  person: string | null;
  account: string | null;
};

const firstName = (name: string) => name.trim().split(/\s/)[0] ?? '';

const valuesOf = (record: Row, actor: Actor): Required<Values> => ({
  'customer.first_name': plainMarkdown(firstName(record.person ?? '')),
  'customer.name': plainMarkdown(record.person ?? record.account ?? ''),
  number: record.number,
  short_description: plainMarkdown(record.shortDescription),
  state: plainMarkdown(stateLabel(record.kind, record.state)),
  'agent.name': plainMarkdown(actor.name),
  'agent.first_name': plainMarkdown(firstName(actor.name)),
});

/** ACC-6 · The record, if the actor may write such an entry on it now. */
async function writable(actor: Actor, { kind, number, type }: Wanted): Promise<Row | null> {
  if (!mayUseWorkspace(actor)) return null;
  const [record] = await db().$queryRaw<Row[]>`
    select t.kind, t.number, t.short_description as "shortDescription", t.state, t.active, t.account_id as "accountId",
      t.contact_id as "contactId", t.consumer_id as "consumerId", c.major_case_state as "majorCaseState", called.caller_id as "callerId", person.name as person,
      account.name as account
    from tasks t left join cases c on c.id = t.id left join incidents called on called.id = t.id left join accounts account on account.id = t.account_id
      left join users person on person.id = coalesce(t.contact_id, t.consumer_id)
    where t.number = ${number} and t.kind = ${kind}::task_kind and (${readableOf(kind, actor)})`;
  if (!record || (kind === 'case' && !record.active)) return null;
  const writes = type === 'comment' ? mayComment(actor, record) : may(actor, 'note', kind);
  return first(writes, mayWork(actor, record)).ok ? record : null;
}

/** The suggestions after `/`: the actor's and shared templates whose names match the words, with the record's values. */
export async function offeredTemplates(actor: Person, wanted: Wanted): Promise<OfferedTemplate[]> {
  const record = await writable(actor, wanted);
  if (!record) return [];
  const { words } = wanted;
  const templates = await db().$queryRaw<{ id: string; name: string; text: string; own: boolean; owner: string }[]>`
    select r.id, r.name, r.text, r.user_id = ${actor.id}::uuid as own, u.name as owner
    from reply_templates r join users u on u.id = r.user_id
    where (r.user_id = ${actor.id}::uuid or r.shared) and r.used_for::text in ('both', ${wanted.type})
      and ${holds(Prisma.sql`r.name`, words)}
    order by ${begins(Prisma.sql`r.name`, words)} desc, own desc, lower(r.name), r.id limit ${AT_MOST}`;
  const values = valuesOf(record, actor);
  return templates.map(({ id, name, text, own, owner }) => {
    const detail = own ? 'Mine' : `Shared by ${owner}`;
    return { id, label: name, detail, text, values: valuesUsed(text, values) };
  });
}
