import type { Actor } from '#lib/platform/actor.ts';
import { runCommand } from '#lib/task/command.ts';
import { readFile } from '../file/read-file.ts';
import { addToList } from '../fill-list.ts';
import { lockList } from '../lock-list.ts';
import type { AddedByHand } from '../rules/messages.ts';
import type { ReadFile } from '../schema.ts';

/** MAJ-5 · Puts the customers of a file on a list; rows that name nobody are left out, as the report before said. */
export async function importRecipients(actor: Actor, { text, ...of }: ReadFile): Promise<AddedByHand> {
  const { value } = await runCommand(actor, 'import-recipients', async (context) => {
    const list = await lockList(context, of);
    const rows = await readFile(context.tx, { of: list.of, listId: list.id }, text);
    return addToList(
      context,
      list,
      rows.flatMap(({ customerId }) => customerId ?? []),
    );
  });
  return value;
}
