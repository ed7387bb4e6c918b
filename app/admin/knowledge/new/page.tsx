import type { Metadata } from 'next';
import { ArticleForm } from '#components/knowledge/article-form.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { requireAuthor } from '../../require-administrator.ts';

export const metadata: Metadata = { title: 'New article' };

export default async function NewArticlePage() {
  await requireAuthor();
  return (
    <>
      <PageHeader title="New article" back={{ href: '/admin/knowledge', label: 'Knowledge' }} />
      <ArticleForm />
    </>
  );
}
