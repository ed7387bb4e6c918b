/** An amount in hundredths of the house's currency, as a person reads it: 1,234.50. */
export function amount(cents: number): string {
  return (cents / 100).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}
