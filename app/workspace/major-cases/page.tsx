import type { Metadata } from 'next';
import { requireActor } from '#lib/session/current-actor.ts';
import { MajorCasePage } from './major-case-page.tsx';

export const metadata: Metadata = { title: 'Major Cases' };

/** MAJ-4 · The major cases in progress. */
export default async function Page({ searchParams }: PageProps<'/workspace/major-cases'>) {
  const [, { before }] = await Promise.all([requireActor(), searchParams]);
  return <MajorCasePage list="" before={typeof before === 'string' ? before : null} />;
}
