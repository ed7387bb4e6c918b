import type { RunKind } from '#lib/run/run-kind.ts';
import { ensureCause } from '#lib/write/command-context.ts';
import { mailPeople } from './mail-people.ts';
import { lockMessage, type MessageRun, messageTable } from './message-run.ts';
import { noteNotified } from './note-notified.ts';
import { postComments } from './post-comments.ts';

/** NOT-3 · Messages to customers. A case has its comment or not, and a person's email is queued or not. Cases come first. */
export const messageRuns: RunKind<MessageRun> = {
  ...messageTable,
  failure: 'A message to customers could not be continued',
  lock: lockMessage,
  step: async (context, run) => {
    ensureCause(context, run.sourceId);
    return (await postComments(context, run)) || mailPeople(context, run);
  },
  end: noteNotified,
};
