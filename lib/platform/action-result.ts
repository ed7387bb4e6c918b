import type { z } from 'zod';
import type { Refusal } from './verdict.ts';

/** What a body answers: the message for the user, where it leads, and what the page needs. */
export type Done<T> = { message?: string; link?: { href: string; label: string }; data?: T };

/** What a form shows: what was done, or what stood in its way and in which field (REC-5). */
export type ActionResult<T = unknown> =
  | ({ ok: true } & Done<T>)
  | {
      ok: false;
      message: string;
      rule?: string;
      field?: string;
      fieldErrors?: Record<string, string>;
      details?: unknown;
      /** For the door of customers, which puts it into the reader's language. */
      said?: Refusal['said'];
      /** ACC-3 · Nobody was signed in: the page asks for it, and the person sends it again. */
      signedOut?: true;
    };

/** REC-5 · input of the wrong shape: the first message of every field. */
export function malformed(error: z.ZodError): ActionResult<never> {
  const fieldErrors: Record<string, string> = {};
  for (const { path, message } of error.issues) fieldErrors[path.join('.')] ??= message;
  const [field] = Object.keys(fieldErrors);
  const message = 'Please correct the marked fields.';
  return { ok: false, rule: 'REC-5', message, fieldErrors, ...(field ? { field } : {}) };
}

/** REC-5 · a refusal: the sentence, its rule and its field. */
export function refused({ rule, because, field, details, said }: Refusal): ActionResult<never> {
  return {
    ok: false,
    rule,
    message: because,
    ...(field ? { field, fieldErrors: { [field]: because } } : {}),
    ...(details === undefined ? {} : { details }),
    ...(said ? { said } : {}),
  };
}

/** ACC-3 · a call of somebody whose session has ended. */
export const signedOut: ActionResult<never> = {
  ok: false,
  rule: 'ACC-3',
  message: 'Your session had ended, so nothing was saved. Send it again.',
  signedOut: true,
};
