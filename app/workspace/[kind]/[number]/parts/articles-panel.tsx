import { AttachedArticles, type AttachedArticlesProps } from '#components/knowledge/attached-articles.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import { SlowPart } from '#components/ui/slow-part.tsx';
import type { Soon } from '#components/ui/soon.ts';
import type { AttachedArticle } from '#lib/knowledge/attached-articles.ts';

/** The articles of a record, once they are loaded. */
export function articlesPanel(articles: Soon<AttachedArticle[]>, props: Omit<AttachedArticlesProps, 'articles'>) {
  const fallback = (
    <Panel title={props.title}>
      <SkeletonRows rows={1} label="Loading articles" />
    </Panel>
  );
  return (
    <SlowPart of={articles} fallback={fallback}>
      {(loaded) => <AttachedArticles {...props} articles={loaded} />}
    </SlowPart>
  );
}
