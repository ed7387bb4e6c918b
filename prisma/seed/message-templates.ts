import { db } from '#lib/platform/db.ts';

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
