/** MAIL-2 · A parsed reply address: the case, and the token of the email's recipient. */
export type ReplyToken = { number: string; token: string };

/** The tokens in the addresses of an email; servers may have changed upper and lower case. */
export function tokensAmong(addresses: readonly string[]): ReplyToken[] {
  return addresses.flatMap((address) => {
    const [, number, token] = /^case\+([a-z]{2,5}\d{4,12})\.([0-9a-f]{32})@/.exec(address.toLowerCase()) ?? [];
    return number && token ? [{ number: number.toUpperCase(), token }] : [];
  });
}

/** The address of a sender such as `Support <support@example.com>`. */
export const addressOf = (sender: string) => (/<([^<>\s]+)>\s*$/.exec(sender)?.[1] ?? sender).trim().toLowerCase();

/** Whether an address is one of our own. */
export function isOwnAddress(address: string, own: { from: string; replyDomain: string }): boolean {
  return (
    address === addressOf(own.from) ||
    (address.startsWith('case+') && address.endsWith(`@${own.replyDomain.toLowerCase()}`))
  );
}
