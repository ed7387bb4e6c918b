import type { TaskKind } from '#lib/record/kind.ts';
import type { RecordOf } from '#lib/record/record.ts';
import type { CommandContext } from './command-context.ts';
import { startingGroup } from './default-group.ts';

type Starting = {
  [K in TaskKind]?: (context: CommandContext, values: Partial<RecordOf<K>>) => Promise<Partial<RecordOf<K>>>;
};

/** Values from other tables for a record that a user creates, by kind. */
const starting: Starting = { case: startingGroup };

/** Initial values of a new record, besides defaults and chosen values. Most kinds have none and run no query. */
export async function startingValues<K extends TaskKind>(
  context: CommandContext,
  kind: K,
  values: Partial<RecordOf<K>>,
): Promise<Partial<RecordOf<K>>> {
  const start: Starting[K] = starting[kind];
  return start ? start(context, values) : {};
}
