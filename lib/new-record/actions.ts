'use server';

import { action } from '#lib/door/action.ts';
import { pathOfNumber, taskKinds } from '#lib/record/kind.ts';
import { createRecords } from './commands/create-records.ts';
import { CreateRecords } from './schema.ts';

/** REC-5 · Creates a record from a form; for a case also its related record, if requested. */
export const createRecordsAction = action(
  { permission: 'record.create', input: CreateRecords, isOnce: true },
  async (actor, input) => {
    const { record, related } = await createRecords(actor, input);
    const href = pathOfNumber(record.number);
    const message = createdSentence(taskKinds[record.kind].label, record.number, related?.number ?? null);
    return { message, link: { href, label: record.number }, data: { href } };
  },
);

/** "Case CS0001001 created, with INC0010001." */
function createdSentence(label: string, number: string, related: string | null): string {
  return related ? `${label} ${number} created, with ${related}.` : `${label} ${number} created.`;
}
