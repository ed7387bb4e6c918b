import type { TaskEvent } from '#lib/record/event.ts';
import type { TaskKind } from '#lib/record/kind.ts';
import type { Stage } from '#lib/record/target.ts';
import type { Settings } from '#lib/settings/settings.ts';
import { type Aim, addToLedger, type Ledger, placeOf } from '#lib/write/ledger.ts';
import type { RuleUpdate } from './decide-effects.ts';
import { changesRecords, type Effect, planEffects, rulesOf, switchedOff } from './plan.ts';
import type { SyncRule } from './rule.ts';

const aimsOf = (effects: readonly Effect[]): Aim[] =>
  effects.flatMap((effect) => {
    const { target, sourceId } = effect;
    return rulesOf(effect).map((rule) => ({ rule, target, sourceId }));
  });

/** SYNC-6 · Records the targets of a stage's rules, and those of rules that an administrator has switched off. */
export function recordTargets(
  ledger: Ledger,
  effects: readonly Effect[],
  { events, settings }: { events: readonly TaskEvent[]; settings: Settings },
  rules: readonly SyncRule[],
  stage: Stage,
): void {
  ledger.fired.push(...aimsOf(effects));
  const off = switchedOff(rules, settings);
  if (off.length === 0) return;
  const ids = new Set(off.map(({ id }) => id));
  const on = { ...settings, rulesOff: settings.rulesOff.difference(ids) };
  ledger.off.push(...aimsOf(planEffects(events, on, rules, stage)).filter(({ rule }) => ids.has(rule)));
}

/** SYNC-6 · Records how many notes each effect wrote. */
export function recordNotes(ledger: Ledger, effects: readonly Effect[], byEffect: readonly number[]): void {
  for (const [n, effect] of effects.entries())
    for (const rule of rulesOf(effect))
      addToLedger(ledger, { sourceId: effect.sourceId, rule, outcome: 'written', records: byEffect[n] ?? 0 });
}

/** SYNC-6 · Records the outcome for records that effects may change; `updates` holds those with a change. */
export function recordOutcomes<K extends TaskKind>(
  ledger: Ledger,
  byRecord: ReadonlyMap<string, readonly Effect[]>,
  updates: readonly RuleUpdate<K>[],
): void {
  const updated = new Map(updates.map((update) => [update.before.id, update]));
  for (const [id, effects] of byRecord) {
    const update = updated.get(id);
    for (const place of update ? effects.map(placeOf) : [])
      ledger.changed.set(place, (ledger.changed.get(place) ?? new Set()).add(id));
    // Notes are written even for effects that change nothing.
    for (const effect of update ? effects : effects.filter(changesRecords)) {
      for (const rule of rulesOf(effect)) {
        const outcome = update && tookPart(rule, effect, update) ? 'written' : 'unchanged';
        addToLedger(ledger, { sourceId: effect.sourceId, rule, outcome, records: 1, ids: [id] });
      }
      const skipped = update?.skippedMoveRule;
      if (skipped && effect.moves.some(({ rule }) => rule === skipped))
        addToLedger(ledger, { sourceId: effect.sourceId, rule: skipped, outcome: 'state_kept', records: 1, ids: [id] });
    }
  }
}

/** Whether a rule added text or changed a field in an update. */
function tookPart<K extends TaskKind>(
  rule: string,
  effect: Effect,
  { changed, after, origin }: RuleUpdate<K>,
): boolean {
  const isOwn = (each: { rule: string }) => each.rule === rule;
  const hasSet = (values: object) => Object.keys(values).some((field) => changed.includes(field));
  if ([...effect.notes, ...effect.comments, ...(origin?.notes ?? [])].some(isOwn)) return true;
  return (
    effect.fields.filter(isOwn).some(({ values }) => hasSet(values)) ||
    effect.moves
      .filter(isOwn)
      .some((move) => hasSet(move.values ?? {}) || (changed.includes('state') && after.state === move.state))
  );
}
