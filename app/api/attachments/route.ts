import type { ReadableStream as WebStream } from 'node:stream/web';
import { v7 as uuid } from 'uuid';
import { auditRefusal } from '#lib/access/audit-refusal.ts';
import { addAttachment, mayAttach } from '#lib/attachment/commands/add-attachment.ts';
import { attachmentTarget } from '#lib/attachment/queries/attachments.ts';
import { fileIsNotTooLarge } from '#lib/attachment/rules/attach.ts';
import { Upload } from '#lib/attachment/schema.ts';
import { dropReceived, receiveFile } from '#lib/attachment/store.ts';
import { malformed, refused } from '#lib/platform/action-result.ts';
import { appUrl } from '#lib/platform/env.ts';
import { isCrossOrigin } from '#lib/platform/origin.ts';
import { enforce, Refusal } from '#lib/platform/verdict.ts';
import { currentActor } from '#lib/session/current-actor.ts';

/** REC-4 · Takes a file: the body is its content, the query says where it belongs and what it is called. */
export async function POST(request: Request): Promise<Response> {
  if (isCrossOrigin(request, appUrl())) return new Response(null, { status: 403 });
  const actor = await currentActor();
  if (!actor) return new Response(null, { status: 401 });
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const upload = Upload.safeParse({ ...asked, contentType: request.headers.get('content-type') });
  if (!upload.success) return Response.json(malformed(upload.error), { status: 400 });
  const announced = request.headers.get('content-length');
  const id = uuid();
  try {
    const { record, maxMegabytes } = await attachmentTarget(actor, upload.data.kind, upload.data.number);
    // Before a byte is read: who is cut off while sending sees a broken connection instead of the words.
    enforce(mayAttach(actor, record), fileIsNotTooLarge(Number(announced), maxMegabytes));
    if (!request.body) throw new Refusal('REC-4', 'The file is empty.', { field: 'file' });
    const received = await receiveFile(id, request.body as WebStream<Uint8Array>, maxMegabytes);
    if (received.size !== Number(announced ?? received.size))
      throw new Refusal('REC-4', 'The file did not arrive whole: try again.', { field: 'file' });
    await addAttachment(actor, upload.data, received);
    return Response.json({ ok: true, message: `${upload.data.name} attached.` });
  } catch (error) {
    await dropReceived(id);
    if (!(error instanceof Refusal)) throw error;
    await auditRefusal(actor, 'record.attach', error);
    return Response.json(refused(error), { status: 422 });
  }
}
