import { mayGenerateCases, mayNotifyCustomers } from '#lib/access/policy.ts';
import { namedRecord } from '#lib/access/readable-record.ts';
import { messageFits } from '#lib/customer-messages/rules/message.ts';
import { beginRun } from '#lib/customer-messages/run/begin-run.ts';
import type { Started } from '#lib/customer-messages/run/write-run.ts';
import { runCommand } from '#lib/engine/command.ts';
import type { Person } from '#lib/platform/actor.ts';
import { enforce, first } from '#lib/platform/verdict.ts';
import { lockRecord } from '#lib/write/lock.ts';
import { makeCases } from '../make-cases.ts';
import type { GenerateCases } from '../schema.ts';
import type { Generated } from '../write-cases.ts';

/** PRO-4 · Creates the cases and starts the message to their customers, in one transaction: both, or neither. */
export async function generateWithMessage(
  actor: Person,
  { text, ...run }: GenerateCases & { text: string },
): Promise<Generated & { started: Started }> {
  await namedRecord(actor, run, (by, source) => first(mayGenerateCases(by), mayNotifyCustomers(by, source)));
  enforce(messageFits(text));
  const { value } = await runCommand(actor, 'generate-proactive-cases', async (context) => {
    const source = await lockRecord(context, run.kind, run.number);
    const generated = await makeCases(context, source, run);
    const cases = generated.cases.map(({ id, number }) => ({ id, number, active: true }));
    const started = await beginRun(context, { sourceId: source.id, text, senderId: actor.id }, cases);
    return { ...generated, started };
  });
  return value;
}
