import { notFound } from 'next/navigation';
import { MajorCaseTable } from '#components/major-case/major-case-table.tsx';
import { OpenMajorCase } from '#components/major-case/open-major-case.tsx';
import { RowLinks } from '#components/shell/row-links.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { TabLinks } from '#components/ui/tab-links.tsx';
import { can, mayLeadMajorCases, mayUseWorkspace } from '#lib/access/policy.ts';
import { figuresOneByOne } from '#lib/board/queries/list-figures.ts';
import { type MajorCaseList, majorCaseListNames, majorCaseLists, pathOfList } from '#lib/major-case/lists.ts';
import { openable, openFields } from '#lib/major-case/open-form.ts';
import { majorCases } from '#lib/major-case/queries/major-cases.ts';
import { majorCasesAreOn } from '#lib/major-case/rules/propose.ts';
import { db } from '#lib/platform/db.ts';
import { parsePlace, placeText } from '#lib/platform/keyset.ts';
import { requireActor } from '#lib/session/current-actor.ts';
import { readSettings } from '#lib/settings/settings.ts';

/** MAJ-1, MAJ-4 · One of the lists of major cases. */
export async function MajorCasePage({ list, before }: { list: MajorCaseList; before: string | null }) {
  const [actor, settings] = await Promise.all([requireActor(), readSettings(db())]);
  if (!mayUseWorkspace(actor) || !can(actor, 'see', 'case') || !majorCasesAreOn(settings).ok) notFound();
  const place = parsePlace(before);
  const { rows, next } = await majorCases(actor, list, place);
  const figures = figuresOneByOne(actor, list === 'candidates' ? [] : rows);
  const { title, empty, says } = majorCaseLists[list];
  const path = pathOfList(list);
  const links = majorCaseListNames.map((name) => {
    return { href: pathOfList(name), label: majorCaseLists[name].title, current: name === list };
  });
  return (
    <>
      <RowLinks />
      <PageHeader title={title} actions={<OpenMajorCase openable={openable(actor)} fields={openFields()} />} />
      <TabLinks label="Lists of major cases" links={links} />
      {rows.length > 0 ? (
        <MajorCaseTable list={list} rows={rows} figures={figures} mayJudge={mayLeadMajorCases(actor).ok} />
      ) : (
        <EmptyState title={empty}>{says}</EmptyState>
      )}
      {(place || next) && (
        <Pagination
          {...(place ? { firstHref: path } : {})}
          {...(next ? { nextHref: `${path}?before=${encodeURIComponent(placeText(next))}` } : {})}
        />
      )}
    </>
  );
}
