/** Somebody with an address, as mail programs write it; nothing stands alone in brackets. */
export const shownSender = ({ fromName, fromAddress }: { fromName: string; fromAddress: string }): string =>
  fromName && fromAddress ? `${fromName} <${fromAddress}>` : fromName || fromAddress || 'Nobody';

/** MAIL-8 · An address without the token by which its owner answers: nobody else needs to read that. */
export const withoutToken = (address: string): string => address.replace(/\.[0-9a-f]{32}(?=@)/i, '');
