import { db } from '#lib/platform/db.ts';
import type { Ids } from './people.ts';

/** Reply templates that all workspace users of the demonstration share. */
const replyTemplates = [
  {
    name: 'Ask for details',
    usedFor: 'comment',
    text: 'Hello {{customer.first_name}},\n\nthank you for your message. To find the cause of "{{short_description}}" we need a little more:\n\n- When did it begin, and does it happen all the time?\n- Which users, sites or devices are affected?\n- What does the error message say, word for word?\n\nKind regards,\n{{agent.name}}',
  },
  {
    name: 'Solution proposed',
    usedFor: 'comment',
    text: 'Hello {{customer.first_name}},\n\nwe have solved {{number}}. Please check whether everything works again, and accept the solution or tell us what is still wrong.\n\nKind regards,\n{{agent.name}}',
  },
  {
    name: 'Handover',
    usedFor: 'work_note',
    text: '**Handover of {{number}}** ({{state}}), customer {{customer.name}}\n\n- Done so far:\n- Known by now:\n- Next step:\n\n{{agent.name}}',
  },
] as const;

/** Mia, who manages the service desk, shares them. */
export async function writeReplyTemplates(ids: Ids): Promise<void> {
  const userId = ids.get('mia') ?? '';
  await db().replyTemplate.createMany({
    data: replyTemplates.map((template) => ({ ...template, userId, shared: true })),
  });
}

/** The demonstration's templates for messages to many customers. */
const messageTemplates = [
  {
    name: 'Outage: first message',
    text: 'Dear {{contact}},\n\na service that you use is disturbed, and we are working on it. You need not do anything; we write again within the hour.\n\nYour case is {{number}}: {{short_description}}.',
  },
  {
    name: 'Outage: still working on it',
    text: 'Dear {{contact}},\n\nwe are still working on the disturbance, and will tell you as soon as we know more. Is anything urgent for {{account}}? Then please answer this message.',
  },
  {
    name: 'Outage: solved',
    text: 'Dear {{contact}},\n\nthe disturbance is over. Please check whether everything works again, and answer this message if it does not.',
  },
] as const;

export async function writeMessageTemplates(): Promise<void> {
  await db().messageTemplate.createMany({ data: [...messageTemplates] });
}
