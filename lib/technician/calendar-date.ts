/** A date such as 2026-11-25, in the database driver's format: midnight UTC. */
export const dateOf = (text: string): Date => new Date(`${text}T00:00:00Z`);

export const dateText = (date: Date): string => date.toISOString().slice(0, 10);
