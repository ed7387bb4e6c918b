/** The currency, an ISO 4217 code: `CURRENCY`, or EUR. In a browser it is read from the page's root element. */
export function currency(): string {
  const code = typeof document === 'undefined' ? process.env.CURRENCY : document.documentElement.dataset.currency;
  return code || 'EUR';
}

/** Formats an amount in hundredths of the currency: 1,234.50 EUR. */
export function amount(cents: number): string {
  const number = (cents / 100).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return `${number} ${currency()}`;
}

/** The same without hundredths, for overviews: 1,235 EUR. */
export function wholeAmount(cents: number): string {
  return `${Math.round(cents / 100).toLocaleString('en')} ${currency()}`;
}
