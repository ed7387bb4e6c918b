import { changeFromTemplate } from '#lib/change/from-template.ts';
import { runCommand } from '#lib/engine/command.ts';
import type { Actor } from '#lib/platform/actor.ts';
import type { Db } from '#lib/platform/db.ts';
import { links } from '#lib/record/link.ts';
import type { TaskRecord } from '#lib/record/record.ts';
import { checkValues } from '#lib/write/check-values.ts';
import type { CommandContext } from '#lib/write/command-context.ts';
import { sourceToCreateFrom } from '../case-to-create-from.ts';
import { editableFromCase, fromCase } from '../from-case.ts';
import { proposedGroup } from '../queries/proposed-group.ts';
import type { CreateRelated } from '../schema.ts';
import { valuesFromSource } from '../values-from-source.ts';
import { linkOfVariant, type Variant } from '../variant.ts';
import { createLinked } from '../write-link.ts';

/** REL-17 · The proposed group, computed again now; used if the dialog did not change it. */
async function groupFor({ tx, settings }: CommandContext, variant: Variant, itemId: unknown) {
  // REL-7: a standard change takes nothing from its case.
  const item = typeof itemId === 'string' && variant !== 'standard_change' ? itemId : null;
  const group = await proposedGroup(tx, settings, links[linkOfVariant[variant]].kind, item);
  return { assignmentGroupId: group?.id ?? null };
}

/** REL-5, INC-7 · Creates and links a record. A concurrent second one is refused (REL-4). `within`: an open transaction. */
export async function createFromCase(actor: Actor, input: CreateRelated, within?: Db): Promise<TaskRecord> {
  const { variant, values = {} } = input;
  const templateId = 'templateId' in input ? input.templateId : undefined;
  const link = linkOfVariant[variant];
  const { kind } = links[link];
  const work = async (context: CommandContext): Promise<TaskRecord> => {
    const source = await sourceToCreateFrom(context, input, link);
    const settable = (_field: unknown, name: string) =>
      variant !== 'standard_change' && editableFromCase.some((each) => each === name);
    const edited = await checkValues(context, kind, values, { settable, record: null });
    const mapped = await valuesFromSource(context.tx, source, kind);
    const given =
      variant === 'standard_change'
        ? await changeFromTemplate(context.tx, actor, templateId)
        : fromCase(variant, source, { actor, settings: context.settings, mapped }).values;
    const { impact = given.impact, urgency = given.urgency } = edited;
    const asGiven = impact === given.impact && urgency === given.urgency;
    const record = { ...given, ...edited };
    const group =
      'assignmentGroupId' in record ? {} : await groupFor(context, variant, record.configurationItemId ?? null);
    return createLinked(context, source, link, { ...record, ...group }, { asGiven });
  };
  return (await runCommand(actor, `create-${kind}-from-case`, work, within)).value;
}
