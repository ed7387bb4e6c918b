'use server';

import { maySeeAffectedCount } from '#lib/access/policy.ts';
import { action } from '#lib/door/action.ts';
import { addEntry } from '#lib/engine/commands/add-entry.ts';
import { updateTask } from '#lib/engine/commands/update-task.ts';
import { watch } from '#lib/engine/commands/watch.ts';
import { childrenAffectedMessage } from '#lib/engine/rules/children-message.ts';
import { undoOf } from '#lib/engine/rules/undo-of.ts';
import { updatedCasesMessage } from '#lib/engine/rules/updated-cases-message.ts';
import { notNotifiedMessage } from '#lib/inbox/not-notified-message.ts';
import { countOpenChildren } from '#lib/incident/queries/open-children.ts';
import { openChildrenMessage, resolvedChildrenMessage } from '#lib/reactions/incident/rules/resolve-children.ts';
import { AddEntry, UpdateTask, Watch } from '#lib/record/schema.ts';

/** REC-3, REC-5, SYNC-3 · Saves the Details of a record. `undo`: SYNC-MAJ-1, what *Undo* gives back, also to child cases. */
export const updateTaskAction = action({ permission: 'record.edit', input: UpdateTask }, async (actor, input) => {
  const { value, updatedCount, children, childIncidents } = await updateTask(actor, input);
  const updated = children ? childrenAffectedMessage(children) : updatedCasesMessage(updatedCount);
  const ofChildren = childIncidents
    ? resolvedChildrenMessage(childIncidents)
    : openChildrenMessage(
        value.kind === 'incident' && input.values.state ? await countOpenChildren(actor, [value.number]) : 0,
      );
  const message = [`${value.number} saved.`, ofChildren, updated].filter(Boolean).join(' ');
  const undo = children && children.updated > 0 ? undoOf(input) : null;
  return { message, data: { version: value.version, undo } };
});

/** REC-1 · Posts a work note or an additional comment. */
export const addEntryAction = action(
  { permission: 'record.comment', side: 'both', input: AddEntry, isOnce: true },
  async (actor, input) => {
    const { updatedCount, children, notNotified } = await addEntry(actor, input);
    const effectMessage = children ? childrenAffectedMessage(children) : updatedCasesMessage(updatedCount);
    const updated = maySeeAffectedCount(actor, input.kind) ? effectMessage : '';
    const message = [updated, notNotifiedMessage(input.number, notNotified)].filter(Boolean).join(' ');
    return message ? { message } : {};
  },
);

/** Adds a person to a list of watchers, or removes the person. */
export const watchAction = action({ permission: 'record.watch', side: 'both', input: Watch }, async (actor, input) => {
  await watch(actor, input);
  return {};
});
