import { readTimeline } from '#lib/journal/queries/timeline.ts';
import type { TimelineEntry } from '#lib/journal/timeline-entry.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { recordView } from './queries/record-view.ts';
import type { RecordView } from './record-view.ts';
import type { RowOfList } from './row-edit.ts';

/** The number of messages in a preview. */
const MESSAGES = 3;

type Message = Extract<TimelineEntry, { type: 'work_note' | 'comment' }>;

/** A preview of one record beside its list. */
export type Preview = {
  number: string;
  title: string;
  state: RecordView['state'];
  /** What the status line of its page shows beside the state. */
  facts: { term: string; detail: string }[];
  /** Newest first. */
  messages: Message[];
};

const factNames = ['priority', 'assignedToId', 'assignmentGroupId', 'accountId', 'contactId', 'consumerId', 'callerId'];

/** ACC-6 · A record with its last messages, shown beside its list. Null: missing or hidden from the actor. */
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
