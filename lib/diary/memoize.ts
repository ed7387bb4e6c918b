/**
 * Caches up to `most` results of a pure function. The local time of a zone is computed for the same times again for each
 * technician.
 */
export function memoize<Answer>(most = 20_000): (key: string, answer: () => Answer) => Answer {
  const answers = new Map<string, Answer>();
  return (key, answer) => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    if (answers.size >= most) answers.clear();
    const fresh = answer();
    answers.set(key, fresh);
    return fresh;
  };
}
