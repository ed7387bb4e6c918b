import { ButtonLink } from '#components/ui/button-link.tsx';
import { Panel } from '#components/ui/panel.tsx';
import type { Say } from '#lib/words/words.ts';

/** Links to a new case and to the catalog. */
export function HelpPanel({ say }: { say: Say }) {
  return (
    <Panel title={say('home.help')}>
      <p className="pb-3 text-ink-muted">{say('home.help.text')}</p>
      <ButtonLink href="/portal/cases/new" variant="primary" className="min-h-11 max-sm:w-full">
        {say('nav.new')}
      </ButtonLink>
      <p className="pt-4 pb-3 text-ink-muted">{say('home.order.text')}</p>
      <ButtonLink href="/portal/catalog" className="min-h-11 max-sm:w-full">
        {say('nav.order')}
      </ButtonLink>
    </Panel>
  );
}
