import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { csvRows } from './csv-rows.ts';

const UNKNOWN = '?';

const known = (text: string) => text !== UNKNOWN && text !== '';

const Text = z.string().trim().max(100);
const Known = Text.refine(known, 'is unknown');
const Perhaps = Text.transform((text) => (known(text) ? text : null));

const TIME = /^(\d\d)-(\d\d)-(\d{4}) (\d\d):(\d\d)$/;

/** "29-02-2016 01:23", in UTC. Dates that don't exist are invalid. */
const Time = z.string().transform((text, context) => {
  const [, day, month, year, hour, minute] = TIME.exec(text.trim()) ?? [];
  const iso = `${year}-${month}-${day}T${hour}:${minute}:00.000Z`;
  const time = new Date(iso);
  if (!Number.isNaN(time.getTime()) && time.toISOString() === iso) return time;
  context.addIssue({ code: 'custom', message: `is "${text}", not a time like 29-02-2016 01:23` });
  return z.NEVER;
});

/** "2 - Medium" */
const rating = (highest: number) =>
  z
    .string()
    .regex(new RegExp(`^\\s*[1-${highest}] - `), `is not a rating from 1 to ${highest}`)
    .transform((text) => Number(text.trim()[0]));

/** Maps the log's states to ours. */
const states = {
  New: { state: 'new', holdReason: null },
  Active: { state: 'in_progress', holdReason: null },
  'Awaiting User Info': { state: 'on_hold', holdReason: 'awaiting_caller' },
  'Awaiting Evidence': { state: 'on_hold', holdReason: 'awaiting_caller' },
  'Awaiting Problem': { state: 'on_hold', holdReason: 'awaiting_problem' },
  'Awaiting Vendor': { state: 'on_hold', holdReason: 'awaiting_vendor' },
  Resolved: { state: 'resolved', holdReason: null },
  Closed: { state: 'closed', holdReason: null },
} as const;

/** A row of an incident event log: the incident after an update. */
export const LogRow = z.object({
  number: Known,
  incident_state: z.string().transform((text, context) => {
    const found = Object.entries(states).find(([name]) => name === text.trim());
    if (found) return found[1];
    context.addIssue({ code: 'custom', message: `is "${text}", which is none of ${Object.keys(states).join(', ')}` });
    return z.NEVER;
  }),
  caller_id: Perhaps,
  opened_by: Perhaps,
  opened_at: Time,
  sys_updated_by: Perhaps,
  sys_updated_at: Time,
  contact_type: Perhaps,
  category: Perhaps,
  subcategory: Perhaps,
  u_symptom: Perhaps,
  impact: rating(3),
  urgency: rating(3),
  priority: rating(5),
  closed_code: Perhaps,
});
export type LogRow = z.output<typeof LogRow>;

const columns = Object.keys(LogRow.shape);

export type LogEntry = { line: number } & ({ row: LogRow } | { wrong: string });

/** The file is not an incident event log. */
export class InvalidLog extends Error {
  override name = 'NotALog';
}

/** Reads an incident event log row by row. An invalid row yields its error, and reading continues. */
export async function* readIncidentLog(file: string): AsyncGenerator<LogEntry> {
  let header: string[] | null = null;
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
  for await (const { line, values } of csvRows(lines)) {
    if (header === null) header = headerOf(values ?? []);
    else yield { line, ...entryOf(header, values) };
  }
  if (header === null) throw new InvalidLog('The file is empty.');
}

function headerOf(record: string[]): string[] {
  const header = record.map((name) => name.trim());
  const missing = columns.filter((name) => !header.includes(name));
  if (missing.length > 0) throw new InvalidLog(`The first line lacks these columns: ${missing.join(', ')}.`);
  return header;
}

function entryOf(header: string[], record: string[] | null): { row: LogRow } | { wrong: string } {
  if (!record) return { wrong: 'has a quote that does not close' };
  if (record.length !== header.length)
    return { wrong: `has ${record.length} values, and the first line names ${header.length}` };
  const parsed = LogRow.safeParse(Object.fromEntries(header.map((name, index) => [name, record[index]])));
  if (parsed.success) return { row: parsed.data };
  return { wrong: parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ') };
}
