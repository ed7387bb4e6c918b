export const ACCOUNT_PREFIX = 'ACCT';

/** Whether a number is that of an account, which is no task: ACCT0001001. */
export function isAccountNumber(number: string): boolean {
  return /^ACCT\d{7,}$/.test(number);
}

/** Where staff see it. */
export function pathOfAccount(number: string): string {
  return `/workspace/customers/accounts/${number}`;
}
