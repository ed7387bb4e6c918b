export type Request = { url: string; headers: Record<string, string> };

/**
 * The browser's request for a link from a list to a page inside the app: only the page's payload, because the layout is
 * already loaded. The framework requires a hash of these headers in the address; without it, it redirects to the address
 * that has it.
 */
export async function navigationTo({ url, headers }: Request, from: string): Promise<Request> {
  const kind = from.split('/').at(-1);
  const list = [
    '',
    { children: ['workspace', { children: [['kind', kind, 'd', null], { children: ['__PAGE__', {}] }] }] },
    null,
    null,
    16,
  ];
  const asked = {
    ...headers,
    rsc: '1',
    'next-url': from,
    'next-router-state-tree': encodeURIComponent(JSON.stringify(list)),
  };
  const answer = await fetch(url, { headers: asked, redirect: 'manual' });
  const location = answer.headers.get('location');
  if (answer.status !== 307 || !location) throw new Error(`${url} answers ${answer.status} to a navigation.`);
  return { url: new URL(location, url).href, headers: asked };
}
