/** Whether a number is that of an article, which is no task: KB0010001. */
export function isArticleNumber(number: string): boolean {
  return /^KB\d{7,}$/.test(number);
}

/** Where staff read it. */
export function pathOfArticle(number: string): string {
  return `/workspace/knowledge/${number}`;
}
