import { mayWriteAsCustomer } from '#lib/access/readable-by-customer.ts';
import { runCommand } from '#lib/engine/command.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { Db } from '#lib/platform/db.ts';
import { enforce } from '#lib/platform/verdict.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { lockRecord } from '#lib/write/lock.ts';
import { mayAttach, recordHasRoom } from '../rules/attach.ts';
import type { Upload } from '../schema.ts';
import type { Received } from '../store.ts';

/** REC-4 · Attaches a received file to a record. `within`: an already open transaction. */
export async function addAttachment(
  actor: Actor,
  upload: Upload & { contentType: string },
  { id, size, sha256 }: Received,
  within?: Db,
): Promise<void> {
  const { kind, number, name, contentType } = upload;
  const work = async (context: CommandContext) => {
    const record = await lockRecord(context, kind, number);
    const files = await context.tx.attachment.count({ where: { taskId: record.id } });
    enforce(mayAttach(actor, record));
    enforce(await mayWriteAsCustomer(context.tx, actor, record));
    enforce(recordHasRoom(record.number, files));

    await context.tx.attachment.create({
      data: { id, taskId: record.id, name, contentType, size, sha256, uploadedById: actor.id, createdAt: context.at },
    });
    context.changedRecords.set(record.id, { kind, number: record.number });
  };
  await runCommand(actor, 'attach', work, within);
}
