import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { runCommand } from '#lib/task/command.ts';
import { lockRecord } from '#lib/task/lock.ts';
import type { TaskRecord } from '#lib/task/record.ts';
import { links } from '../link.ts';
import { integrationIsActive, isPermittedToRelate, mayRelate } from '../rules/may-relate.ts';
import type { Relate } from '../schema.ts';
import { enforceLinked, noteInBoth, setLink } from '../write-link.ts';

/** REL-12 · Takes a record off a case, from either side. The record stays; synchronisation stops with this. */
export async function remove(actor: Actor, { caseNumber, link, number }: Relate): Promise<TaskRecord> {
  const { kind, noun } = links[link];
  const { value } = await runCommand(actor, `remove-${kind}`, async (context) => {
    const record = await lockRecord(context, kind, number);
    const theCase = await lockRecord(context, 'case', caseNumber);
    enforce(isPermittedToRelate(actor, theCase, 'remove', link));
    enforce(integrationIsActive(link, context.settings));
    enforceLinked(theCase, record, link);
    enforce(mayRelate(actor, theCase, 'remove', link, context.settings));

    await setLink(context, theCase, record, link, false);

    const inCase = `${noun} ${record.number} removed.`;
    await noteInBoth(context, theCase, record, { rule: 'REL-12', inCase, inRecord: `Case ${theCase.number} removed.` });
    return record;
  });
  return value;
}
