import { writeMails, writeMailsOfNotes } from '#lib/notify/outbox.ts';
import { system } from '#lib/platform/actor.ts';
import type { LinkName } from '#lib/related/link.ts';
import { deriveFromComment } from '#lib/task/apply-update.ts';
import type { CommandContext } from '#lib/task/command-context.ts';
import { speakerOf } from './event.ts';
import { fanOut, fanOutToIncidents } from './fan-out.ts';
import { type Effect, planEffects } from './plan.ts';
import type { Target } from './rule.ts';
import { relatedRecordOf, writeToRecord } from './write-to-record.ts';

type RecordTarget = Extract<Target, { to: 'record' }>;

/**
 * SYNC-0 · Tells others what the command did. First into the record of a case (SYNC-CASE-1, -2); what that changes
 * there joins the events, as the table says; then, once and in sets, into every case of the records that changed.
 */
export async function tell(context: CommandContext): Promise<void> {
  if (context.events.length === 0) return;
  const ledger = { rules: new Set<string>(), written: 0 };
  const enter = (effect: Effect, count: number) => {
    ledger.written += count;
    if (count > 0) for (const { rule } of effect.lines) ledger.rules.add(rule);
  };
  for (const effect of planEffects(context.events, context.settings)) {
    if (effect.target.to === 'record') enter(effect, await tellRecord(context, effect, effect.target));
  }
  const effects = planEffects(context.events, context.settings);
  // SYNC-000: whoever holds an incident may wait for its cases, so incidents are locked before any case.
  for (const effect of effects) {
    if (effect.target.to === 'incidents of the problem') enter(effect, await tellIncidents(context, effect));
  }
  for (const effect of effects) {
    if (effect.target.to === 'cases') enter(effect, await tellCases(context, effect, effect.target.links));
  }
  if (ledger.written > 0 && context.cause) {
    const data = { rules: [...ledger.rules], written: ledger.written };
    await context.tx.cause.updateMany({ where: { id: context.cause.id }, data });
  }
  if (ledger.written > 0 || context.ruleWrote) await writeMailsOfNotes(context);
  await writeMails(context);
}

async function tellCases(context: CommandContext, effect: Effect, links: readonly LinkName[]): Promise<number> {
  const count = await fanOut(context, links, effect);
  context.told += count;
  return count;
}

async function tellIncidents(context: CommandContext, effect: Effect): Promise<number> {
  const count = await fanOutToIncidents(context, effect);
  context.told += count;
  return count;
}

/** Writes into the record that the case has. A comment there is an event of its own; a work note triggers nothing. */
async function tellRecord(context: CommandContext, effect: Effect, { link, as }: RecordTarget): Promise<number> {
  const record = await relatedRecordOf(context, effect.sourceId, link);
  if (!record) return 0;
  const { entryId, text } = await writeToRecord(context, record, as, effect);
  if (as === 'comment') {
    context.events.push({ type: 'commented', record, entryId, text, by: speakerOf(system) });
    await deriveFromComment(context, record, { comment: text });
  }
  return 1;
}
