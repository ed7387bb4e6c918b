import { changeFromTemplate } from '#lib/change/from-template.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { checkValues } from '#lib/task/check-values.ts';
import { runCommand } from '#lib/task/command.ts';
import { causeOf } from '#lib/task/command-context.ts';
import { createRecord } from '#lib/task/create-records.ts';
import { lockRecord } from '#lib/task/lock.ts';
import type { TaskRecord } from '#lib/task/record.ts';
import { editableFromCase, fromCase } from '../from-case.ts';
import { links } from '../link.ts';
import { numberInLink } from '../queries/number-in-link.ts';
import { caseHasNoneYet, integrationIsActive, isPermittedToRelate, mayRelate } from '../rules/may-relate.ts';
import type { CreateFromCase } from '../schema.ts';
import { linkOfVariant } from '../variant.ts';
import { noteInBoth, setLink } from '../write-link.ts';

/** REL-5 · Makes a record from a case and links it. Of two at once one makes it, the other is refused and learns which (REL-4). */
export async function createFromCase(actor: Actor, input: CreateFromCase): Promise<TaskRecord> {
  const { caseNumber, variant, templateId, values = {} } = input;
  const link = linkOfVariant[variant];
  const { kind, noun } = links[link];
  const { value } = await runCommand(actor, `create-${kind}-from-case`, async (context) => {
    const theCase = await lockRecord(context, 'case', caseNumber);
    enforce(isPermittedToRelate(actor, theCase, 'create', link), integrationIsActive(link, context.settings));
    enforce(caseHasNoneYet(theCase, link, await numberInLink(context.tx, theCase, link)));
    enforce(mayRelate(actor, theCase, 'create', link, context.settings));
    const settable = (_field: unknown, name: string) =>
      variant !== 'standard_change' && editableFromCase.some((each) => each === name);
    const edited = await checkValues(context, kind, values, { settable, record: null });
    const given =
      variant === 'standard_change'
        ? await changeFromTemplate(context.tx, actor, templateId)
        : fromCase[variant](theCase, actor, context.settings).values;
    const { impact = given.impact, urgency = given.urgency } = edited;
    const asShown = impact === given.impact && urgency === given.urgency;

    causeOf(context, theCase.id);
    const record = await createRecord(context, kind, { ...given, ...edited }, { asGiven: asShown });
    await setLink(context, theCase, record, link, true);

    const inCase = `${noun} ${record.number} created from this case.`;
    const inRecord = `Created from case ${theCase.number}.`;
    await noteInBoth(context, theCase, record, { rule: 'REL-5', inCase, inRecord });
    return record;
  });
  return value;
}
