import { isAccountNumber, pathOfAccount } from '#lib/customer/account-number.ts';
import { isArticleNumber, pathOfArticle } from '#lib/knowledge/article-number.ts';
import { kindOfNumber, pathOfNumber } from '#lib/task/kind.ts';

/** Where /go/NUMBER leads: to the record, article or account, whose page says whether there is one. Null: no such number. */
export function addressOfNumber(typed: string): string | null {
  const number = typed.toUpperCase();
  if (isArticleNumber(number)) return pathOfArticle(number);
  if (isAccountNumber(number)) return pathOfAccount(number);
  return kindOfNumber(number) ? pathOfNumber(number) : null;
}
