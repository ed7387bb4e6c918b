import { readTimeline } from '#lib/journal/queries/timeline.ts';
import type { TimelineEntry } from '#lib/journal/timeline-entry.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { recordView } from './queries/record-view.ts';
import type { RecordView } from './record-view.ts';
import type { RowOfList } from './row-edit.ts';

/** So many messages a preview shows. */
const MESSAGES = 3;

type Message = Extract<TimelineEntry, { type: 'work_note' | 'comment' }>;

/** What stands beside a list of one of its records. */
export type Preview = {
  number: string;
  title: string;
  state: RecordView['state'];
  /** What the status line of its page says, beside the state. */
  facts: { term: string; detail: string }[];
  /** The newest first. */
  messages: Message[];
};

const factNames = ['priority', 'assignedToId', 'assignmentGroupId', 'accountId', 'contactId', 'consumerId', 'callerId'];

/** ACC-6 · A record beside its list, with its last messages. Null: there is no such record for the actor. */
export async function preview(actor: Actor, { kind, number }: RowOfList): Promise<Preview | null> {
  const view = await recordView(actor, kind, number);
  if (!view) return null;
  const pages = await Promise.all(
    (['comment', 'work_note'] as const).map((filter) =>
      readTimeline(actor, { kind, taskId: view.id, filter, before: null }),
    ),
  );
  const messages = pages
    .flatMap(({ entries }) => entries)
    .filter((entry): entry is Message => entry.type === 'comment' || entry.type === 'work_note')
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
  return {
    number: view.number,
    title: view.title,
    state: view.state,
    facts: factNames.flatMap((name) => {
      const field = view.fields[name];
      return field?.display ? [{ term: field.label, detail: field.display }] : [];
    }),
    messages: messages.slice(0, MESSAGES),
  };
}
