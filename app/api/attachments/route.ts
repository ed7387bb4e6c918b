import type { ReadableStream as WebStream } from 'node:stream/web';
import { receiveAttachment } from '#lib/attachment/commands/receive-attachment.ts';
import { UploadHeaders } from '#lib/attachment/schema.ts';
import { route } from '#lib/door/route.ts';
import { applyStep } from '#lib/technician-day/commands/apply-step.ts';
import { UploadOrStep } from '#lib/technician-day/schema.ts';

/**
 * REC-4 · Receives a file: the body is its content; the query names its record and its file name. WO-18: a file that is a
 * technician's step is stored once, however often it is sent.
 */
export const POST = route(
  { permission: 'record.attach', limit: 'upload', side: 'both', query: UploadOrStep, headers: UploadHeaders },
  async ({ actor, query, headers, request }) => {
    const { stepId, at, ...upload } = query;
    const content = request.body as WebStream<Uint8Array> | null;
    const { 'content-type': contentType, 'content-length': announced } = headers;
    const receive = () => receiveAttachment(actor, { ...upload, contentType, announced, content });
    if (stepId && at) return applyStep(actor, 'file', { stepId, number: upload.number, at }, receive);
    await receive();
    return { ok: true, message: `${upload.name} attached.` };
  },
);
