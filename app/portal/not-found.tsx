import { EmptyState } from '#components/ui/empty-state.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { TextLink } from '#components/ui/link.tsx';
import { pageLanguage } from '#lib/session/page-language.ts';
import { wordsIn } from '#lib/words/words.ts';

/** POR-20 · Missing records and records of other customers show the same page. */
export default async function PortalNotFound() {
  const say = wordsIn(await pageLanguage());
  return (
    <>
      <h1 className="sr-only">{say('page.missing')}</h1>
      <EmptyState
        icon={<Icon name="file-question" />}
        title={say('page.missing')}
        action={<TextLink href="/portal">{say('page.missing.home')}</TextLink>}
      />
    </>
  );
}
