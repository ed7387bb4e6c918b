import type { TaskRecord } from '#lib/task/record.ts';

/** The caller of an incident, and whether somebody else is mailed about what is said there. */
export type Hearers = { externalCaller: boolean | null; watched: boolean };

/** REL-9, INC-6 · Who is mailed about a comment of an incident: an external caller never is. */
function mailedOfIncident(caller: string, { externalCaller, watched }: Hearers): string {
  if (externalCaller === false) return `A mail to ${caller} is queued.`;
  const because = externalCaller ? `${caller} is external` : 'There is no caller';
  return `${because}: ${watched ? 'mail goes to the watch list only' : 'no mail is sent'}.`;
}

/** MAIL-10, INC-6 · Who reads an additional comment: the composer says it before one writes. */
export function commentAudience(
  record: Pick<TaskRecord, 'kind'>,
  names: ReadonlyMap<string, string>,
  hearers: Hearers,
): string {
  if (record.kind === 'incident')
    return `${mailedOfIncident(names.get('callerId') ?? 'the caller', hearers)} Customers never see it here.`;
  if (record.kind !== 'case') return 'Staff read it. Customers never see it here.';
  const customer = names.get('contactId') ?? names.get('consumerId');
  return customer
    ? `${customer} will see this: a mail is queued.`
    : 'This case has no customer yet who would see this.';
}
