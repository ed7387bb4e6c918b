import { countMails, type MailCount } from '#lib/mail-rules/count-mails.ts';
import type { TaskEvent } from '#lib/record/event.ts';
import { stages, writesChildren } from '#lib/record/target.ts';
import { leftOut } from '#lib/sync/left-out.ts';
import { type Effect, planEffects, rulesOf, switchedOff } from '#lib/sync/plan.ts';
import { type PreviewedRecord, previewStage } from '#lib/sync/preview.ts';
import { syncRules } from '#lib/sync/rules.ts';
import { childrenAreSynced, withSyncedChildren } from '#lib/sync/synced-fields.ts';
import { countAffected } from '#lib/sync/write-notes.ts';
import type { CommandContext } from '#lib/write/command-context.ts';

/** The consequences of a command, by record id. */
export type Consequences = {
  rules: Map<string, { ids: readonly string[]; mails: MailCount }>;
  ids: readonly string[];
  mails: MailCount;
  leftOut: Map<string, readonly string[]>;
  /** SYNC-7 · Records that keep their state. */
  stayOpen: readonly string[];
  /** SYNC-MAJ-1 · Changes do not reach child cases, because the property is off. */
  isUnsynced: boolean;
  /** How many records each switched-off rule would update. */
  off: Map<string, number>;
};

export const noConsequences = (): Consequences => ({
  rules: new Map(),
  ids: [],
  mails: { queued: 0, heldBack: 0 },
  leftOut: new Map(),
  stayOpen: [],
  isUnsynced: false,
  off: new Map(),
});

const isBy = (event: TaskEvent, rule: string) => event.rules?.includes(rule) ?? false;

async function rulesOff(context: CommandContext, rootId: string, events: readonly TaskEvent[]) {
  const missed = switchedOff(syncRules, context.settings);
  const rulesOff = context.settings.rulesOff.difference(new Set(missed.map(({ id }) => id)));
  const settings = { ...context.settings, rulesOff };
  const off = new Map<string, number>();
  for (const { id } of missed) {
    const effects = planEffects(events, settings, [...syncRules]).filter((effect) => rulesOf(effect).includes(id));
    const { count } = effects.length > 0 ? await countAffected(context, rootId, effects) : { count: 0 };
    if (count > 0) off.set(id, count);
  }
  return off;
}

/** SYNC-MAJ-1 · Whether child cases would be written if the property were on. */
async function missesChildren(context: CommandContext, rootId: string, events: readonly TaskEvent[]) {
  if (childrenAreSynced(context.settings)) return false;
  const settings = withSyncedChildren(context.settings);
  const effects = planEffects(events, settings, syncRules).filter(writesChildren);
  return effects.length > 0 && (await countAffected(context, rootId, effects)).count > 0;
}

/** INC-7, MAJ-10 · Records that follow without a sync rule. The command itself writes them. */
async function followed(context: CommandContext, own: readonly TaskEvent[]): Promise<Consequences['rules']> {
  const rules: Consequences['rules'] = new Map();
  for (const [rule, followers] of Map.groupBy(context.followers, (each) => each.rule)) {
    const ids = new Set(followers.flatMap((each) => each.ids));
    const events = own.filter(({ record }) => ids.has(record.id));
    const mails = await countMails(context, events, [...context.notedIds.intersection(ids)]);
    if (ids.size > 0) rules.set(rule, { ids: [...ids], mails });
  }
  return rules;
}

/** The ids of records that cannot follow, by reason. */
function leftBehind({ followers }: CommandContext): [string, string[]][] {
  const left = followers.flatMap(({ leftOut: some }) => some);
  return [...Map.groupBy(left, ({ because }) => because)].map(([because, same]) => [because, same.map(({ id }) => id)]);
}

/** SYNC-5 · Runs the stages in the order of `propagate`, but writes nothing. */
export async function previewConsequences(context: CommandContext): Promise<Consequences> {
  const { cause } = context;
  if (!cause) return noConsequences();
  const own = [...context.events];
  const known = [...own];
  const planned: Effect[] = [];
  const written: PreviewedRecord[] = [];
  for (const stage of stages) {
    const effects = planEffects(known, context.settings, syncRules, stage);
    planned.push(...effects);
    if (effects.length > 0) written.push(...(await previewStage(context, cause.taskId, effects, known)));
  }
  const idsOf = (some: readonly PreviewedRecord[]) => some.map(({ id }) => id);
  const notedOf = (some: readonly PreviewedRecord[]) => idsOf(some.filter(({ noted }) => noted));
  const rules = await followed(context, own);
  for (const id of new Set(written.flatMap((each) => each.rules))) {
    const reached = written.filter((each) => each.rules.includes(id));
    const events = known.filter((event) => isBy(event, id));
    rules.set(id, { ids: idsOf(reached), mails: await countMails(context, events, notedOf(reached)) });
  }
  const without = await leftOut(context, planned, idsOf(written));
  return {
    rules,
    ids: [...new Set([...idsOf(written), ...context.followers.flatMap(({ ids }) => ids)])],
    mails: await countMails(context, known, [...notedOf(written), ...context.notedIds]),
    leftOut: new Map([...without.map(({ because, ids }) => [because, ids] as const), ...leftBehind(context)]),
    stayOpen: idsOf(written.filter(({ isMoveSkipped }) => isMoveSkipped)),
    isUnsynced: await missesChildren(context, cause.taskId, own),
    off: await rulesOff(context, cause.taskId, own),
  };
}
