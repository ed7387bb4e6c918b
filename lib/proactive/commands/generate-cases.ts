import { mayGenerateCases } from '#lib/access/policy.ts';
import { runCommand } from '#lib/engine/command.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { lockRecord } from '#lib/write/lock.ts';
import { makeCases } from '../make-cases.ts';
import type { GenerateCases } from '../schema.ts';
import type { Generated } from '../write-cases.ts';

/**
 * PRO-1, PRO-3, PRO-8 · Creates a proactive case for each affected customer that has none of this record, below a major case if
 * there are many. A concurrent call waits for the record's lock and then finds all cases created.
 */
export async function generateCases(actor: Actor, { kind, number, ...whom }: GenerateCases): Promise<Generated> {
  const { value } = await runCommand(actor, 'generate-proactive-cases', async (context) => {
    const source = await lockRecord(context, kind, number);
    enforce(mayGenerateCases(actor));
    return makeCases(context, source, whom);
  });
  return value;
}
