export const ACCOUNT_PREFIX = 'ACCT';

/** Whether a number belongs to an account, which is not a task: ACCT0001001. */
export function isAccountNumber(number: string): boolean {
  return /^ACCT\d{7,}$/.test(number);
}

/** The account's page for staff. */
export function pathOfAccount(number: string): string {
  return `/workspace/customers/accounts/${number}`;
}
