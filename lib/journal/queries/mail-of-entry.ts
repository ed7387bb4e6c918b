import { Prisma } from '#lib/platform/db.ts';

/** MAIL-5, MAIL-8 · The email of an entry, whether filed here first or moved from another case. */
export const mailOfEntry = (entryId: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  select id, source, verdict, whole_text <> '' as is_cut from incoming_mails where entry_id = ${entryId}
  union all select i.id, i.source, i.verdict, i.whole_text <> '' from mail_moves v join incoming_mails i on i.id = v.mail_id where v.entry_id = ${entryId})`;
