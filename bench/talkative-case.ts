import { createConsumer } from '#lib/customer/commands/create-consumer.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { createTask } from '#lib/engine/commands/create-task.ts';
import { type Person, system } from '#lib/platform/actor.ts';
import { createFromCase } from '#lib/related/commands/create-from-case.ts';
import { aPerson } from './populate.ts';

const ENTRIES = 60;

/** A case with an incident and more entries than its page shows at first, and the agent who reads it. */
export async function aTalkativeCase(): Promise<{ number: string; ava: Person }> {
  const ava = await aPerson('Ava Agent', ['sn_customerservice_agent', 'sn_customerservice.consumer_agent', 'itil']);
  const consumerId = await createConsumer(system, { name: 'Jane Doe' });
  const values = { shortDescription: 'The line is down', description: 'Since this morning.', consumerId };
  const { number } = await createTask(ava, { kind: 'case', values });
  const incident = await createFromCase(ava, { caseNumber: number, variant: 'incident', values: {} });
  for (let entry = 0; entry < ENTRIES; entry++) {
    const [kind, to] = entry % 3 === 0 ? (['incident', incident.number] as const) : (['case', number] as const);
    const text = `Entry ${entry}: the **router** of branch ${entry} answers again, the next one is being restarted.`;
    await addEntry(ava, { kind, number: to, type: entry % 2 === 0 ? 'comment' : 'work_note', text });
  }
  return { number, ava };
}
