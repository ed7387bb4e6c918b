import { isAccountNumber, pathOfAccount } from './account-number.ts';
import { isArticleNumber, pathOfArticle } from './article-number.ts';
import { kindOfNumber, pathOfNumber, type TaskKind } from './kind.ts';

const portalPages: Readonly<Partial<Record<TaskKind, string>>> = {
  case: 'cases',
  work_order: 'work-orders',
  work_order_task: 'work-orders',
};

/** POR-17 · The same for a customer: the page of the case or work order, or the list of what waits for the customer. */
export function portalPathOf(typed: string): string {
  const number = typed.toUpperCase();
  const kind = kindOfNumber(number);
  const page = kind && portalPages[kind];
  return page ? `/portal/${page}/${encodeURIComponent(number)}` : '/portal';
}

/** The target of /go/NUMBER: a record, article or account, whose page checks that it exists. Null: not a number. */
export function addressOfNumber(typed: string): string | null {
  const number = typed.toUpperCase();
  if (isArticleNumber(number)) return pathOfArticle(number);
  if (isAccountNumber(number)) return pathOfAccount(number);
  return kindOfNumber(number) ? pathOfNumber(number) : null;
}
