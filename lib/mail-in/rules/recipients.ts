/** MAIL-2 · An address that an answer goes to: the case, and the token of the one who got the mail. */
export type ReplyToken = { number: string; token: string };

/** The tokens among the addresses of a mail; servers may have changed the case of letters on the way. */
export function tokensAmong(addresses: readonly string[]): ReplyToken[] {
  return addresses.flatMap((address) => {
    const [, number, token] = /^case\+([a-z]{2,5}\d{4,12})\.([0-9a-f]{32})@/.exec(address.toLowerCase()) ?? [];
    return number && token ? [{ number: number.toUpperCase(), token }] : [];
  });
}

/** The address alone of a sender such as `Support <support@example.com>`. */
export const addressOf = (sender: string) => (/<([^<>\s]+)>\s*$/.exec(sender)?.[1] ?? sender).trim().toLowerCase();

/** Whether one of our own: what answers to it, or comes from it, is ours. */
export function isOwnAddress(address: string, own: { from: string; replyDomain: string }): boolean {
  return (
    address === addressOf(own.from) ||
    (address.startsWith('case+') && address.endsWith(`@${own.replyDomain.toLowerCase()}`))
  );
}
