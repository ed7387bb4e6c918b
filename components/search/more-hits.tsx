import { TextLink } from '#components/ui/link.tsx';
import { listHref, listOf } from '#lib/list/list-query.ts';
import { taskKindNames, taskKinds } from '#lib/record/kind.ts';
import { type SearchScope, searchScopes } from '#lib/search/hit.ts';

export interface MoreHitsProps {
  words: string;
  scope: SearchScope | null;
  count: number;
}

/** A note that there are more hits than shown; a list of records has pages. */
export function MoreHits({ words, scope, count }: MoreHitsProps) {
  const sorts: readonly string[] = scope ? searchScopes[scope].sorts : [];
  const kinds = taskKindNames.filter((kind) => sorts.includes(kind));
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 px-1 pt-3 text-sm text-ink-muted">
      {`The best ${count} matches are shown. Add words to narrow them.`}
      {kinds.map((kind) => (
        <TextLink key={kind} href={listHref({ ...listOf(kind), words })}>
          {`All ${taskKinds[kind].plural.toLowerCase()} with “${words}” in their descriptions`}
        </TextLink>
      ))}
    </p>
  );
}
