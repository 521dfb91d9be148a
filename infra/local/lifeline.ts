import { spawn, type ChildProcess } from 'node:child_process';

/**
 * Runs a program that is not ours so that it ends when this process does, however that happens, kill -9 included.
 * The shell holds the reading end of a pipe whose writing end only we hold: when it closes, the program is asked to end and then made to.
 */
const script = `
exec 3<&0
"$@" </dev/null 3<&- &
program=$!
(
  read -r _ <&3
  kill "$program" 2>/dev/null
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    kill -0 "$program" 2>/dev/null || exit 0
    sleep 0.2
  done
  kill -9 "$program" 2>/dev/null
) >/dev/null 2>&1 &
watcher=$!
trap '' INT
trap 'kill "$program"' TERM HUP
while :; do
  wait "$program"
  status=$?
  kill -0 "$program" 2>/dev/null || break
done
kill "$watcher" 2>/dev/null
exit "$status"
`;

/** Starts `program` on a lifeline, in `folder` if not here. Closing the child's standard input ends it. */
export function spawnOnLifeline(
  program: string,
  args: string[],
  folder?: string,
  env: NodeJS.ProcessEnv = process.env,
): ChildProcess {
  return spawn('/bin/sh', ['-c', script, 'lifeline', program, ...args], {
    stdio: ['pipe', 'ignore', 'pipe'],
    env,
    ...(folder ? { cwd: folder } : {}),
  });
}
