import type { TaskRecord } from '#lib/task/record.ts';

/** MAIL-10, INC-6 · Who reads an additional comment: the composer says it before one writes. */
export function commentAudience(record: TaskRecord, names: ReadonlyMap<string, string>): string {
  if (record.kind === 'incident') return 'A mail to the caller, if internal, is queued. Customers never see it here.';
  if (record.kind !== 'case') return 'Staff read it. Customers never see it here.';
  const customer = names.get('contactId') ?? names.get('consumerId');
  return customer
    ? `${customer} will see this: a mail is queued.`
    : 'This case has no customer yet who would see this.';
}
