import type { TaskKind } from '#lib/record/kind.ts';
import { countsAsUpdated, stages, writesChildren } from '#lib/record/target.ts';
import type { Cause, CommandContext } from '#lib/write/command-context.ts';
import { writeUpdates } from '#lib/write/write-updates.ts';
import { noteCopies } from './copy-links.ts';
import { decideRuleUpdates } from './decide-effects.ts';
import { majorCaseHasSource, notesWithStableTargets } from './held.ts';
import { changesRecords, type Effect, planEffects, rulesOf } from './plan.ts';
import { recordNotes, recordOutcomes, recordTargets } from './record-ledger.ts';
import type { SyncRule } from './rule.ts';
import { syncRules } from './rules.ts';
import { kindOfTarget } from './target-sql.ts';
import { lockReached, writeNotes } from './write-notes.ts';

/**
 * SYNC-0 · Writes what the rules derive from the command, stage by stage and in sets. Each stage's writes join the events, but
 * trigger rules of a later stage only where the table says so (SYNC-00).
 */
export async function propagate(context: CommandContext, rules: readonly SyncRule[] = syncRules): Promise<void> {
  const { cause } = context;
  if (!cause || context.events.length === 0) return;
  for (const stage of stages) {
    const effects = planEffects(context.events, context.settings, rules, stage);
    recordTargets(cause.ledger, effects, context, rules, stage);
    if (effects.length === 0) continue;
    const written = await carryOut(context, cause, effects);
    if (written === 0) continue;
    cause.written += written;
    for (const rule of effects.flatMap(rulesOf)) cause.rules.add(rule);
    if (countsAsUpdated(stage)) context.updatedCount += written;
    if (effects.some(writesChildren)) context.childrenUpdated += written;
  }
}

/** A record and the index of the effect that reaches it. */
type Pair = { id: string; n: number };

/** Carries out the effects of one stage. Returns how many records were written. */
async function carryOut(context: CommandContext, cause: Cause, effects: readonly Effect[]): Promise<number> {
  const notes = notesWithStableTargets(effects);
  const written = notes ? await noteAll(context, cause, notes, { unless: majorCaseHasSource(notes) }) : 0;
  if (written > 0) return written;
  const pairs = await lockReached(context, cause.taskId, effects);
  const updated = await updateReached(context, cause, effects, pairs);
  const noted = effects.filter((effect) => !changesRecords(effect));
  if (noted.length === 0) return updated.size;
  const only = pairs.map(({ id }) => id).filter((id) => !updated.has(id));
  return updated.size + (await noteAll(context, cause, noted, { only }));
}

async function noteAll(
  context: CommandContext,
  cause: Cause,
  effects: readonly Effect[],
  limits: Parameters<typeof writeNotes>[3],
): Promise<number> {
  const { written, byEffect } = await writeNotes(context, cause, effects, limits);
  recordNotes(cause.ledger, effects, byEffect);
  return written;
}

/** Reads the records that effects change, decides each and writes them in sets. Returns the ids of those written. */
async function updateReached(
  context: CommandContext,
  { ledger }: Cause,
  effects: readonly Effect[],
  pairs: readonly Pair[],
): Promise<Set<string>> {
  const written = new Set<string>();
  for (const [kind, byRecord] of effectsByRecord(effects, pairs)) {
    const updates = await decideRuleUpdates(context, kind, byRecord);
    for (const { id } of await writeUpdates(context, kind, updates)) written.add(id);
    recordOutcomes(ledger, byRecord, updates);
    await noteCopies(
      context,
      updates.map(({ after, copies }) => ({ number: after.number, copies })),
    );
  }
  return written;
}

/** Effects on each record, by kind; leaves out records that only get notes. */
export function effectsByRecord(
  effects: readonly Effect[],
  pairs: readonly Pair[],
): Map<TaskKind, Map<string, Effect[]>> {
  const byKind = new Map<TaskKind, Map<string, Effect[]>>();
  const byRecord = Map.groupBy(pairs, ({ id }) => id);
  for (const [id, own] of byRecord) {
    // In the order of the rules, not of the query result.
    const reaching = own.toSorted((a, b) => a.n - b.n).flatMap(({ n }) => effects[n] ?? []);
    const [first] = reaching;
    if (!first || !reaching.some(changesRecords)) continue;
    const kind = kindOfTarget(first.target);
    const ofKind = byKind.get(kind) ?? new Map<string, Effect[]>();
    byKind.set(kind, ofKind.set(id, reaching));
  }
  return byKind;
}
