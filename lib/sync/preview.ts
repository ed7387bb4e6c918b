import { countMailed } from '#lib/mail-out/count-mailed.ts';
import { type Db, Prisma } from '#lib/platform/db.ts';
import type { TaskEvent } from '#lib/record/event.ts';
import { type TaskKind, taskKinds } from '#lib/record/kind.ts';
import { linksTo } from '#lib/record/link.ts';
import { parentOf } from '#lib/record/part-sql.ts';
import type { RecordOf } from '#lib/record/record.ts';
import { casesOf, countsAsUpdated, type Stage, stages } from '#lib/record/target.ts';
import type { Settings } from '#lib/settings/settings.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { eventsOf, newEntriesOf } from '#lib/write/write-updates.ts';
import { decideRuleUpdates } from './decide-effects.ts';
import { changesRecords, type Effect, isActive, planEffects, rulesOf } from './plan.ts';
import { effectsByRecord } from './propagate.ts';
import type { SyncRule } from './rule.ts';
import { syncRules } from './rules.ts';
import { type Ended, staysOpen } from './stays-open.ts';
import { childrenAreSynced } from './synced-fields.ts';
import { affectedPairs, countAffected } from './write-notes.ts';

/** SYNC-3, SYNC-5, SYNC-7 · Records that rules would write. `stayOpen`: marked ones that keep their state; `first`: 20 numbers. */
export type Affected = {
  to: Stage;
  rules: string[];
  count: number;
  resolved: string[];
  stayOpen: number;
  first: string[];
};

/**
 * SYNC-3 · What a command would do to cases: how many it updates, how many become Resolved, how many stay open because they are
 * marked (SYNC-7), how many customers get an email about that, and what stays open.
 */
export type WouldUpdate = {
  count: number;
  resolved: number;
  stayOpen: number;
  notified: number;
  ended: Ended | null;
};

type PreviewContext = Pick<CommandContext, 'tx' | 'actor' | 'at' | 'settings'>;

/** Runs like `propagate`, without writing: what would follow from these events of the root record. */
export async function previewPropagation(
  context: PreviewContext,
  rootId: string,
  events: readonly TaskEvent[],
  rules: readonly SyncRule[] = syncRules,
): Promise<Affected[]> {
  const known = [...events];
  const affected: Affected[] = [];
  for (const stage of stages) {
    const effects = planEffects(known, context.settings, rules, stage);
    if (effects.length === 0) continue;
    const reached = await look(context, rootId, effects, known);
    if (reached.count > 0) affected.push({ to: stage, rules: [...new Set(effects.flatMap(rulesOf))], ...reached });
  }
  return affected;
}

/** Records that one stage's effects would write; their expected events are added to `known`. */
async function look(context: PreviewContext, rootId: string, effects: readonly Effect[], known: TaskEvent[]) {
  if (!effects.some(changesRecords))
    return { ...(await countAffected(context, rootId, effects)), resolved: [], stayOpen: 0 };
  const written = await previewStage(context, rootId, effects, known);
  const numbers = written.flatMap(({ number }) => number ?? []);
  const resolved = written.filter((each) => each.isResolved).map(({ id }) => id);
  const stayOpen = written.filter((each) => each.isMoveSkipped).length;
  return { count: written.length, resolved, stayOpen, first: numbers.toSorted().slice(0, 20) };
}

/** SYNC-5 · A record that rules would write. `number` is null if only notes are written. `isMoveSkipped`: see SYNC-7. */
export type PreviewedRecord = {
  id: string;
  number: string | null;
  rules: string[];
  noted: boolean;
  isResolved: boolean;
  isMoveSkipped: boolean;
};

