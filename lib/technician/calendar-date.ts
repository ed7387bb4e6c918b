/** A date such as 2026-11-25, as the database's driver takes and gives it: midnight in UTC. */
export const dateOf = (text: string): Date => new Date(`${text}T00:00:00Z`);

export const dateText = (date: Date): string => date.toISOString().slice(0, 10);
