import { isOn } from '#lib/settings/settings.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { runOf } from './run-of.ts';

/** PRO-6 · How many proactive cases a previewed command would generate automatically. */
export async function casesToGenerate({ tx, settings, events }: CommandContext): Promise<number> {
  if (!isOn(settings, 'change.generate_cases_on_authorize')) return 0;
  let count = 0;
  for (const event of events) {
    if (event.type !== 'updated' || event.record.kind !== 'change') continue;
    if (event.record.state !== 'authorize' || event.before.state === 'authorize') continue;
    // The accounts, and the consumers, who get a separate run.
    const { id, configurationItemId: about } = event.record;
    const run = await runOf(tx, settings, { id, kind: 'change', about }, { of: 'accounts' });
    count += run.customers.length + run.remain.length;
  }
  return count;
}
