import type { Metadata } from 'next';
import { ExactTime } from '#components/ui/exact-time.tsx';
import { TextLink } from '#components/ui/link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { ChangePasswordForm } from '#components/user/change-password-form.tsx';
import { Devices } from '#components/user/devices.tsx';
import { LanguageForm } from '#components/user/language-form.tsx';
import { SignOutEverywhereForm } from '#components/user/sign-out-everywhere-form.tsx';
import { TimeZoneForm } from '#components/user/time-zone-form.tsx';
import { timeZoneOptions } from '#lib/platform/time-zones.ts';
import { requireSession } from '#lib/session/current-actor.ts';
import { ownDevices } from '#lib/session/queries/devices.ts';

export const metadata: Metadata = { title: 'Profile' };

const words = {
  'devices.this': 'This device',
  'devices.sign-out': 'Sign out',
  'devices.others': 'Sign out all other devices',
  'devices.failed': "That didn't work. Try again.",
};

export default async function ProfilePage() {
  const { id, actor, email, language } = await requireSession();
  const devices = await ownDevices(actor, id);
  return (
    <>
      <PageHeader title="Profile" meta={`${actor.name}, ${email}`} />
      <div className="grid max-w-2xl gap-6">
        <Panel title="Password">
          <ChangePasswordForm email={email} />
        </Panel>
        <Panel title="Region">
          <div className="grid gap-6">
            <TimeZoneForm timeZone={actor.timeZone} timeZones={timeZoneOptions(actor.timeZone)} />
            <LanguageForm language={language} />
          </div>
        </Panel>
        <Panel title="Reply templates">
          <p className="text-ink-muted">
            Texts that you use often, a <kbd>/</kbd> away.
          </p>
          <p className="mt-2">
            <TextLink href="/workspace/profile/reply-templates">My reply templates</TextLink>
          </p>
        </Panel>
        <Panel title="Devices">
          <Devices
            words={words}
            devices={devices.map(({ name, source, since, ...device }) => ({
              ...device,
              name: name || 'Unknown device',
              about: (
                <>
                  Signed in <ExactTime at={since} />
                  {source && `, from ${source}`}
                </>
              ),
            }))}
          />
        </Panel>
        <Panel title="Sessions">
          <SignOutEverywhereForm />
        </Panel>
      </div>
    </>
  );
}
