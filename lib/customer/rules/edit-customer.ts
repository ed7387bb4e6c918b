import { first, no, type Verdict, yes } from '#lib/platform/verdict.ts';

type Details = { name: string; email: string | null };

/** REC-5 · Nobody else has changed the person since the form was opened. */
export function isAsItWasShown({ name, updatedAt }: { name: string; updatedAt: Date }, asOf: string): Verdict {
  if (updatedAt.toISOString() === asOf) return yes;
  return no('REC-5', `${name} was changed by somebody else meanwhile. Reload to see it.`);
}

/** ACC-14 · Whoever signs in with an address keeps it: else who edits could take over the account. Nobody has two. */
export function customerMayBecome(
  before: Details & { canSignIn: boolean },
  { email }: Details,
  { isTaken }: { isTaken: boolean },
): Verdict {
  if (email === before.email) return yes;
  return first(
    before.canSignIn
      ? no('ACC-14', `${before.name} signs in with this address, so it cannot be changed here.`, 'email')
      : yes,
    isTaken ? no('ADM-6', `${email} belongs to somebody else already.`, 'email') : yes,
  );
}
