import { dayKey } from '#components/ui/format-time.ts';
import type { TimelineEntry } from '#lib/journal/timeline-entry.ts';

/** The parts of a timeline: entries, runs of minor entries in one line, and day headings. */
export type TimelinePart =
  | { type: 'entry'; id: string; entry: TimelineEntry }
  | { type: 'run'; id: string; isNew: boolean; entries: readonly TimelineEntry[] }
  | { type: 'day'; id: string; at: Date };

/** Shorter runs are not collapsed. */
const SHORTEST_RUN = 3;

/** Minor entries of rules, forms and emails. Files, questions and state changes of related records always show. */
const isQuiet = (entry: TimelineEntry) =>
  entry.type === 'change' ||
  entry.type === 'mail' ||
  ('origin' in entry && entry.origin !== undefined && !entry.origin.asks && !entry.origin.moved);

/** Whether an entry was added between the user's last visit and the opening of the page. */
const isNew = ({ at }: TimelineEntry, { lastVisit, opened }: Visit) =>
  lastVisit !== null && Date.parse(at) > Date.parse(lastVisit) && Date.parse(at) <= opened;

/** The user's previous visit to the record, and when the page was opened. */
export type Visit = { lastVisit: string | null; opened: number };

/**
 * REC-2 · The entries by day, newest first; minor runs are collapsed unless a filter asks for them. A run never mixes new
 * entries with older ones.
 */
export function timelineParts(
  entries: readonly TimelineEntry[],
  { timeZone, now, folds, visit }: { timeZone: string; now: number; folds: boolean; visit: Visit },
): TimelinePart[] {
  const parts: TimelinePart[] = [];
  let run: TimelineEntry[] = [];
  let day = dayKey(new Date(now), timeZone);

  function endRun() {
    const [first] = run;
    if (first && run.length >= SHORTEST_RUN)
      parts.push({ type: 'run', id: `run ${run.at(-1)?.id}`, isNew: isNew(first, visit), entries: run });
    else for (const entry of run) parts.push({ type: 'entry', id: entry.id, entry });
    run = [];
  }

  for (const entry of entries) {
    const at = new Date(entry.at);
    const itsDay = dayKey(at, timeZone);
    if (itsDay !== day) {
      endRun();
      parts.push({ type: 'day', id: `day ${itsDay}`, at });
      day = itsDay;
    }
    const [first] = run;
    if (first && isNew(first, visit) !== isNew(entry, visit)) endRun();
    if (folds && isQuiet(entry)) run.push(entry);
    else {
      endRun();
      parts.push({ type: 'entry', id: entry.id, entry });
    }
  }
  endRun();
  return parts;
}

const counted = (count: number, one: string, many = `${one}s`) =>
  count === 0 ? [] : [count === 1 ? `1 ${one}` : `${count} ${many}`];

/** A run's label: "6 updates from INC0010024, 2 field changes by Ava Agent, 1 email". */
export function runLabel(entries: readonly TimelineEntry[]): string {
  const sources = new Set(entries.flatMap((entry) => ('origin' in entry && entry.origin?.source.number) || []));
  const fromRules = entries.filter((entry) => 'origin' in entry && entry.origin).length;
  const changes = entries.filter(({ type }) => type === 'change');
  const authors = new Set(changes.map(({ by }) => by));
  const mails = entries.filter(({ type }) => type === 'mail').length;
  const by = authors.size === 1 ? ` by ${[...authors][0]}` : '';
  return [
    ...counted(fromRules, 'update').map((words) => `${words} from ${[...sources].join(', ')}`),
    ...counted(changes.length, 'field change').map((words) => words + by),
    ...counted(mails, 'email'),
  ].join(', ');
}

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The plain text of the newest rule entry in a run; empty if there is none. */
export function newestWords(entries: readonly TimelineEntry[]): string {
  const newest = entries.find((entry) => 'origin' in entry && entry.origin);
  if (!newest || !('html' in newest)) return '';
  return newest.html
    .replaceAll(/<\/?(?:a|strong|em|del|code)\b[^<>]*>/g, '')
    .replaceAll(/<[^<>]*>/g, ' ')
    .replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => signs[name] ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The number of new entries. */
export const countNew = (entries: readonly TimelineEntry[], visit: Visit): number =>
  entries.filter((entry) => isNew(entry, visit)).length;
