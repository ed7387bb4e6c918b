/** "Case CS0001001 created, with INC0010001." */
export function createdSentence(label: string, number: string, related: string | null): string {
  return related ? `${label} ${number} created, with ${related}.` : `${label} ${number} created.`;
}
