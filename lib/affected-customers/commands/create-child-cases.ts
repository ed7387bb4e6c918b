import { v7 as uuid } from 'uuid';
import { runCommand } from '#lib/engine/command.ts';
import type { Person } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { wakeRuns } from '#lib/run/run-state.ts';
import { entryHasWords } from '#lib/write/write-entry.ts';
import { lockList } from '../lock-list.ts';
import { newCasesHaveComment, noRunExists, someCustomersHaveNoCase } from '../rules/child-run.ts';
import { childCaseTable } from '../run/child-case-run.ts';
import type { CreateChildCases } from '../schema.ts';

/**
 * MAJ-5 · Starts a run whose job creates a child case for every customer on the list without one. From now on the list can only
 * be extended. A concurrent call waits for the major case's lock and finds the run. Returns how many cases will be created.
 */
export async function createChildCases(actor: Person, { comment, ...which }: CreateChildCases): Promise<number> {
  const { value } = await runCommand(actor, 'create-child-cases', async (context) => {
    const { tx, at } = context;
    const { id: listId, of, fixedAt, run } = await lockList(context, which);
    enforce(newCasesHaveComment(comment), entryHasWords(comment, 'comment'), noRunExists(run?.state ?? null));
    const [all, waiting] = await Promise.all([
      tx.recipient.count({ where: { listId } }),
      tx.recipient.count({ where: { listId, state: { in: ['listed', 'left_out'] } } }),
    ]);
    enforce(someCustomersHaveNoCase(waiting, all, of));
    if (!fixedAt) await tx.recipientsList.update({ where: { id: listId }, data: { fixedAt: at } });
    const { id: runId } = await tx.childCaseRun.create({
      data: { id: uuid(), listId, comment, startedById: actor.id, createdAt: at },
    });
    await tx.recipient.updateMany({
      where: { listId, state: { in: ['listed', 'left_out'] } },
      data: { state: 'queued', runId, reason: '' },
    });
    await wakeRuns(tx, childCaseTable);
    return waiting;
  });
  return value;
}
