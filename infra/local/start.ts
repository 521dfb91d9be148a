import './compileCache.ts';
import { runCommand } from './command.ts';
import { whenNpmIsGone } from './parent.ts';
import { readLocalSettings } from './settings.ts';

await runCommand(async () => {
  const stop = Promise.withResolvers<{ fault?: string }>();
  let asked = 0;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (++asked > 2) process.exit(1); // someone who cannot wait
      stop.resolve({});
    });
  }
  whenNpmIsGone(() => stop.resolve({}));
  const stages: (() => Promise<void> | void)[] = [];
  // Loaded here, when the cache of what was compiled before is in place.
  const { startProduct } = await import('./product.ts');
  const starting = startProduct(readLocalSettings(process.env), (undo) => stages.push(undo));
  try {
    const began = await Promise.race([starting, stop.promise]);
    if ('announcement' in began) {
      console.log(began.announcement);
      void began.broken.then((what) => {
        // A signal to the whole group reaches the pieces too, perhaps a moment before us.
        setTimeout(() => stop.resolve({ fault: what }), 500);
      });
    }
    const { fault } = await stop.promise;
    if (fault !== undefined) console.error(fault);
    return fault === undefined ? 0 : 1;
  } finally {
    // What was begun last is ended first.
    for (const undo of stages.reverse()) await undo();
  }
});
process.exit();
