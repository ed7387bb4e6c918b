import type { Case } from '#lib/case/definition.ts';
import { changeFromTemplate } from '#lib/change/from-template.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { checkValues } from '#lib/task/check-values.ts';
import { runCommand } from '#lib/task/command.ts';
import { createRecord } from '#lib/task/create-record.ts';
import type { TaskRecord } from '#lib/task/definition.ts';
import { lockRecord } from '#lib/task/lock.ts';
import { causeOf } from '#lib/task/run.ts';
import { editableFromCase, fromCase } from '../from-case.ts';
import { links } from '../link.ts';
import { numberInLink } from '../queries/number-in-link.ts';
import { caseHasNoneYet, integrationIsActive, mayRelate } from '../rules/may-relate.ts';
import type { CreateFromCase } from '../schema.ts';
import { linkOfVariant } from '../variant.ts';
import { noteInBoth, setLink } from '../write-link.ts';

/** REL-5 · Makes a record from a case and links it. Of two at once one makes it, the other is told which (REL-4). */
export async function createFromCase(actor: Actor, input: CreateFromCase): Promise<TaskRecord> {
  const { caseNumber, variant, templateId, values = {} } = input;
  const link = linkOfVariant[variant];
  const { kind, noun } = links[link];
  const { value } = await runCommand(actor, `create-${kind}-from-case`, async (run) => {
    const theCase = (await lockRecord(run, 'case', caseNumber)) as Case;
    const present = await numberInLink(run.tx, theCase, link);
    enforce(integrationIsActive(link, run.settings), caseHasNoneYet(theCase, link, present));
    enforce(mayRelate(actor, theCase, 'create', link, run.settings));
    const settable = (_field: unknown, name: string) =>
      variant !== 'standard' && editableFromCase.some((each) => each === name);
    const edited = await checkValues(run, kind, values, { settable, record: null });
    const given =
      variant === 'standard'
        ? await changeFromTemplate(run.tx, actor, templateId)
        : fromCase[variant](theCase, actor, run.settings).values;
    const asShown = ['impact', 'urgency'].every((name) => (edited[name] ?? given[name]) === given[name]);

    await causeOf(run, theCase.id);
    const record = await createRecord(run, kind, { ...given, ...edited }, { asGiven: asShown });
    await setLink(run, theCase, record, link, true);

    const inCase = `${noun} ${record.number} created from this case.`;
    await noteInBoth(run, theCase, record, { rule: 'REL-5', inCase, inRecord: `Created from case ${theCase.number}.` });
    return record;
  });
  return value;
}
