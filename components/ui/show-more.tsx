import { Button } from './button.tsx';

interface ShowMoreProps {
  pages: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => Promise<unknown> };
}

/** The button below a list that loads its next page, if there is one. */
export function ShowMore({ pages: { hasNextPage, isFetchingNextPage, fetchNextPage } }: ShowMoreProps) {
  if (!hasNextPage) return null;
  return (
    <p className="flex justify-center py-3">
      <Button size="s" aria-busy={isFetchingNextPage || undefined} onClick={() => void fetchNextPage()}>
        Show more
      </Button>
    </p>
  );
}
