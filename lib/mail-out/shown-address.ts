/** Somebody with an address, as mail programs write it; nothing stands alone in brackets. */
export const shownSender = ({ fromName, fromAddress }: { fromName: string; fromAddress: string }): string =>
  fromName && fromAddress ? `${fromName} <${fromAddress}>` : fromName || fromAddress || 'Nobody';

/** MAIL-8 · A text without the tokens by which the owners of addresses answer: nobody else needs to read them. */
export const withoutTokens = (text: string): string =>
  text.replaceAll(/(case(?:\+|%2B)[a-z]{2,5}\d{4,12})\.[0-9a-f]{32}/gi, '$1');
