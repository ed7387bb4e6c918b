/** The id of the user signed in with this browser now; null: none; undefined: the server did not answer. */
export async function whoIsSignedIn(): Promise<string | null | undefined> {
  const response = await fetch('/api/session', { cache: 'no-store' }).catch(() => null);
  if (response?.status === 401) return null;
  if (!response?.ok) return undefined;
  const { personId }: { personId: string } = await response.json();
  return personId;
}