/** SYNC-3, SYNC-5 · The records that one stage's effects would write, one by one; their expected events are added. */
export async function previewStage(
  context: PreviewContext,
  rootId: string,
  effects: readonly Effect[],
  known: TaskEvent[],
): Promise<PreviewedRecord[]> {
  const pairs = await affectedPairs(context, rootId, effects);
  const written: PreviewedRecord[] = [];
  for (const [kind, byRecord] of effectsByRecord(effects, pairs)) {
    for (const update of await decideRuleUpdates(context, kind, byRecord)) {
      const { id, number } = update.before;
      const { rules = [], notes = [] } = update.origin ?? {};
      const isResolved = kind === 'case' && update.changed.includes('state') && update.after.state === 'resolved';
      written.push({
        id,
        number,
        rules: [...rules],
        noted: notes.length > 0,
        isResolved,
        isMoveSkipped: Boolean(update.skippedMoveRule),
      });
      const entries = newEntriesOf(update, context.actor).map((entry) => ({ ...entry, id }));
      known.push(...eventsOf(update, entries, context.actor));
    }
  }
  const updated = new Set(written.map(({ id }) => id));
  const alone = pairs.filter(({ id, n }) => !updated.has(id) && isNote(effects[n]));
  for (const [id, own] of Map.groupBy(alone, (pair) => pair.id)) {
    const rules = own.flatMap(({ n }) => effects[n] ?? []).flatMap(rulesOf);
    written.push({
      id,
      number: null,
      rules: [...new Set(rules)],
      noted: true,
      isResolved: false,
      isMoveSkipped: false,
    });
  }
  return written;
}

const isNote = (effect: Effect | undefined) => effect !== undefined && !changesRecords(effect);

/** SYNC-3 · What a previewed command would do to cases. */
export async function updatedByCommand(context: CommandContext): Promise<WouldUpdate> {
  const { cause, events } = context;
  const affected = cause ? await previewPropagation(context, cause.taskId, events) : [];
  return updatedBy(context, events, affected);
}

/** SYNC-3 · Updates that the rules would write, except to the record that a case's entries are copied to. */
async function updatedBy(
  context: PreviewContext,
  events: readonly TaskEvent[],
  affected: readonly Affected[],
): Promise<WouldUpdate> {
  const others = affected.filter(({ to }) => countsAsUpdated(to));
  const resolved = others.flatMap((each) => each.resolved);
  const count = others.reduce((all, each) => all + each.count, 0);
  const stayOpen = others.reduce((all, each) => all + each.stayOpen, 0);
  const notified = await countMailed(context.tx, context.actor, resolved);
  const ended = await staysOpen(context, events, resolved);
  return { count, resolved: resolved.length, stayOpen, notified, ended };
}

/** SYNC-3 · Whether the active rules copy staff comments on records of a kind into cases. */
export function commentsReachCases(kind: TaskKind, settings: Settings): boolean {
  const ofStaff = syncRules.filter((rule) => rule.on === 'commented' && (!rule.by || rule.by.includes('internal')));
  return ofStaff.some(
    (rule) => rule.sources.includes(kind) && isActive(rule, settings) && rule.targets.some(({ to }) => to === 'cases'),
  );
}

/** SYNC-3 · How many open cases a change of this record may be written into. */
export function countAffectedCases(tx: Db, kind: TaskKind, id: string): Promise<number> {
  return countCasesAffectedByMany(tx, kind, [id]);
}

/** SYNC-MAJ-1 · How many children a change of this case may update: none unless it is a synchronized major case. */
export async function countSyncedChildren(tx: Db, theCase: RecordOf<'case'>, settings: Settings): Promise<number> {
  if (theCase.majorCaseState !== 'accepted' || !childrenAreSynced(settings)) return 0;
  return (await countAffected({ tx }, theCase.id, [{ target: { to: 'child cases' }, sourceId: theCase.id }])).count;
}

/** SYNC-3 · The same for several records of a kind. A case with two of them counts once. */
export async function countCasesAffectedByMany(tx: Db, kind: TaskKind, ids: readonly string[]): Promise<number> {
  const { partOf } = taskKinds[kind];
  const links = linksTo(partOf?.kind ?? kind);
  const [first] = ids;
  if (links.length === 0 || first === undefined) return 0;
  const sources = partOf ? await idsOfWholes(tx, kind, ids) : ids;
  const reaching = sources.map((sourceId) => ({ target: casesOf(...links), sourceId }));
  return (await countAffected({ tx }, first, reaching)).count;
}

/** Ids of the records that these are part of. */
async function idsOfWholes(tx: Db, kind: TaskKind, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select distinct ${parentOf(Prisma.sql`given.id`, [kind])} as id from unnest(${[...ids]}::uuid[]) given(id)`;
  return rows.map(({ id }) => id);
}
