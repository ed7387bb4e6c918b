import { v7 as uuid } from 'uuid';
import { Prisma } from '#lib/platform/db.ts';
import { enforce } from '#lib/platform/verdict.ts';
import type { CommandContext } from './command-context.ts';
import type { TaskRecord } from './definition.ts';
import { definitions } from './definitions.ts';
import type { FieldValue, StoredValue } from './field.ts';
import { writeHistory } from './history.ts';
import { type TaskKind, taskKinds } from './kind.ts';
import { splitRecord } from './split-record.ts';
import { withStateTimestamps } from './state-timestamps.ts';

/** The next number of a kind, from its sequence: unique whatever runs at once; a gap is allowed. */
async function nextNumber(context: CommandContext, kind: TaskKind): Promise<string> {
  const { prefix, sequence } = taskKinds[kind];
  const [row] = await context.tx.$queryRaw<{ n: bigint }[]>(Prisma.sql`select nextval(${sequence}::regclass) as n`);
  return `${prefix}${String(row?.n ?? '').padStart(7, '0')}`;
}

/** A record of a kind before anybody has filled it. */
function blank(context: CommandContext, kind: TaskKind, id: string, number: string): TaskRecord {
  const { fields, defaults } = definitions[kind];
  const record: TaskRecord = {
    id,
    kind,
    number,
    shortDescription: '',
    description: '',
    state: 'new',
    active: true,
    impact: 3,
    urgency: 3,
    priority: 4,
    accountId: null,
    contactId: null,
    consumerId: null,
    configurationItemId: null,
    assignmentGroupId: null,
    assignedToId: null,
    openedAt: context.at,
    openedById: context.actor.id,
    resolvedAt: null,
    resolvedById: null,
    closedAt: null,
    closedById: null,
    correlationId: null,
    createdAt: context.at,
    updatedAt: context.at,
    version: 1,
  };
  const own = Object.entries(fields).filter(([, field]) => field.table === 'own');
  const empty = (type: string): FieldValue =>
    type === 'text' || type === 'long-text' ? '' : type === 'yes-no' ? false : null;
  return Object.assign(record, Object.fromEntries(own.map(([name, field]) => [name, empty(field.type)])), defaults);
}

/**
 * Writes a new record with its number, its first line of history and its event. Values are checked by the caller;
 * `asGiven` keeps them where the kind would compute some (REL-6: the triple is stored as shown).
 */
export async function createRecord(
  context: CommandContext,
  kind: TaskKind,
  values: Readonly<Record<string, StoredValue>>,
  { asGiven = false }: { asGiven?: boolean } = {},
): Promise<TaskRecord> {
  const definition = definitions[kind];
  const update = { actor: context.actor, words: {}, settings: context.settings };
  const proposed = Object.assign(blank(context, kind, uuid(), await nextNumber(context, kind)), values);
  const derived = asGiven ? proposed : definition.deriveFields(null, proposed, update);
  enforce(definition.validateUpdate(null, derived, update));
  const record = withStateTimestamps(null, derived, context);

  await context.tx.task.createMany({ data: splitRecord(record).task });
  await definition.insertOwn(context.tx, record);
  await writeHistory(context, null, record, ['state']);

  context.changedRecords.set(record.id, { kind, number: record.number });
  context.events.push({ type: 'created', record });
  return record;
}
