import type { SourceKind } from '#lib/kinds/outage-source.ts';
import { enforce } from '#lib/platform/verdict.ts';
import type { RecordOf } from '#lib/record/record.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { runOf } from './queries/run-of.ts';
import { someCustomersAreLeft, sourceIsOpen } from './rules/plan-run.ts';
import type { GenerateCases } from './schema.ts';
import { type Generated, writeCases } from './write-cases.ts';

/** PRO-1, PRO-3 · Creates the cases of a run under the lock of their record, if the actor may. */
export async function makeCases(
  context: CommandContext,
  source: RecordOf<SourceKind>,
  whom: Pick<GenerateCases, 'of' | 'customerIds'>,
): Promise<Generated> {
  enforce(sourceIsOpen(source));
  const run = await runOf(context.tx, context.settings, source, whom, true);
  enforce(someCustomersAreLeft(run));
  return writeCases(context, source, whom.of, run);
}
