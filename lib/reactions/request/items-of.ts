import { loadRecords } from '#lib/record/kind-table.ts';
import type { RecordOf } from '#lib/record/record.ts';
import { asLeft } from '#lib/write/ahead.ts';
import type { CommandContext } from '#lib/write/command-context.ts';

/** The items of locked requests, in the order of their numbers. */
export async function itemsOfRequests(
  context: CommandContext,
  requestIds: readonly string[],
): Promise<RecordOf<'requested_item'>[]> {
  const { tx } = context;
  const found = await tx.requestedItem.findMany({
    where: { requestId: { in: [...requestIds] } },
    select: { id: true },
  });
  const items = await loadRecords(
    tx,
    'requested_item',
    found.map(({ id }) => id),
  );
  return asLeft(context, items).toSorted((one, other) => one.number.localeCompare(other.number));
}
