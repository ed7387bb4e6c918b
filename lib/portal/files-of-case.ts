import { fileSize } from '#lib/attachment/file-size.ts';
import { isShownInline } from '#lib/attachment/inline-types.ts';
import { Prisma } from '#lib/platform/db.ts';
import type { Settings } from '#lib/settings/settings.ts';
import { shownName } from './shown-name.ts';

export type PortalFile = { name: string; href: string; size: string; isImage: boolean; by: string | null; at: string };

/** A file as `filesOf` returns it; `at` in milliseconds. */
export type FileRow = { id: string; name: string; contentType: string; size: number; by: string | null; at: number };

/** REC-4, POR-18 · The files of the case `t`, newest first, as JSON. Every reader of the case may read them all. */
export const filesOf = (settings: Settings) => Prisma.sql`(
  select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name, 'contentType', a.content_type, 'size', a.size,
    'by', ${shownName(settings)}, 'at', round(extract(epoch from a.created_at) * 1000)) order by a.created_at desc, a.id desc), '[]')
  from attachments a left join users u on u.id = a.uploaded_by_id where a.task_id = t.id)`;

export const portalFile = ({ id, name, contentType, size, by, at }: FileRow): PortalFile => ({
  name,
  href: `/api/attachments/${id}`,
  size: fileSize(size),
  isImage: isShownInline(contentType),
  by,
  at: new Date(at).toISOString(),
});
