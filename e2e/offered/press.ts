import type { Actor } from '#lib/platform/actor.ts';
import { db } from '#lib/platform/db.ts';
import { together } from '#lib/platform/transaction.ts';
import { Refusal } from '#lib/platform/verdict.ts';
import { sendLink } from '#lib/user/commands/invite.ts';

export type Person = Actor & { id: string };

/** A button that somebody was offered: its name, and the address of the page. */
export type Offered = { actor: Person; name: string; address: string };

/** What a button leads to in the end, as its person, with everything that it asks for. */
export type Press = (offered: Offered) => Promise<unknown>;

/** By a page of `app/`: the names of its buttons, and what they stand for. */
export type Buttons = Readonly<Record<string, readonly (readonly [name: RegExp, press: Press])[]>>;

/** It opens, closes or fills in something, or asks for another page: links and questions are tried as what they lead to. */
export const staysInBrowser: Press = async () => {};

class Undone extends Error {}

/** By which rule, or fault, the server would refuse it; null: it would be done. Nothing of it stays. */
export async function refusalOf(attempt: () => Promise<unknown>): Promise<string | null> {
  try {
    await together(async () => {
      await attempt();
      throw new Undone();
    });
  } catch (error) {
    if (error instanceof Undone) return null;
    return error instanceof Refusal ? `${error.rule}: ${error.because}` : String(error);
  }
  return 'It was done, and not undone.';
}

/** The last part of an address: a number, or an id. */
export const lastPart = (address: string) => new URL(address, 'http://local').pathname.split('/').at(-1) ?? '';

/** Something that is written outside of a transaction is not tried: who may is asked by the same condition. */
export function isThere(what: object | null): void {
  if (!what) throw new Refusal('ACC-6', 'It would be left alone.');
}

/** The first of the catalog. */
export const anOffer = () => db().catalogItem.findFirstOrThrow({ where: { active: true } });

/** ACC-7 · The link by which the person of the page chooses a password. */
export const sendsLink: Buttons[string][number] = [
  /^Send (invitation|reset link)$/,
  ({ actor, address }) => sendLink(actor, { userId: lastPart(address) }),
];
