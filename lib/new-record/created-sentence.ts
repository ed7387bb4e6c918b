/** "Case CS0001001 created, with INC0010001." */
export function createdSentence(label: string, number: string, related: string | null, refused: string | null): string {
  if (refused) return `${label} ${number} created, but nothing was related to it: ${refused}`;
  return related ? `${label} ${number} created, with ${related}.` : `${label} ${number} created.`;
}
