import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { DashboardBar } from '#components/dashboard/dashboard-bar.tsx';
import { DashboardFigures } from '#components/dashboard/dashboard-figures.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { dashboardChips, parseDashboardQuery } from '#lib/dashboard/dashboard-query.ts';
import { dashboard } from '#lib/dashboard/queries/dashboard.ts';
import { PAGE_LANGUAGE, readerLocale } from '#lib/platform/reader-locale.ts';
import { requireActor } from '#lib/session/current-actor.ts';

export const metadata: Metadata = { title: 'Dashboard' };

/** DASH-1 · The managers' figures, filtered by the address. */
export default async function DashboardPage({ searchParams }: PageProps<'/workspace/dashboard'>) {
  const [actor, params, requestHeaders] = await Promise.all([requireActor(), searchParams, headers()]);
  const query = parseDashboardQuery(params);
  const [figures, chips] = await Promise.all([dashboard(actor, query), dashboardChips(query, actor)]);
  if (!figures) notFound();
  return (
    <>
      <PageHeader title="Dashboard" />
      <DashboardBar query={query} chips={chips} />
      <DashboardFigures
        figures={figures}
        query={query}
        locale={readerLocale(PAGE_LANGUAGE, requestHeaders.get('accept-language'))}
      />
    </>
  );
}
