import { readableOf } from '#lib/access/readable.ts';
import { answersOf } from '#lib/journal/answers-sql.ts';
import { type Actor, groupIdsOf, timeZoneOf } from '#lib/platform/actor.ts';
import { Prisma } from '#lib/platform/db.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import { waitingLinkNames } from '#lib/record/link.ts';
import { caseWaitsSql } from '#lib/related/waits-sql.ts';
import { dayAfter, parseDays, startOfDay } from './days.ts';
import { type Family, type FilterName, filterNames } from './filters.ts';
import type { ListQuery } from './list-query.ts';
import { type Cursor, listSorts, type Sort, type SortName } from './sorts.ts';

type Condition = (values: readonly string[], actor: Actor) => Prisma.Sql;

/** A single value is compared by equality, so that an index keeps its order; several by `any`. */
function isOneOf(column: Prisma.Sql, values: readonly string[], type: 'text' | 'smallint'): Prisma.Sql {
  const as = Prisma.raw(type);
  if (values.length === 1) return Prisma.sql`${column} = ${values[0]}::text::${as}`;
  return Prisma.sql`${column} = any(${[...values]}::text[]::${as}[])`;
}

const is = (column: string): Condition => {
  const name = Prisma.raw(column);
  return ([id]) => Prisma.sql`${name} = ${id}::uuid`;
};

/** Within whole days in the actor's time zone. */
const within = (column: string): Condition => {
  const name = Prisma.raw(column);
  return ([text = ''], actor) => {
    const { from = null, to = null } = parseDays(text) ?? {};
    const start = (day: string) => Prisma.sql`${startOfDay(day, timeZoneOf(actor))}::timestamptz`;
    const parts = [
      ...(from ? [Prisma.sql`${name} >= ${start(from)}`] : []),
      ...(to ? [Prisma.sql`${name} < ${start(dayAfter(to, 1))}`] : []),
    ];
    return Prisma.join(parts, ' and ');
  };
};

const families: Readonly<Record<Family, Prisma.Sql>> = {
  major: Prisma.sql`own.major_case_state = 'accepted'`,
  child: Prisma.sql`own.parent_id is not null`,
  other: Prisma.sql`own.parent_id is null and own.major_case_state is distinct from 'accepted'`,
};

/** The condition of each filter on the task `t`. */
const conditions: Readonly<Record<FilterName, Condition>> = {
  state: (values) => isOneOf(Prisma.sql`t.state`, values, 'text'),
  priority: (values) => isOneOf(Prisma.sql`t.priority`, values, 'smallint'),
  assigned: ([who], { id }) =>
    who === 'nobody'
      ? Prisma.sql`t.assigned_to_id is null`
      : Prisma.sql`t.assigned_to_id = ${who === 'me' ? id : who}::uuid`,
  group: ([which], actor) => {
    if (which === 'none') return Prisma.sql`t.assignment_group_id is null`;
    if (which === 'mine') return Prisma.sql`t.assignment_group_id = any(${[...groupIdsOf(actor)]}::uuid[])`;
    return Prisma.sql`t.assignment_group_id = ${which}::uuid`;
  },
  account: is('t.account_id'),
  contact: is('t.contact_id'),
  consumer: is('t.consumer_id'),
  channel: (values) =>
    Prisma.sql`exists (select from cases own where own.id = t.id and own.channel = any(${[...values]}::text[]))`,
  family: (values) => {
    const parts = values.map((value) => families[value as Family]);
    return Prisma.sql`exists (select from cases own where own.id = t.id and (${Prisma.join(parts, ' or ')}))`;
  },
  item: is('t.configuration_item_id'),
  product: ([id]) => Prisma.sql`exists (select from cases own where own.id = t.id and own.product_id = ${id}::uuid)`,
  active: (values) => {
    if (values.length > 1) return Prisma.sql`true`;
    return values[0] === 'yes' ? Prisma.sql`t.active` : Prisma.sql`not t.active`;
  },
  opened: within('t.opened_at'),
  resolved: within('t.resolved_at'),
  answered: (values) => {
    if (values.length > 1) return Prisma.sql`true`;
    const isAnswered = Prisma.sql`exists (${answersOf(Prisma.sql`t.id`)})`;
    return values[0] === 'yes' ? isAnswered : Prisma.sql`not ${isAnswered}`;
  },
  solution: (values) => {
    const answered = Prisma.sql`t.state = 'resolved' and exists (select from cases own where own.id = t.id and own.answered_at is not null)`;
    if (values.length > 1) return Prisma.sql`t.state = 'resolved'`;
    return values[0] === 'answered' ? answered : Prisma.sql`t.state = 'resolved' and not (${answered})`;
  },
  waits: (values, actor) =>
    caseWaitsSql(
      waitingLinkNames.filter((name) => values.includes(name)),
      actor,
    ),
  major: ([number]) => Prisma.sql`exists (select from cases own join tasks major on major.id = own.parent_id
    where own.id = t.id and major.number = ${number})`,
};

