import type { TaskKind } from '#lib/record/kind.ts';

/** Where the composers of a record look for what is typed after an `@` and a `/`. */
export function typedSources({ kind, number }: { kind: TaskKind; number: string }) {
  const record = `kind=${kind}&number=${number}`;
  return { people: `/api/mentions?${record}`, templates: `/api/reply-templates?${record}` };
}
