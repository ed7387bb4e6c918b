import { z } from 'zod';
import { NewCase } from '#components/portal/new-case.tsx';
import { newCaseWords } from '#components/portal/new-case-words.ts';
import { DraftScope } from '#components/ui/drafts/draft-scope.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { opensForOthers } from '#lib/access/open-cases.ts';
import { db } from '#lib/platform/db.ts';
import { searchInput } from '#lib/platform/text-input.ts';
import { formFiles } from '#lib/portal/form-files.ts';
import { portalProducts } from '#lib/portal/products.ts';
import { portalCase } from '#lib/portal/queries/portal-case.ts';
import { pageSettings } from '#lib/settings/page-settings.ts';
import { integer } from '#lib/settings/settings.ts';
import { pick } from '#lib/words/words.ts';
import { portalPage, portalTitle } from '../../portal-page.ts';

export const generateMetadata = () => portalTitle((say) => say('new.title'));

const About = z.string().catch('');

/** POR-8 · A new case, described in the customer's own words; POR-16: it may follow up on a closed one. */
export default async function NewPortalCasePage({ searchParams }: PageProps<'/portal/cases/new'>) {
  const { actor, sessionId, say, reader } = await portalPage();
  const named = searchInput(About.parse((await searchParams).about)).toUpperCase();
  const form = named === '' ? 'new' : `new about ${named}`.slice(0, 60);
  const [about, things, files, settings] = await Promise.all([
    named === '' ? null : portalCase(actor, named),
    portalProducts(db(), actor),
    formFiles({ sessionId, form }),
    pageSettings(),
  ]);
  return (
    <>
      <PageHeader
        title={say('new.title')}
        meta={about && say('new.about', { number: about.number, title: about.shortDescription })}
      />
      <DraftScope scope={about ? `new about ${about.number}` : 'new'}>
        <NewCase
          about={about?.number ?? ''}
          account={'accountName' in actor ? actor.accountName : ''}
          things={things}
          form={form}
          files={files}
          maxMegabytes={integer(settings, 'attachment.max_size_mb')}
          forColleagues={opensForOthers(actor)}
          reader={{ locale: reader.locale, timeZone: reader.timeZone }}
          words={pick(say, newCaseWords)}
        />
      </DraftScope>
    </>
  );
}
