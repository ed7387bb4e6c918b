import { may, mayWork } from '#lib/access/policy.ts';
import { caseIsNotClosed } from '#lib/kinds/case/rules/validate-update.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { first, no, type Verdict, yes } from '#lib/platform/verdict.ts';
import type { TaskRecord } from '#lib/record/record.ts';

/** The most files of one record; larger collections belong in an archive that the record links to. */
export const FILES_AT_MOST = 200;

/** REC-4 · A file is within the size limit of the property. */
export function fileIsNotTooLarge(bytes: number, maxMegabytes: number): Verdict {
  if (bytes <= maxMegabytes * 1_000_000) return yes;
  return no('REC-4', `The file is larger than ${maxMegabytes} MB.`, 'file');
}

/** REC-4 · A record has room for another file. */
export function recordHasRoom(number: string, files: number): Verdict {
  if (files < FILES_AT_MOST) return yes;
  return no('REC-4', `${number} has ${FILES_AT_MOST} attachments: no more can be added.`, 'file');
}

/** REC-4, CASE-5 · Users whose roles allow comments may attach files. INC-6 · Callers without such roles only comment. */
export function mayAttach(actor: Actor, record: TaskRecord): Verdict {
  return first(
    may(actor, 'comment', record.kind),
    mayWork(actor, record),
    record.kind === 'case' ? caseIsNotClosed(record) : yes,
  );
}
