import type { ReadableStream as WebStream } from 'node:stream/web';
import { receiveAttachment } from '#lib/attachment/commands/receive-attachment.ts';
import { Upload, UploadHeaders } from '#lib/attachment/schema.ts';
import { route } from '#lib/door/route.ts';

/** REC-4 · Takes a file: the body is its content, the query says where it belongs and what it is called. */
export const POST = route(
  { permission: 'record.attach', limit: 'upload', side: 'both', query: Upload, headers: UploadHeaders },
  async ({ actor, query, headers, request }) => {
    const content = request.body as WebStream<Uint8Array> | null;
    const { 'content-type': contentType, 'content-length': announced } = headers;
    await receiveAttachment(actor, { ...query, contentType, announced, content });
    return { ok: true, message: `${query.name} attached.` };
  },
);
