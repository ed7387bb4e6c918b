/** Whether a number belongs to an article, which is not a task: KB0010001. */
export function isArticleNumber(number: string): boolean {
  return /^KB\d{7,}$/.test(number);
}

/** The article's page for staff. */
export function pathOfArticle(number: string): string {
  return `/workspace/knowledge/${number}`;
}
