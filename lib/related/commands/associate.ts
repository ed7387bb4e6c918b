import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { runCommand } from '#lib/task/command.ts';
import { lockRecord } from '#lib/task/lock.ts';
import type { TaskRecord } from '#lib/task/record.ts';
import { links } from '../link.ts';
import { integrationIsActive, isPermittedToRelate, mayRelate, recordIsOpen } from '../rules/may-relate.ts';
import type { Relate } from '../schema.ts';
import { enforceFree, noteInBoth, setLink } from '../write-link.ts';

/** REL-10, REL-11 · Associates an open record with a case, from either side (REL-14). Past updates are not copied. */
export async function associate(actor: Actor, { caseNumber, link, number }: Relate): Promise<TaskRecord> {
  const { kind, noun } = links[link];
  const { value } = await runCommand(actor, `associate-${kind}`, async (context) => {
    const record = await lockRecord(context, kind, number);
    const theCase = await lockRecord(context, 'case', caseNumber);
    enforce(isPermittedToRelate(actor, theCase, 'associate', link));
    enforce(integrationIsActive(link, context.settings));
    await enforceFree(context, theCase, record, link);
    enforce(mayRelate(actor, theCase, 'associate', link, context.settings), recordIsOpen(record));

    await setLink(context, theCase, record, link, true);

    const inCase = `${noun} ${record.number} associated.`;
    await noteInBoth(context, theCase, record, {
      rule: 'REL-11',
      inCase,
      inRecord: `Case ${theCase.number} associated.`,
    });
    context.events.push({ type: 'associated', record, theCase });
    return record;
  });
  return value;
}
