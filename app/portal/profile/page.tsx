import { ProfileForm } from '#components/portal/profile-form.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { timeZoneOptions } from '#lib/user/time-zones.ts';
import { pick } from '#lib/words/words.ts';
import { portalPage, portalTitle } from '../portal-page.ts';

export const generateMetadata = () => portalTitle((say) => say('profile.title'));

/** POR-10 · A customer's own name, language and time zone. */
export default async function PortalProfilePage() {
  const { actor, email, say } = await portalPage();
  const account = 'accountName' in actor ? actor.accountName : null;
  return (
    <>
      <PageHeader title={say('profile.title')} meta={[email, account].filter(Boolean).join(' · ')} />
      <Panel title={say('profile.title')} titleHidden className="max-w-xl">
        <ProfileForm
          name={actor.name}
          language={say.language}
          timeZone={actor.timeZone}
          timeZones={timeZoneOptions(actor.timeZone)}
          words={pick(say, ['profile.name', 'profile.language', 'profile.zone', 'profile.save', 'answer.lost'])}
        />
      </Panel>
    </>
  );
}
