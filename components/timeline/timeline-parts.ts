import { dayKey } from '#components/ui/format-time.ts';
import type { TimelineEntry } from '#lib/journal/timeline-entry.ts';

/** What stands in a timeline: entries, runs of quiet ones in one line, and where another day begins. */
export type TimelinePart =
  | { type: 'entry'; id: string; entry: TimelineEntry }
  | { type: 'run'; id: string; isNew: boolean; entries: readonly TimelineEntry[] }
  | { type: 'day'; id: string; at: Date };

/** Fewer say more than the line that they would fold into. */
const SHORTEST_RUN = 3;

/** What rules, forms and emails say between what people wrote. Files, questions and moves of related records are looked for. */
const isQuiet = (entry: TimelineEntry) =>
  entry.type === 'change' ||
  entry.type === 'mail' ||
  ('origin' in entry && entry.origin !== undefined && !entry.origin.asks && !entry.origin.moved);

/** Whether an entry came between one's last visit and the opening of the page. */
const isNew = ({ at }: TimelineEntry, { lastVisit, opened }: Visit) =>
  lastVisit !== null && Date.parse(at) > Date.parse(lastVisit) && Date.parse(at) <= opened;

/** When one looked at the record before, and when the page was opened. */
export type Visit = { lastVisit: string | null; opened: number };

/**
 * REC-2 · The entries, newest first, by days; runs of quiet ones folded where nobody has asked for them by a filter. What is
 * new is in no run with what is not.
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

/** What a run says of itself: "6 updates from INC0010024, 2 field changes by Ava Agent, 1 email". */
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

/** The words of the newest entry of a run that a rule wrote, without their dress; empty where there is none. */
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

/** How many entries are new. */
export const countNew = (entries: readonly TimelineEntry[], visit: Visit): number =>
  entries.filter((entry) => isNew(entry, visit)).length;
