/** Who would read a comment on each of many records, in the words of its own composer. */
export type AudienceOfOne = { number: string; audience: string };

/** Each sentence once; where they differ, with the numbers that it is about. */
export function audienceOfMany(each: readonly AudienceOfOne[]): string[] {
  const alike = [...Map.groupBy(each, ({ audience }) => audience)];
  if (alike.length === 1) return alike.map(([audience]) => audience);
  return alike.map(([audience, records]) => `${audience} (${records.map(({ number }) => number).join(', ')})`);
}
