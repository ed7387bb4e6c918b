import type { PortalFile } from '#lib/portal/files-of-case.ts';
import { moment, type PortalReader } from './reader.ts';

/** POR-18 · The files of a case; each is requested when it is opened. */
export function CaseFiles({ files, reader }: { files: readonly PortalFile[]; reader: PortalReader }) {
  const { say } = reader;
  if (files.length === 0) return <p className="text-ink-muted">{say('case.files.none')}</p>;
  return (
    <ul className="grid gap-1">
      {files.map(({ href, name, by, at, size }) => (
        <li key={href} className="min-w-0 py-1">
          <a href={href} className="text-link font-medium wrap-anywhere">
            {name}
          </a>
          <p className="text-sm text-ink-muted">
            {say('case.files.by', { name: by ?? say('support'), when: moment(at, reader), size })}
          </p>
        </li>
      ))}
    </ul>
  );
}
