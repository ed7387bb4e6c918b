'use server';

import { action } from '#lib/door/action.ts';
import { pathOfNumber, taskKinds } from '#lib/task/kind.ts';
import { createRecords } from './commands/create-records.ts';
import { createdSentence } from './created-sentence.ts';
import { CreateRecords } from './schema.ts';

/** REC-5 · Makes a record from a form, and for a case its incident if that was asked for. */
export const createRecordsAction = action(
  { permission: 'record.create', input: CreateRecords },
  async (actor, input) => {
    const { record, related, refused } = await createRecords(actor, input);
    const href = pathOfNumber(record.number);
    const { label } = taskKinds[record.kind];
    const message = createdSentence(label, record.number, related?.number ?? null, refused?.because ?? null);
    const link = { href, label: record.number };
    return { message, link, data: { href }, refused: refused ? [refused] : [] };
  },
);
