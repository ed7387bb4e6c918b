import { mayWorkCasesOf } from '#lib/access/customers.ts';
import { mayLeadMajorCases } from '#lib/access/policy.ts';
import { namedRecord } from '#lib/access/readable-record.ts';
import { runCommand } from '#lib/engine/command.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { first } from '#lib/platform/verdict.ts';
import { parseFile } from '../file/parse-file.ts';
import { readFile } from '../file/read-file.ts';
import { addToList } from '../fill-list.ts';
import { lockList } from '../lock-list.ts';
import type { AddedByHand } from '../rules/messages.ts';
import type { ReadFile } from '../schema.ts';

/** MAJ-5 · Adds the customers of a file to a list; rows that match no customer are skipped, as the report said. */
export async function importRecipients(actor: Actor, { text, ...of }: ReadFile): Promise<AddedByHand> {
  // Read the file before locking, so that a long file makes nobody wait.
  const leads = (by: Actor) => first(mayLeadMajorCases(by), mayWorkCasesOf(by, of.of));
  await namedRecord(actor, { kind: 'case', number: of.number }, leads);
  const parsed = await parseFile(of.of, text);
  const { value } = await runCommand(actor, 'import-recipients', async (context) => {
    const list = await lockList(context, of);
    const rows = await readFile(context.tx, { of: list.of, listId: list.id }, parsed);
    return addToList(
      context,
      list,
      rows.flatMap(({ customerId }) => customerId ?? []),
    );
  });
  return value;
}
