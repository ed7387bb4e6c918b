import { v7 as uuid } from 'uuid';
import { Prisma } from '#lib/platform/db.ts';
import { enforce } from '#lib/platform/verdict.ts';
import type { TaskRecord } from './definition.ts';
import { definitions } from './definitions.ts';
import type { FieldValue, KeptValue } from './field.ts';
import { writeHistory } from './history.ts';
import { type TaskKind, taskKinds } from './kind.ts';
import type { Run } from './run.ts';
import { splitRecord } from './split-record.ts';
import { stampedByState } from './stamps.ts';

/** The next number of a kind, from its sequence: unique whatever runs at once; a gap is allowed. */
async function nextNumber(run: Run, kind: TaskKind): Promise<string> {
  const { prefix, sequence } = taskKinds[kind];
  const [row] = await run.tx.$queryRaw<{ n: bigint }[]>(Prisma.sql`select nextval(${sequence}::regclass) as n`);
  return `${prefix}${String(row?.n ?? '').padStart(7, '0')}`;
}

/** A record of a kind before anybody has filled it. */
function blank(run: Run, kind: TaskKind, id: string, number: string): TaskRecord {
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
    openedAt: run.at,
    openedById: run.actor.id,
    resolvedAt: null,
    resolvedById: null,
    closedAt: null,
    closedById: null,
    correlationId: null,
    createdAt: run.at,
    updatedAt: run.at,
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
  run: Run,
  kind: TaskKind,
  values: Readonly<Record<string, KeptValue>>,
  { asGiven = false }: { asGiven?: boolean } = {},
): Promise<TaskRecord> {
  const definition = definitions[kind];
  const circumstances = { actor: run.actor, words: {}, settings: run.settings };
  const wished = Object.assign(blank(run, kind, uuid(), await nextNumber(run, kind)), values);
  const settled = asGiven ? wished : definition.settle(null, wished, circumstances);
  enforce(definition.mayBecome(null, settled, circumstances));
  const record = stampedByState(null, settled, run);

  await run.tx.task.createMany({ data: splitRecord(record).task });
  await definition.insertOwn(run.tx, record);
  await writeHistory(run, null, record, ['state']);

  run.touched.set(record.id, { kind, number: record.number });
  run.events.push({ type: 'created', record });
  return record;
}
