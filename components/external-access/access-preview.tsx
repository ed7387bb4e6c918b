import type { PortalReader } from '#components/portal/reader.ts';
import { RecordFields } from '#components/portal/record-fields.tsx';
import { Button } from '#components/ui/button.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import type { AccessPreview } from '#lib/external-access/queries.ts';

function Preview({ preview: { name, cases }, reader }: { preview: AccessPreview; reader: PortalReader }) {
  if (cases.length === 0)
    return <p className="mt-3 text-ink-muted">No case of {name} has a problem, change or request.</p>;
  return cases.map(({ number, title, records }) => (
    <section key={number} className="mt-4 grid gap-3">
      <h3 className="font-medium">
        {number} {title}
      </h3>
      {records.length === 0 && <p className="text-ink-muted">{name} sees no related records here.</p>}
      {records.map((record) => (
        <div key={record.number} className="rounded-md border border-line p-3">
          <RecordFields record={record} reader={reader} />
          {record.items.map((item) => (
            <div key={item.number} className="mt-2 border-line border-l-2 pl-3">
              <RecordFields record={item} reader={reader} />
            </div>
          ))}
        </div>
      ))}
    </section>
  ));
}

interface AccessPreviewPanelProps {
  /** The requested email address; empty if none yet. */
  typed: string;
  preview: AccessPreview | null;
  /** The administrator, who sees it in the portal's wording. */
  reader: PortalReader;
}

/** ADM-8 · Previews what one customer sees, read with that customer's access. */
export function AccessPreviewPanel({ typed, preview, reader }: AccessPreviewPanelProps) {
  return (
    <Panel title="Preview" className="mt-4">
      <form action="/admin/external-access" className="flex flex-wrap items-center gap-2">
        <TextInput
          name="customer"
          type="email"
          aria-label="Email address of a customer"
          placeholder="customer@example.com"
          defaultValue={typed}
          required
          maxLength={254}
          className="w-72 max-w-full"
        />
        <Button type="submit">Preview</Button>
      </form>
      {typed && !preview && (
        <p role="status" className="mt-3 text-ink-muted">
          No active customer has the address {typed}.
        </p>
      )}
      {preview && <Preview preview={preview} reader={reader} />}
    </Panel>
  );
}
