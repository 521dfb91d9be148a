/** Whether following one thing to the next from `start` ever comes back to a thing met before. */
export function isCircular(start: string, next: (id: string) => string | null | undefined): boolean {
  const met = new Set<string>();
  for (let at: string | null | undefined = start; at != null; at = next(at)) {
    if (met.has(at)) return true;
    met.add(at);
  }
  return false;
}
