import type { TaskKind } from '#lib/record/kind.ts';

/** The addresses that a record's composers search after `@` and `/`. */
export function typedSources({ kind, number }: { kind: TaskKind; number: string }) {
  const record = `kind=${kind}&number=${number}`;
  return { people: `/api/mentions?${record}`, templates: `/api/reply-templates?${record}` };
}
