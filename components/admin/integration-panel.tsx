import { Fragment } from 'react';
import { Facts } from '#components/ui/facts.tsx';
import { TextLink } from '#components/ui/link.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { switchIntegrationAction } from '#lib/integration/actions.ts';
import type { ListedIntegration, ListedLink } from '#lib/integration/queries.ts';
import { SettingSwitch } from './setting-switch.tsx';

const casesHave = (cases: number, label: string) =>
  `${cases === 1 ? '1 case has' : `${cases.toLocaleString('en')} cases have`} a record in ${label}`;

/** What disappears with a link: menu items, the group in Related Records, tabs. */
function Vanishing({ items, group, tabs }: ListedLink) {
  return (
    <li>
      the items{' '}
      {items.map((item, at) => (
        <Fragment key={item}>
          {at > 0 && (at === items.length - 1 ? ' and ' : ', ')}
          <em>{item}</em>
        </Fragment>
      ))}
      {group && (
        <>
          , the group <em>{group}</em> in Related Records
        </>
      )}
      {tabs.map(({ name, of }) => (
        <Fragment key={of}>
          , the tab <em>{name}</em> of the {of}
        </Fragment>
      ))}
    </li>
  );
}

/** ADM-5 · one integration: what it provides, what depends on it, and its switch. */
export function IntegrationPanel({ integration }: { integration: ListedIntegration }) {
  const { id, name, gives, active, links, rules } = integration;
  const warning = (
    <>
      <p>These will be hidden for everyone, and the server refuses them:</p>
      <ul>
        {links.map((link) => (
          <Vanishing key={link.label} {...link} />
        ))}
      </ul>
      <p>
        These rules do not fire: {rules.map((rule) => rule.id).join(', ')}. Changes made while it is off are not
        processed later.
      </p>
      <p>This data is kept: {links.map(({ label, cases }) => casesHave(cases, label)).join(', ')}.</p>
    </>
  );
  return (
    <Panel
      title={name}
      action={
        <SettingSwitch
          action={switchIntegrationAction}
          label={`${id} active`}
          labelHidden
          active={active}
          fields={{ id }}
          confirmation={{ title: `Turn ${id} off?`, button: 'Turn off', warning }}
        />
      }
    >
      <Facts
        items={[
          { term: 'Name', detail: <span className="record-number">{id}</span> },
          { term: 'Status', detail: active ? 'Active' : 'Not active' },
          { term: 'Provides', detail: gives },
          { term: 'In use', detail: links.map(({ label, cases }) => casesHave(cases, label)).join(', ') },
          {
            term: 'Dependent rules',
            detail: (
              <ul>
                {rules.map((rule) => (
                  <li key={rule.id}>
                    <TextLink href={`/admin/business-rules#${rule.id}`} className="underline">
                      {rule.id}
                    </TextLink>{' '}
                    {rule.name}
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </Panel>
  );
}
