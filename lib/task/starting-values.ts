import { startingGroup } from '#lib/case/starting-group.ts';
import type { CommandContext } from './command-context.ts';
import type { TaskKind } from './kind.ts';
import type { RecordOf } from './record.ts';

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
