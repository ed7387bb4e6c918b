import type { TaskKind } from '#lib/record/kind.ts';
import type { RecordOf } from '#lib/record/record.ts';
import type { CommandContext } from './command-context.ts';
import { startingGroup } from './starting-group.ts';

type Starting = {
  [K in TaskKind]?: (context: CommandContext, values: Partial<RecordOf<K>>) => Promise<Partial<RecordOf<K>>>;
};

/** What a record that somebody makes gets from other tables, by its kind. */
const starting: Starting = { case: startingGroup };

/** Values that a new record of a kind begins with, besides its defaults and what was chosen; most kinds have none, and ask nothing. */
export async function startingValues<K extends TaskKind>(
  context: CommandContext,
  kind: K,
  values: Partial<RecordOf<K>>,
): Promise<Partial<RecordOf<K>>> {
  const start: Starting[K] = starting[kind];
  return start ? start(context, values) : {};
}
