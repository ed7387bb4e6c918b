import { clsx } from 'clsx';

type Shape = 'home' | 'record' | 'list';

/** The layout of the page at an address, derived from its path. */
export function shapeOf(pathname: string): Shape {
  const [area, noun, record] = pathname.split('/').filter(Boolean);
  if (area === 'workspace' && noun === undefined) return 'home';
  return record === undefined || (noun === 'customers' && !/\/customers\/[^/]+\/./.test(pathname)) ? 'list' : 'record';
}

const bar = (className: string) => <span className={clsx('block rounded-sm bg-sunken', className)} />;

function Lines({ count }: { count: number }) {
  const lines = Array.from({ length: count }, (_, line) => line);
  return lines.map((line) => (
    <span key={line} className="flex h-9 items-center gap-4 border-b">
      {bar('h-4 w-24')}
      {bar(clsx('h-4', line % 3 === 1 ? 'w-1/3' : 'w-1/2'))}
    </span>
  ));
}

function Box({ lines }: { lines: number }) {
  return (
    <span className="block rounded-md border px-4 pt-3 pb-4">
      {bar('mb-3 h-4 w-32')}
      <Lines count={lines} />
    </span>
  );
}

/** The outline of a page while it loads. */
export default function PageSkeleton({ pathname }: { pathname: string }) {
  const shape = shapeOf(pathname);
  return (
    <span aria-hidden className="block">
      {bar('mb-5 h-7 w-72 max-w-full')}
      {shape === 'list' && (
        <>
          {bar('mb-3 h-8 w-96 max-w-full')}
          <Lines count={14} />
        </>
      )}
      {shape === 'home' && (
        <span className="grid items-start gap-4 xl:grid-cols-2">
          <span className="grid gap-4">
            <Box lines={4} />
            <Box lines={4} />
          </span>
          <Box lines={8} />
        </span>
      )}
      {shape === 'record' && (
        <span className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_17rem]">
          <span className="grid gap-4">
            <Box lines={6} />
            <Box lines={5} />
          </span>
          <Box lines={5} />
        </span>
      )}
    </span>
  );
}
