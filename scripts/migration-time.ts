/** Migrations run in the order of their names: a new one comes after all that exist, also if a clock was ahead. */
export function migrationTime(existing: readonly string[], now: Date): string {
  const last = Math.max(0, ...existing.map((name) => Number.parseInt(name, 10) || 0));
  return `${Math.max(last + 1, Number(now.toISOString().replaceAll(/\D/g, '').slice(0, 14)))}`;
}
