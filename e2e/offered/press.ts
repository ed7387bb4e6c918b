import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { inOneTransaction } from '#lib/platform/transaction.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import { sendLink } from '#lib/user/commands/invite.ts';

export type Person = Actor & { id: string };

/** An offered button: its name, and the page's address. */
export type Offered = { actor: Person; name: string; address: string };

/** Performs a button's action as its user, with all required input. */
export type Press = (offered: Offered) => Promise<unknown>;

/** The buttons of each route of `app/`: names and actions. */
export type Buttons = Readonly<Record<string, readonly (readonly [name: RegExp, press: Press])[]>>;

/** The button changes only the page in the browser, or opens another page. Links and questions are tested by their actions. */
export const staysInBrowser: Press = async () => {};

class Undone extends Error {}

/** The rule or error with which the server refuses an attempt; null: it succeeds. The attempt is rolled back. */
export async function refusalOf(attempt: () => Promise<unknown>): Promise<string | null> {
  try {
    await inOneTransaction(async () => {
      await attempt();
      throw new Undone();
    });
  } catch (error) {
    if (error instanceof Undone) return null;
    return error instanceof Refusal ? `${error.rule}: ${error.because}` : String(error);
  }
  return 'It was done, and not undone.';
}

/** The last part of an address: a number or an id. */
export const lastPart = (address: string) => new URL(address, 'http://local').pathname.split('/').at(-1) ?? '';

/** For writes outside a transaction, which are not attempted: checks only the same precondition. */
export function isThere(what: object | null): void {
  if (!what) throw new Refusal('ACC-6', 'It would be left alone.');
}

/** An active catalog item. */
export const anOffer = () => db().catalogItem.findFirstOrThrow({ where: { active: true } });

/** ACC-7 · Sends the link with which the user on the page chooses a password. */
export const sendsLink: Buttons[string][number] = [
  /^Send (invitation|reset link)$/,
  ({ actor, address }) => sendLink(actor, { userId: lastPart(address) }),
];
