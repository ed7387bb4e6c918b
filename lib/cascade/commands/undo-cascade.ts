import { may } from '#lib/access/policy.ts';
import { runCommand } from '#lib/engine/command.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { enforce } from '#lib/platform/verdict.ts';
import { lockRecord } from '#lib/write/lock.ts';
import { writeUpdates } from '#lib/write/write-updates.ts';
import { decideUndo } from '../decide-undo.ts';
import { cascadeStatusOf, lockCasesOf } from '../queries/lock-cascade.ts';
import { type NotRestoredCase, noteUndo, recordUndo } from '../record-undo.ts';
import { mayUndo, notRestoredBecause } from '../rules/undo.ts';
import type { UndoCascade } from '../schema.ts';
import { suppressMails } from '../suppress-mails.ts';

/** The number of restored cases, and those not restored, with the reason. */
export type Undone = { restored: number; left: readonly NotRestoredCase[] };

/**
 * SYNC-7 · Restores cases that were resolved with an incident, unless they were changed since. The incident stays resolved.
 * Refused: users who did not cause it, after ten minutes, and a second undo.
 */
export async function undoCascade(actor: Actor, { number, causeId }: UndoCascade): Promise<Undone> {
  const { value } = await runCommand(actor, 'undo-cascade', async (context) => {
    const incident = await lockRecord(context, 'incident', number);
    enforce(may(actor, 'edit', 'incident'));
    enforce(mayUndo(await cascadeStatusOf(context, incident.id, causeId)));
    const cases = await lockCasesOf(context, causeId);
    const left = cases.flatMap(({ theCase, changedSince }) => {
      const reason = notRestoredBecause(changedSince, theCase.state);
      return reason === null ? [] : [{ id: theCase.id, number: theCase.number, reason }];
    });
    const back = cases.filter(({ changedSince }) => changedSince === null);
    const restored = back.map(({ theCase }) => theCase);
    await noteUndo(context, incident, restored, left);
    await writeUpdates(
      context,
      'case',
      back.map((each) => decideUndo(context, each)),
    );
    const ids = restored.map(({ id }) => id);
    await suppressMails(context, causeId, ids);
    await recordUndo(context, causeId, back.length, left);
    return { restored: back.length, left };
  });
  return value;
}
