import { isAccountNumber, pathOfAccount } from '#lib/customer/account-number.ts';
import { isArticleNumber, pathOfArticle } from '#lib/knowledge/article-number.ts';
import { kindOfNumber, pathOfNumber } from '#lib/task/kind.ts';

/** POR-17 · The same for a customer: the page of the case, or what waits for them. */
export function portalPathOf(typed: string): string {
  const number = typed.toUpperCase();
  return kindOfNumber(number) === 'case' ? `/portal/cases/${encodeURIComponent(number)}` : '/portal';
}

/** Where /go/NUMBER leads: to the record, article or account, whose page says whether there is one. Null: no such number. */
export function addressOfNumber(typed: string): string | null {
  const number = typed.toUpperCase();
  if (isArticleNumber(number)) return pathOfArticle(number);
  if (isAccountNumber(number)) return pathOfAccount(number);
  return kindOfNumber(number) ? pathOfNumber(number) : null;
}
