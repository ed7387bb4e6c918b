import { ChangePassword } from '#components/portal/change-password.tsx';
import { ProfileForm } from '#components/portal/profile-form.tsx';
import { dateTimeInZone } from '#components/portal/reader.ts';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { Devices } from '#components/user/devices.tsx';
import { timeZoneOptions } from '#lib/platform/time-zones.ts';
import { ownDevices } from '#lib/session/queries/devices.ts';
import { pick } from '#lib/words/words.ts';
import { portalPage, portalTitle } from '../portal-page.ts';

export const generateMetadata = () => portalTitle((say) => say('profile.title'));

const passwordWords = [
  'profile.password.current',
  'profile.password.new',
  'profile.password.hint',
  'profile.password.again',
  'profile.password.ends',
  'profile.password.change',
  'answer.lost',
] as const;

/** POR-10, ACC-3 · A customer's own name, language, time zone, password and devices. */
export default async function PortalProfilePage() {
  const { sessionId, actor, email, say, reader } = await portalPage();
  const devices = await ownDevices(actor, sessionId);
  const account = 'accountName' in actor ? actor.accountName : null;
  return (
    <>
      <PageHeader title={say('profile.title')} meta={[email, account].filter(Boolean).join(' · ')} />
      <div className="grid max-w-xl gap-4">
        <Panel title={say('profile.title')} titleHidden>
          <ProfileForm
            name={actor.name}
            language={say.language}
            timeZone={actor.timeZone}
            timeZones={timeZoneOptions(actor.timeZone)}
            words={pick(say, ['profile.name', 'profile.language', 'profile.zone', 'profile.save', 'answer.lost'])}
          />
        </Panel>
        <Panel title={say('profile.password')}>
          <ChangePassword email={email} words={pick(say, passwordWords)} />
        </Panel>
        <Panel title={say('devices.title')}>
          <Devices
            words={pick(say, ['devices.this', 'devices.sign-out', 'devices.others', 'devices.failed'])}
            devices={devices.map(({ id, name, since, isThis }) => ({
              id,
              isThis,
              name: name || say('devices.unknown'),
              about: say('devices.since', { when: dateTimeInZone(since.toISOString(), reader) }),
            }))}
          />
        </Panel>
      </div>
    </>
  );
}
