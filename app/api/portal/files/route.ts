import type { ReadableStream as WebStream } from 'node:stream/web';
import { UploadHeaders } from '#lib/attachment/schema.ts';
import { route } from '#lib/door/route.ts';
import { storeFormFile } from '#lib/portal/commands/store-form-file.ts';
import { StoreFormFile } from '#lib/portal/schema.ts';

/** POR-18 · Receives a file of a form not submitted yet: the body is its content; the query names the form and the file. */
export const POST = route(
  { permission: 'record.attach', limit: 'upload', side: 'customers', query: StoreFormFile, headers: UploadHeaders },
  ({ actor, session, query, headers, request }) =>
    storeFormFile(actor, {
      ...query,
      sessionId: session.id,
      contentType: headers['content-type'],
      announced: headers['content-length'],
      content: request.body as WebStream<Uint8Array> | null,
    }),
);
