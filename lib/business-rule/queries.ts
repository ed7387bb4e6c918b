import { mayAdminister } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { taskKinds } from '#lib/record/kind.ts';
import { isIntegrated, readSettings } from '#lib/settings/settings.ts';
import { isActive } from '#lib/sync/plan.ts';
import { syncRules } from '#lib/sync/rules.ts';

export type ListedRule = {
  id: string;
  name: string;
  /** The records whose changes trigger the rule. */
  tables: readonly string[];
  when: string;
  does: string;
  active: boolean;
  /** Why an active rule does not fire; null if it does, or is not active. */
  heldBack: string | null;
  firedInDay: number;
  firedInMonth: number;
};

/** ADM-2 · All rules in the order in which they run, with their switch and how often they fired. */
export async function listBusinessRules(actor: Actor): Promise<ListedRule[]> {
  enforce(mayAdminister(actor));
  const [settings, fired] = await Promise.all([readSettings(db()), countFired()]);
  return syncRules.map((rule) => {
    const active = !settings.rulesOff.has(rule.id);
    const { integration } = rule;
    const reason = isIntegrated(settings, integration)
      ? 'Its property is not true.'
      : `The integration ${integration} is not active.`;
    return {
      id: rule.id,
      name: rule.name,
      tables: rule.sources.map((kind) => taskKinds[kind].label),
      when: rule.when,
      does: rule.does,
      active,
      heldBack: active && !isActive(rule, settings) ? reason : null,
      firedInDay: fired.get(rule.id)?.day ?? 0,
      firedInMonth: fired.get(rule.id)?.month ?? 0,
    };
  });
}

const DAY = 24 * 60 * 60 * 1000;

/** One pass over causes of the last 30 days that wrote to other records; the partial index has only such causes. */
async function countFired() {
  const at = now().getTime();
  const rows = await db().$queryRaw<{ rule: string; day: number; month: number }[]>`
    select rule, count(*) filter (where at > ${new Date(at - DAY)})::int as day, count(*)::int as month
    from causes, unnest(rules) as rule
    where written > 0 and at > ${new Date(at - 30 * DAY)} and at <= ${new Date(at)}
    group by rule`;
  return new Map(rows.map((row) => [row.rule, row]));
}
