import type { MessageRef } from '#lib/words/words.ts';

/** The result of a rule: yes, or no with the rule's id, a sentence for the user and the field. */
export type Verdict = { ok: true } | { ok: false; rule: string; because: string; field?: string; said?: MessageRef };

export const yes: Verdict = { ok: true };

/** A no. `because` is written for the user and names the cause. */
export function no(rule: string, because: string, field?: string): Verdict {
  return { ok: false, rule, because, ...(field ? { field } : {}) };
}

/** An expected no, thrown by commands and shown beside the field or at the top of the form (REC-5). */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly rule: string;
  readonly because: string;
  readonly field: string | undefined;
  readonly details: unknown;
  readonly said: MessageRef | undefined;

  constructor(rule: string, because: string, options: { field?: string; details?: unknown; said?: MessageRef } = {}) {
    super(`${rule}: ${because}`);
    this.rule = rule;
    this.because = because;
    this.field = options.field;
    this.details = options.details;
    this.said = options.said;
  }
}

/** ACC-12 · Refused because the input is too large: it is not read to its end or parsed. */
export class TooLarge extends Refusal {
  override name = 'TooLarge';
}

/** ACC-12 · Refused because the work was stopped: it took so long that it would delay other users. */
export class TookTooLong extends Refusal {
  override name = 'TooSlow';
}

/** Refused because the machine cannot do it now: the input is valid, and a retry may succeed. */
export class TemporaryRefusal extends Refusal {
  override name = 'NotNow';
}

/** Throws the first no as a Refusal. */
export function enforce(...verdicts: Verdict[]): void {
  for (const verdict of verdicts) if (!verdict.ok) throw refusalOf(verdict);
}

/** Converts a no into the error that is thrown. */
export function refusalOf({ rule, because, field, said }: Extract<Verdict, { ok: false }>): Refusal {
  return new Refusal(rule, because, { ...(field ? { field } : {}), ...(said ? { said } : {}) });
}

/** The first no of several rules, or yes. */
export function first(...verdicts: Verdict[]): Verdict {
  return verdicts.find((verdict) => !verdict.ok) ?? yes;
}

/** The found value, or a refusal if there is none: a missing and a hidden record get the same answer (REL-16). */
export function found<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw notFound(what);
  return value;
}

/** A record that is missing or hidden from the actor: both get the same answer (REL-16). */
export function notFound(what: string): Refusal {
  return new Refusal('REL-16', `There is no ${what} that you can see.`);
}
