import { decode, encode } from 'next-auth/jwt';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { authSecret } from '#lib/platform/env.ts';

/** How long a browser is known after the last sign-in, in seconds. */
export const DEVICE_SECONDS = 180 * 24 * 3600;

/** A key of its own is derived for it: it is no session, and a session is no such token. */
const SALT = 'casebridge.device';
const ADDRESSES_AT_MOST = 5;

const Device = z.object({ device: z.uuid(), addresses: z.array(z.string()) });
type Device = z.infer<typeof Device>;

/** ACC-10 · the browser that a token names; null where there is none, it has expired or was not made by us. */
async function deviceOf(token: string | undefined): Promise<Device | null> {
  if (!token) return null;
  try {
    return Device.parse(await decode({ token, secret: authSecret(), salt: SALT }));
  } catch {
    // Anybody can send anything as a cookie: what cannot be read names no browser.
    return null;
  }
}

/** ACC-10 · the id of a browser that has signed in with this address before; null for any other. */
export async function knownDevice(token: string | undefined, address: string): Promise<string | null> {
  const known = await deviceOf(token);
  return known?.addresses.includes(address) ? known.device : null;
}

/** ACC-10 · the token of a browser in which this address has signed in now, beside those that did before. */
export async function deviceToken(token: string | undefined, address: string): Promise<string> {
  const { device, addresses } = (await deviceOf(token)) ?? { device: uuid(), addresses: [] };
  const latest = [address, ...addresses.filter((each) => each !== address)].slice(0, ADDRESSES_AT_MOST);
  return encode({ secret: authSecret(), salt: SALT, maxAge: DEVICE_SECONDS, token: { device, addresses: latest } });
}
