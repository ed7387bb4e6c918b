import { formFilesSince } from '#lib/attachment/sweep.ts';
import { now } from '#lib/platform/clock.ts';
import { type Db, db, Prisma } from '#lib/platform/db.ts';

/** A file of a form that is not sent yet. */
export type FormFile = { id: string; name: string };

/** The session and form that the files belong to. */
export type FormKey = { sessionId: string; form: string };

const ofForm = ({ sessionId, form }: FormKey, at: Date) => Prisma.sql`
  f.session_id = ${sessionId}::uuid and f.form = ${form} and f.created_at > ${formFilesSince(at)}`;

/** POR-18 · The files that wait for a form of this session, in order of upload. */
export function formFiles(of: FormKey): Promise<FormFile[]> {
  return db().$queryRaw<FormFile[]>`
    select f.id, f.name from form_files f where ${ofForm(of, now())} order by f.created_at, f.id`;
}

/** POR-18 · Moves the files of a form to the record created from it; returns their ids. */
export async function attachFormFiles(
  tx: Db,
  of: FormKey,
  { taskId, userId, at }: { taskId: string; userId: string; at: Date },
): Promise<string[]> {
  const attached = await tx.$queryRaw<{ id: string }[]>`
    with sent as (delete from form_files f where ${ofForm(of, at)} returning f.*)
    insert into attachments (id, task_id, name, content_type, size, sha256, uploaded_by_id, created_at)
    select id, ${taskId}::uuid, name, content_type, size, sha256, ${userId}::uuid, ${at} from sent returning id`;
  return attached.map(({ id }) => id);
}
