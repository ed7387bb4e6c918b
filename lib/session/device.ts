import { decode, encode } from 'next-auth/jwt';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { authSecret } from '#lib/platform/env.ts';

/** Seconds that a browser is remembered after the last sign-in. */
export const DEVICE_SECONDS = 180 * 24 * 3600;

/** Derives a separate key: a device token is not valid as a session, nor a session as a device token. */
const SALT = 'casebridge.device';
const ADDRESSES_AT_MOST = 5;

const Device = z.object({ device: z.uuid(), addresses: z.array(z.string()) });
type Device = z.infer<typeof Device>;

/** ACC-10 · The device in a token; null if there is none, it has expired, or we did not issue it. */
async function deviceOf(token: string | undefined): Promise<Device | null> {
  if (!token) return null;
  try {
    return Device.parse(await decode({ token, secret: authSecret(), salt: SALT }));
  } catch {
    // Clients can send any cookie: an unreadable one identifies no browser.
    return null;
  }
}

/** ACC-10 · The browser's id if this address has signed in with it before; otherwise null. */
export async function knownDevice(token: string | undefined, address: string): Promise<string | null> {
  const known = await deviceOf(token);
  return known?.addresses.includes(address) ? known.device : null;
}

/** ACC-10 · A new token that adds this address to the addresses that have signed in with this browser. */
export async function deviceToken(token: string | undefined, address: string): Promise<string> {
  const { device, addresses } = (await deviceOf(token)) ?? { device: uuid(), addresses: [] };
  const latest = [address, ...addresses.filter((each) => each !== address)].slice(0, ADDRESSES_AT_MOST);
  return encode({ secret: authSecret(), salt: SALT, maxAge: DEVICE_SECONDS, token: { device, addresses: latest } });
}
