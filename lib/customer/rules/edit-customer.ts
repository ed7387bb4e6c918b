import { no, type Verdict, yes } from '#lib/platform/verdict.ts';

type Details = { name: string; email: string | null };

/** REC-5 · Nobody else has changed the customer since the form was opened. */
export function customerIsUnchanged({ name, updatedAt }: { name: string; updatedAt: Date }, asOf: string): Verdict {
  if (updatedAt.toISOString() === asOf) return yes;
  return no('REC-5', `${name} was changed by someone else in the meantime. Reload to see the change.`);
}

/** ACC-14 · Customers who sign in with their address, or have unusual roles, keep it; otherwise the editor could take over. */
export function customerMayBecome(before: Details & { keepsAddress: boolean }, { email }: Details): Verdict {
  if (email === before.email || !before.keepsAddress) return yes;
  return no('ACC-14', `${before.name} signs in with this address: it cannot be changed here.`, 'email');
}
