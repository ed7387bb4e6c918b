/** A name and address as mail programs show it; the address alone if there is no name. */
export const shownSender = ({ fromName, fromAddress }: { fromName: string; fromAddress: string }): string =>
  fromName && fromAddress ? `${fromName} <${fromAddress}>` : fromName || fromAddress || 'Nobody';

/** MAIL-8 · A text without reply tokens: only their recipients need them. */
export const withoutTokens = (text: string): string =>
  text.replaceAll(/(case(?:\+|%2B)[a-z]{2,5}\d{4,12})\.[0-9a-f]{32}/gi, '$1');
