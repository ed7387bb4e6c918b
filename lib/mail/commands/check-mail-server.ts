import { mayAdminister } from '#lib/access/policy.ts';
import type { Actor } from '#lib/platform/actor.ts';
import { smtpUrl } from '#lib/platform/env.ts';
import { enforce, Refusal } from '#lib/platform/verdict.ts';
import { deliveryOf, secretsOf } from '../delivery-error.ts';
import { greetServer } from '../transport.ts';

/** ADM-11 · Whether the mail server answers and takes the name and the password; null, or what is wrong. It sends nothing. */
export async function checkMailServer(actor: Actor): Promise<string | null> {
  enforce(mayAdminister(actor));
  const url = smtpUrl();
  if (url === null) throw new Refusal('ADM-11', 'No mail server is set up: emails stay in the mailbox.');
  try {
    await greetServer(url);
    return null;
  } catch (error) {
    return deliveryOf(error instanceof Error ? error : new Error(String(error)), secretsOf(url)).error;
  }
}
