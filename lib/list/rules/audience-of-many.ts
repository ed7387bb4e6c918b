/** Who would read a comment on one of many records, worded as in that record's composer. */
export type AudienceOfOne = { number: string; audience: string };

/** Each sentence once; if they differ, with the record numbers. */
export function audienceOfMany(each: readonly AudienceOfOne[]): string[] {
  const alike = [...Map.groupBy(each, ({ audience }) => audience)];
  if (alike.length === 1) return alike.map(([audience]) => audience);
  return alike.map(([audience, records]) => `${audience} (${records.map(({ number }) => number).join(', ')})`);
}
