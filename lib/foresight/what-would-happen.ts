import type { z } from 'zod';
import { maySeeAffectedCount } from '#lib/access/policy.ts';
import { readableTasks } from '#lib/access/readable.ts';
import { countMails } from '#lib/notify/count-mails.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import { leftOut } from '#lib/sync/left-out.ts';
import { type Effect, planEffects, rulesOf } from '#lib/sync/plan.ts';
import { type Foreseen, lookAt } from '#lib/sync/preview.ts';
import { syncRules } from '#lib/sync/rules.ts';
import { stages } from '#lib/sync/target.ts';
import { countReached } from '#lib/sync/write-notes.ts';
import { tryOut } from '#lib/task/command.ts';
import type { CommandContext } from '#lib/task/command-context.ts';
import type { TaskEvent } from '#lib/task/event.ts';
import { type Considered, carriedOut, isOutOfReach, kindOf } from '#lib/task/would-update.ts';
import type { Firing, Foresight, Some } from './foresight.ts';

const NAMED = 20;
const nothing: Foresight = {
  refused: '',
  rules: [],
  records: 0,
  mails: { queued: 0, heldBack: 0 },
  leftOut: [],
  off: [],
};

const nameOf = (id: string) => syncRules.find((rule) => rule.id === id)?.name ?? id;

/** ACC-6 · How many they are, and the first numbers of those that the actor may see. */
async function some({ tx, actor }: CommandContext, ids: readonly string[]): Promise<Some> {
  const first = await tx.$queryRaw<{ number: string }[]>`
    select t.number from tasks t where t.id = any(${[...ids]}::uuid[]) and ${readableTasks(actor)}
    order by t.number limit ${NAMED}`;
  return { count: ids.length, first: first.map(({ number }) => number) };
}

const isBy = (event: TaskEvent, rule: string) => event.rules?.includes(rule) ?? false;

/** The rules that are switched off, and how many records each of them would reach. */
async function rulesOff(context: CommandContext, rootId: string, events: readonly TaskEvent[]) {
  const settings = { ...context.settings, rulesOff: new Set<string>() };
  const off = syncRules.filter(({ id }) => context.settings.rulesOff.has(id));
  const reach = await Promise.all(
    off.map(async ({ id, name }) => {
      const effects = planEffects(events, settings, [...syncRules]).filter((effect) => rulesOf(effect).includes(id));
      const { count } = effects.length > 0 ? await countReached(context, rootId, effects) : { count: 0 };
      return { id, name, count };
    }),
  );
  return reach.filter(({ count }) => count > 0);
}

/** The stages one after the other, as `propagate` writes them; none is written. */
async function foresee(context: CommandContext): Promise<Foresight> {
  const { cause } = context;
  if (!cause) return nothing;
  const own = [...context.events];
  const known = [...own];
  const planned: Effect[] = [];
  const written: Foreseen[] = [];
  for (const stage of stages) {
    const effects = planEffects(known, context.settings, syncRules, stage);
    planned.push(...effects);
    if (effects.length > 0) written.push(...(await lookAt(context, cause.taskId, effects, known)));
  }
  const mailsOf = (events: readonly TaskEvent[], noted: readonly Foreseen[]) =>
    countMails(
      context,
      events,
      noted.filter((each) => each.noted).map(({ id }) => id),
    );
  const rules: Firing[] = [];
  for (const id of new Set(written.flatMap((each) => each.rules))) {
    const reached = written.filter((each) => each.rules.includes(id));
    const records = await some(
      context,
      reached.map((each) => each.id),
    );
    const mails = await mailsOf(
      known.filter((event) => isBy(event, id)),
      reached,
    );
    rules.push({ id, name: nameOf(id), records, mails });
  }
  const ids = written.map(({ id }) => id);
  const without = await leftOut(context, planned, ids);
  return {
    ...nothing,
    rules,
    records: written.length,
    mails: await mailsOf(known, written),
    leftOut: await Promise.all(
      without.map(async ({ because, ids: left }) => ({ because, ...(await some(context, left)) })),
    ),
    off: await rulesOff(context, cause.taskId, own),
  };
}

/**
 * SYNC-5 · *What would happen?*: the rules that would fire, what each reaches, the mails, and who is left out and why. The command
 * itself is carried out and taken back, and its rules are asked by the code that fires them. ACC-6: only for who may know how many.
 */
export async function whatWouldHappen(actor: Actor, considered: z.output<typeof Considered>): Promise<Foresight> {
  try {
    const foresight = await tryOut(() => carriedOut(actor, considered), foresee);
    return maySeeAffectedCount(actor, await kindOf(considered)) ? foresight : nothing;
  } catch (error) {
    if (error instanceof Refusal && !isOutOfReach(error)) return { ...nothing, refused: error.because };
    throw error;
  }
}
