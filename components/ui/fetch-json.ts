/** What an address answers as JSON, in the shape that the caller knows; anything but a success is an error. */
export async function fetchJson<T>(address: string, signal?: AbortSignal): Promise<T> {
  const response = await fetch(address, { ...(signal ? { signal } : {}), headers: { accept: 'application/json' } });
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return await response.json();
}
