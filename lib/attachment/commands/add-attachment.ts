import { mayComment, mayWork } from '#lib/access/policy.ts';
import { caseIsNotClosed } from '#lib/case/rules/validate-update.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce, first, type Verdict, yes } from '#lib/platform/verdict.ts';
import { runCommand } from '#lib/task/command.ts';
import { lockRecord } from '#lib/task/lock.ts';
import type { TaskRecord } from '#lib/task/record.ts';
import { recordHasRoom } from '../rules/attach.ts';
import type { Upload } from '../schema.ts';
import type { Received } from '../store.ts';

/** REC-4, CASE-5 · Who may comment on a record may attach to it. */
export function mayAttach(actor: Actor, record: TaskRecord): Verdict {
  return first(
    mayComment(actor, record),
    mayWork(actor, record),
    record.kind === 'case' ? caseIsNotClosed(record) : yes,
  );
}

/** REC-4 · Attaches a received file to a record. */
export async function addAttachment(
  actor: Actor,
  upload: Upload & { contentType: string },
  { id, size, sha256 }: Received,
): Promise<void> {
  const { kind, number, name, contentType } = upload;
  await runCommand(actor, 'attach', async (context) => {
    const record = await lockRecord(context, kind, number);
    const files = await context.tx.attachment.count({ where: { taskId: record.id } });
    enforce(mayAttach(actor, record), recordHasRoom(record.number, files));

    await context.tx.attachment.create({
      data: { id, taskId: record.id, name, contentType, size, sha256, uploadedById: actor.id, createdAt: context.at },
    });
    context.changedRecords.set(record.id, { kind, number: record.number });
  });
}
