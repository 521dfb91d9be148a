/**
 * What a log line may say of something thrown that nobody foresaw: its kind, and the first place in our code that the stack names.
 * Never its message, which may hold what someone wrote.
 */
export function kindAndPlace(thrown: unknown): { name: string; place: string | undefined } {
  if (!(thrown instanceof Error)) return { name: 'unknown', place: undefined };
  const { name, message, stack = '' } = thrown;
  // The stack begins with the message, and that may look like a place itself.
  const places = stack.slice(stack.indexOf(message) + message.length).split('\n');
  return { name, place: places.find((line) => line.startsWith('    at '))?.trim() };
}
