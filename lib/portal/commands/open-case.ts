import { mayOpenOwn } from '#lib/access/open-cases.ts';
import { finalizeReceived } from '#lib/attachment/store.ts';
import { runCommand } from '#lib/engine/command.ts';
import type { Person } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import type { RecordOf } from '#lib/record/record.ts';
import { createRecord } from '#lib/write/create-records.ts';
import { startingGroup } from '#lib/write/default-group.ts';
import { customerOfNew } from '../customer-of-new.ts';
import { attachFormFiles } from '../form-files.ts';
import { notifyColleague } from '../notify-of-share.ts';
import { numberAbout } from '../number-about.ts';
import { productOrAssetOf } from '../products.ts';
import type { OpenCase } from '../schema.ts';
import { titleOf } from '../title-of.ts';

/**
 * POR-8, POR-16, POR-19 · Opens a case for a customer, or for a colleague whom the customer may act for. In the second case
 * the customer gets email about it, too. POR-18: the files that wait for this form of the session are attached.
 */
export async function openCase(
  actor: Person,
  input: OpenCase,
  sessionId: string | null = null,
): Promise<RecordOf<'case'>> {
  const { value } = await runCommand(actor, 'open-case', async (context) => {
    enforce(mayOpenOwn(actor));
    const customer = await customerOfNew(context.tx, actor, input.forEmail);
    const about = await numberAbout(context.tx, actor, input.about);
    const values = {
      shortDescription: titleOf(input.description),
      description: about ? `${input.description}\n\nAbout ${about}.` : input.description,
      channel: 'web',
      ...(input.urgency === '' ? {} : { priority: Number(input.urgency) }),
      ...(await productOrAssetOf(context.tx, actor, input.thing)),
      ...customer,
    };
    const theCase = await createRecord(context, 'case', { ...values, ...(await startingGroup(context, values)) });
    await notifyColleague(context, actor, theCase);
    const whose = { taskId: theCase.id, userId: actor.id, at: context.at };
    const files = sessionId === null ? [] : await attachFormFiles(context.tx, { sessionId, form: input.form }, whose);
    return { theCase, files };
  });
  for (const id of value.files) await finalizeReceived(id);
  return value.theCase;
}
