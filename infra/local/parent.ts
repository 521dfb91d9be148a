import { readFileSync } from 'node:fs';

const EVERY_MS = 500;

/** Calls back once npm, which started this, is gone without having said so. Does nothing for one who was started by hand. */
export function whenNpmIsGone(act: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  // npm starts a shell, which starts this: where the shell stays between them, it is the shell's parent that is npm.
  const parent = process.ppid;
  const above = isShell(parent) ? parentOf(parent) : undefined;
  const timer = setInterval(() => {
    if (process.ppid === parent && (above === undefined || parentOf(parent) === above)) return;
    clearInterval(timer);
    act();
  }, EVERY_MS).unref();
}

const isShell = (pid: number): boolean => /\((?:sh|dash|bash|ash|busybox|zsh)\)/.test(statOf(pid));

/** From `/proc`, where there is one: the process's name stands in brackets, then its state, then its parent. */
const parentOf = (pid: number): number | undefined => {
  const [, parent] = /\) \S (\d+)/.exec(statOf(pid)) ?? [];
  return parent === undefined ? undefined : Number(parent);
};

function statOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return '';
  }
}
