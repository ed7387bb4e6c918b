export type Request = { url: string; headers: Record<string, string> };

/**
 * What the browser asks for when one follows a link from a list to a page inside the app: the page's payload alone, for
 * the frame around both is there. The framework answers only if the address carries a hash of these headers, and otherwise
 * says which.
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
