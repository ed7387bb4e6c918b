import { Badge } from '#components/ui/badge.tsx';
import { Facts } from '#components/ui/facts.tsx';
import { switchBusinessRuleAction } from '#lib/business-rule/actions.ts';
import type { ListedRule } from '#lib/business-rule/queries.ts';
import { SettingSwitch } from './setting-switch.tsx';

const times = (count: number) => (count === 1 ? 'once' : `${count.toLocaleString('en')} times`);

/** ADM-2 · one rule: its trigger, its effect, how often it ran, and its switch. SYNC-4 links to its id. */
export function BusinessRuleRow({ rule }: { rule: ListedRule }) {
  const warning = (
    <>
      <p>
        The rule stops now, on every server. When: {rule.when}. Effect: {rule.does}.
      </p>
      <p>
        It ran {times(rule.firedInMonth)} in the last 30 days. Its entries are kept. Changes made while it is off are
        not processed later.
      </p>
    </>
  );
  return (
    <li
      id={rule.id}
      className="grid scroll-mt-16 grid-cols-1 gap-x-6 gap-y-2 border-b px-4 py-3 last:border-b-0 target:bg-accent-soft lg:grid-cols-[minmax(0,1fr)_15rem]"
    >
      <div className="min-w-0">
        <h3 className="font-medium">
          <span className="record-number mr-1 font-normal text-ink-muted">{rule.id} </span>
          {rule.name}
        </h3>
        <Facts
          className="mt-1"
          items={[
            { term: 'Table', detail: rule.tables.join(', ') },
            { term: 'When', detail: rule.when },
            { term: 'Effect', detail: rule.does },
          ]}
        />
      </div>
      <div className="grid content-start gap-2">
        <div className="flex flex-wrap items-center gap-2">
          <SettingSwitch
            action={switchBusinessRuleAction}
            label={`${rule.id} active`}
            labelHidden
            active={rule.active}
            fields={{ id: rule.id }}
            confirmation={{ title: `Deactivate ${rule.id}: ${rule.name}?`, button: 'Deactivate', warning }}
          />
          <span aria-hidden>{rule.active ? 'Active' : 'Not active'}</span>
          {rule.heldBack && <Badge tone="amber">Does not fire</Badge>}
        </div>
        {rule.heldBack && <p className="text-sm text-ink-muted">{rule.heldBack}</p>}
        <Facts
          items={[
            { term: 'Fired in 24 hours', detail: rule.firedInDay.toLocaleString('en') },
            { term: 'Fired in 30 days', detail: rule.firedInMonth.toLocaleString('en') },
          ]}
        />
      </div>
    </li>
  );
}
