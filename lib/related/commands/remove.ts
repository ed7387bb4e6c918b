import { runCommand } from '#lib/engine/command.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { taskKinds } from '#lib/record/kind.ts';
import { links } from '#lib/record/link.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { lockRecord } from '#lib/write/lock.ts';
import { integrationIsActive, isPermittedToRelate, mayRelate } from '../rules/may-relate.ts';
import type { Relate } from '../schema.ts';
import { lockSource } from '../source.ts';
import { enforceLinked, noteInBoth, setLink } from '../write-link.ts';

/** REL-12, INC-7 · Removes a record from a case or incident, from either side. The record stays; synchronization stops. */
export async function remove(actor: Actor, { link, number, ...of }: Relate): Promise<TaskRecord> {
  const { kind, noun } = links[link];
  const { value } = await runCommand(actor, `remove-${kind}`, async (context) => {
    const record = await lockRecord(context, kind, number);
    const source = await lockSource(context, of);
    enforce(isPermittedToRelate(actor, source, 'remove', link));
    enforce(integrationIsActive(link, context.settings));
    enforceLinked(source, record, link);
    enforce(mayRelate(actor, source, 'remove', link, context.settings));

    await setLink(context, source, record, link, false);

    const inSource = `${noun} ${record.number} removed.`;
    const inRecord = `${taskKinds[source.kind].label} ${source.number} removed.`;
    await noteInBoth(context, source, record, { rule: 'REL-12', inSource, inRecord });
    return record;
  });
  return value;
}
