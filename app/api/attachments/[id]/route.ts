import { z } from 'zod';
import { isShownInline } from '#lib/attachment/inline-types.ts';
import { findAttachment } from '#lib/attachment/queries/attachments.ts';
import { sanitizeFileName } from '#lib/attachment/sanitize-file-name.ts';
import { openFile } from '#lib/attachment/store.ts';
import { route } from '#lib/door/route.ts';
import { found } from '#lib/platform/verdict.ts';

/** Whether the browser has this content already, by the ETag that it sends. */
function isCached(request: Request, etag: string): boolean {
  const known = (request.headers.get('if-none-match') ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''));
  return known.includes(etag);
}

/**
 * REC-4 · Sends a file of a record that the actor may see. Only pictures are displayed; content types are never guessed.
 * A browser caches the file, but asks each time whether it may still show it.
 */
export const GET = route(
  { permission: 'attachment.open', limit: 'download', side: 'both', params: z.object({ id: z.uuid() }) },
  async ({ actor, params, request }) => {
    const file = found(await findAttachment(actor, params.id), 'attachment');
    const caching = { 'cache-control': 'private, no-cache', etag: `"${file.sha256}"` };
    if (isCached(request, caching.etag)) return new Response(null, { status: 304, headers: caching });
    const content = found(openFile(file.id), 'attachment');
    const inline = isShownInline(file.contentType);
    const name = encodeURIComponent(sanitizeFileName(file.name)).replaceAll(
      /['()*]/g,
      (sign) => `%${sign.charCodeAt(0).toString(16)}`,
    );
    return new Response(content as ReadableStream<Uint8Array<ArrayBuffer>>, {
      headers: {
        'content-type': inline ? file.contentType : 'application/octet-stream',
        'content-length': String(file.size),
        'content-disposition': `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        ...caching,
      },
    });
  },
);
