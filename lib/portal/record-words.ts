import { amount } from '#lib/platform/money.ts';
import type { PortalField } from '#lib/portal/shown-records.ts';
import { isWordKey, type Say, sayIn, type WordKey } from '#lib/words/words.ts';

/** POR-22 · The states of related records in customers' words, by table. */
export const progressOf = {
  problem: {
    new: 'progress.received',
    assess: 'progress.received',
    root_cause_analysis: 'progress.cause',
    fix_in_progress: 'progress.repair',
    resolved: 'progress.solved',
    closed: 'progress.done',
  },
  change_request: {
    new: 'progress.checked',
    assess: 'progress.checked',
    authorize: 'progress.approval',
    scheduled: 'progress.planned',
    implement: 'progress.work',
    review: 'progress.checked',
    closed: 'progress.done',
    canceled: 'progress.cancelled',
  },
  sc_request: {
    requested: 'progress.approval',
    approved: 'progress.work',
    closed_complete: 'progress.done',
    closed_incomplete: 'progress.partly',
    closed_cancelled: 'progress.cancelled',
    closed_rejected: 'progress.rejected',
  },
  sc_req_item: {
    pending: 'progress.approval',
    open: 'progress.received',
    work_in_progress: 'progress.work',
    closed_complete: 'progress.done',
    closed_incomplete: 'progress.partly',
    closed_skipped: 'progress.rejected',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, WordKey>>>>;

/** The message key prefix of a choice, by field. */
const choiceWords: Readonly<Record<string, string>> = {
  priority: 'priority',
  stage: 'stage',
  type: 'type',
  close_code: 'result',
};

/** A field of a record in the reader's language: its label, and its value unless that is a date and time. */
export type FieldInWords = { label: string; text: string; at: string | null };

/** POR-22 · A field as a customer reads it, without internal codes. */
export function fieldInWords(say: Say, table: keyof typeof progressOf, field: PortalField): FieldInWords {
  const key = `record.${field.name}`;
  const label = isWordKey(key) ? plain(say, key) : field.label;
  const at = field.type === 'date-time' && field.value !== null ? String(field.value) : null;
  return { label, text: at ? '' : textOf(say, table, field), at };
}

function textOf(say: Say, table: keyof typeof progressOf, { name, type, value, display }: PortalField): string {
  if (value === null || value === '') return say('record.none');
  if (type === 'yes-no') return say(value ? 'record.yes' : 'record.no');
  if (type === 'money') return amount(Number(value));
  const words = choiceWords[name];
  const progress: Readonly<Record<string, WordKey>> = progressOf[table];
  const key =
    name === 'state' || name === 'request_state' ? (progress[String(value)] ?? '') : `${words}.${String(value)}`;
  return isWordKey(key) ? plain(say, key) : display;
}

/** The progress of a request, as its customer reads it. */
export function requestProgress(state: string, say: Say): string {
  const words: Readonly<Record<string, WordKey>> = progressOf.sc_request;
  return plain(say, words[state] ?? 'progress.work');
}

/** A message without parameters whose key comes from data. */
const plain = ({ language }: Say, key: WordKey): string => sayIn(language, { key, params: {} });
