import { Button } from '#components/ui/button.tsx';
import { Link } from '#components/ui/link.tsx';
import { Panel } from '#components/ui/panel.tsx';
import { Table, Td, Th } from '#components/ui/table.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import type { MappingPreview } from '#lib/admin-table/queries/map-preview.ts';

interface MappingPreviewPanelProps {
  /** The requested number; empty if none yet. */
  typed: string;
  previews: readonly MappingPreview[];
}

const hrefOf = (id: string) => `/admin/field-mappings/${id}`;

/** ADM-4 · Previews the maps on a real record, before anything is created. */
export function MappingPreviewPanel({ typed, previews }: MappingPreviewPanelProps) {
  return (
    <Panel title="Preview" className="mt-4">
      <form action="/admin/field-mappings" className="flex flex-wrap items-center gap-2">
        <TextInput
          name="preview"
          aria-label="Number of a record"
          placeholder="INC0010001"
          defaultValue={typed}
          required
          maxLength={40}
          className="w-48"
        />
        <Button type="submit">Preview</Button>
      </form>
      {typed && previews.length === 0 && (
        <p role="status" className="mt-3 text-ink-muted">
          Record {typed} was not found, or none of these maps copies from it.
        </p>
      )}
      {previews.map((preview) => (
        <Preview key={preview.label} number={typed} preview={preview} />
      ))}
    </Panel>
  );
}

function Preview({ number, preview: { label, map, others, values } }: { number: string; preview: MappingPreview }) {
  return (
    <div className="mt-3 grid gap-2">
      <p>
        {map ? (
          <>
            {label}: <Link href={hrefOf(map.id)}>{map.name}</Link> fills it.
          </>
        ) : (
          `${label}: no map matches this record, so no field is copied.`
        )}
      </p>
      {others.length > 0 && (
        <ul aria-label="Maps that are not used" className="list-disc pl-5 text-sm text-ink-muted">
          {others.map(({ id, name, because }) => (
            <li key={id}>
              <Link href={hrefOf(id)}>{name}</Link>: {because}
            </li>
          ))}
        </ul>
      )}
      {values.length > 0 && (
        <Table caption={`${label}: ${number}`}>
          <tbody>
            {values.map(({ label: field, display, by }) => (
              <tr key={field}>
                <Th scope="row">{field}</Th>
                <Td className="whitespace-pre-wrap wrap-anywhere">{display}</Td>
                <Td className="text-sm text-ink-muted">{by}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </div>
  );
}
