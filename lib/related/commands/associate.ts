import { runCommand } from '#lib/engine/command.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { taskKinds } from '#lib/record/kind.ts';
import { links } from '#lib/record/link.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { lockRecord } from '#lib/write/lock.ts';
import { integrationIsActive, isPermittedToRelate, mayRelate, recordIsOpen } from '../rules/may-relate.ts';
import type { Relate } from '../schema.ts';
import { lockSource } from '../source.ts';
import { enforceFree, noteInBoth, setLink } from '../write-link.ts';

/** REL-10, REL-11, INC-7, REL-14 · Links an open record to a case or incident, from either side. Copies no past updates. */
export async function associate(actor: Actor, { link, number, ...of }: Relate): Promise<TaskRecord> {
  const { kind, noun } = links[link];
  const { value } = await runCommand(actor, `associate-${kind}`, async (context) => {
    const record = await lockRecord(context, kind, number);
    const source = await lockSource(context, of);
    enforce(isPermittedToRelate(actor, source, 'associate', link));
    enforce(integrationIsActive(link, context.settings));
    await enforceFree(context, source, record, link);
    enforce(mayRelate(actor, source, 'associate', link, context.settings), recordIsOpen(record));

    await setLink(context, source, record, link, true);

    const inSource = `${noun} ${record.number} associated.`;
    const inRecord = `${taskKinds[source.kind].label} ${source.number} associated.`;
    await noteInBoth(context, source, record, { rule: 'REL-11', inSource, inRecord });
    if (source.kind === 'case') context.events.push({ type: 'associated', record, theCase: source });
    return record;
  });
  return value;
}
