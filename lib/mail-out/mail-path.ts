/** MAIL-4 · The page of an email, opened from a record. */
export const mailPath = (id: string, number: string): string => `/workspace/emails/${id}?from=${number}`;
