import type { z } from 'zod';
import type { Refusal } from './verdict.ts';

/** What an action body returns: a message for the user, a link, and data for the page. */
export type Done<T> = { message?: string; link?: { href: string; label: string }; data?: T };

/** What a form shows after an action: success, or the reason for a failure and its field (REC-5). */
export type ActionResult<T = unknown> =
  | ({ ok: true } & Done<T>)
  | {
      ok: false;
      message: string;
      rule?: string;
      field?: string;
      fieldErrors?: Record<string, string>;
      details?: unknown;
      /** The refusal's message key; the portal translates it into the reader's language. */
      said?: Refusal['said'];
      /** ACC-3 · No session: the page asks the user to sign in and to send the form again. */
      signedOut?: true;
    };

/** REC-5 · Input of the wrong shape: the first message of every field. */
export function malformed(error: z.ZodError): ActionResult<never> {
  const fieldErrors: Record<string, string> = {};
  for (const { path, message } of error.issues) fieldErrors[path.join('.')] ??= message;
  const [field] = Object.keys(fieldErrors);
  const message = 'Please correct the marked fields.';
  return { ok: false, rule: 'REC-5', message, fieldErrors, ...(field ? { field } : {}) };
}

/** REC-5 · A refusal: its sentence, rule and field. */
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

/** ACC-3 · The result of a call whose session has ended. */
export const signedOut: ActionResult<never> = {
  ok: false,
  rule: 'ACC-3',
  message: 'Your session had ended, so nothing was saved. Send it again.',
  signedOut: true,
};
