import { deliveryOf, secretsOf } from './delivery-error.ts';
import { greetServer } from './transport.ts';

/** ADM-11 · Checks that the mail server accepts us, without sending; null, or the error without user name and password. */
export async function probeMailServer(url: string): Promise<string | null> {
  try {
    await greetServer(url);
    return null;
  } catch (error) {
    return deliveryOf(error instanceof Error ? error : new Error(String(error)), secretsOf(url)).error;
  }
}
