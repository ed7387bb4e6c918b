/** REL-19 · The notice before an article is written for a problem; `told`: the rule that updates its cases is active. */
export function articlePromise(number: string, told: boolean): string {
  const saysSo = told
    ? '; the work notes of its cases say so'
    : '. Its cases are not notified: no rule for it is active';
  return `It is published at once and attached to ${number}${saysSo}.`;
}