/** ACC-6 · The tasks `t` of a list: of its kind, readable by the actor, matching the filters. Search text is not included. */
export function listCondition(actor: Actor, { kind, filters }: Pick<ListQuery, 'kind' | 'filters'>): Prisma.Sql {
  const parts = [Prisma.sql`t.kind = ${kind}::task_kind`, Prisma.sql`(${readableOf(kind, actor)})`];
  for (const name of filterNames) {
    const values = filters[name];
    if (values) parts.push(conditions[name](values, actor));
  }
  return Prisma.join(parts, ' and ');
}

/** A sort key as the index stores it: text without regard to case, states in workflow order. */
function keyOf(by: SortName, value: Prisma.Sql, kind: Prisma.Sql): Prisma.Sql {
  const sort = listSorts[by];
  if (!('as' in sort)) return value;
  if (sort.as === 'position') return Prisma.sql`task_state_position(${kind}, ${value})`;
  return sort.as === 'lower' ? Prisma.sql`lower(${value})` : Prisma.sql`folded(${value})`;
}

/** The sort key of a row `t`. */
const keyOfRow = (by: SortName) => keyOf(by, Prisma.raw(`t.${listSorts[by].column}`), Prisma.sql`t.kind`);

const isByName = (by: SortName) => listSorts[by].type === 'name';

/** The id as the index of the order stores it; a name is sorted by `named_id`. */
const idOfRow = (by: SortName) => (isByName(by) ? Prisma.sql`t.named_id` : Prisma.sql`t.id`);

/** The tasks of a list, as a table for `t`; joined with names if the list is sorted by one. */
export const listedTasks = ({ by }: Sort): Prisma.Sql =>
  isByName(by)
    ? Prisma.sql`(select tasks.*, n.id as named_id, n.account as account_name, n.person as person_name, n.assignee as assignee_name
        from tasks join task_names n on n.id = tasks.id and n.kind = tasks.kind)`
    : Prisma.sql`tasks`;

/** The columns of `t` that the order needs besides the columns of the list. */
export const orderColumns = ({ by }: Sort): Prisma.Sql =>
  isByName(by) ? Prisma.sql`, t.named_id, ${Prisma.raw(`t.${listSorts[by].column}`)}` : Prisma.empty;

/** The order of a list on `t`; the id breaks ties. */
export function listOrder({ by, descending }: Sort): Prisma.Sql {
  const direction = Prisma.raw(descending ? 'desc' : 'asc');
  return Prisma.sql`${keyOfRow(by)} ${direction}, ${idOfRow(by)} ${direction}`;
}

/** The rows after a cursor, or at it, as one row comparison that an index can answer. */
export function listAfter(
  kind: TaskKind,
  { by, descending }: Sort,
  { value, id }: Cursor,
  { orAt = false } = {},
): Prisma.Sql {
  const than = Prisma.raw(`${descending ? '<' : '>'}${orAt ? '=' : ''}`);
  const type = isByName(by) ? 'text' : listSorts[by].type;
  const given = Prisma.sql`${value}::text::${Prisma.raw(type)}`;
  const key = keyOf(by, given, Prisma.sql`${kind}::task_kind`);
  return Prisma.sql`(${keyOfRow(by)}, ${idOfRow(by)}) ${than} (${key}, ${id}::uuid)`;
}
