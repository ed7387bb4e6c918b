/** The house's currency, a code of ISO 4217: `CURRENCY`, or EUR. In a browser the page says it, in its root element. */
export function currency(): string {
  const code = typeof document === 'undefined' ? process.env.CURRENCY : document.documentElement.dataset.currency;
  return code || 'EUR';
}

/** An amount in hundredths of the house's currency, as a person reads it: 1,234.50 EUR. */
export function amount(cents: number): string {
  const number = (cents / 100).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return `${number} ${currency()}`;
}

/** The same without hundredths, for figures that are read at a glance: 1,235 EUR. */
export function wholeAmount(cents: number): string {
  return `${Math.round(cents / 100).toLocaleString('en')} ${currency()}`;
}
