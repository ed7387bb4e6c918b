import { fileSize } from '#lib/attachment/file-size.ts';
import { isShownInline } from '#lib/attachment/inline-types.ts';
import { db } from '#lib/platform/db.ts';
import type { Settings } from '#lib/property/settings.ts';
import { shownName } from '../shown-name.ts';

export type PortalFile = { name: string; href: string; size: string; isImage: boolean; by: string | null; at: string };

type Row = { id: string; name: string; contentType: string; size: number; by: string | null; at: Date };

/** REC-4, POR-18 · Files belong to the case and follow its access: whoever reads the case reads them all. */
export async function portalFiles(caseId: string, settings: Settings): Promise<PortalFile[]> {
  const files = await db().$queryRaw<Row[]>`
    select a.id, a.name, a.content_type as "contentType", a.size, ${shownName(settings)} as by, a.created_at as at
    from attachments a left join users u on u.id = a.uploaded_by_id
    where a.task_id = ${caseId}::uuid order by a.created_at desc, a.id desc`;
  return files.map(({ id, name, contentType, size, by, at }) => ({
    name,
    href: `/api/attachments/${id}`,
    size: fileSize(size),
    isImage: isShownInline(contentType),
    by,
    at: at.toISOString(),
  }));
}
