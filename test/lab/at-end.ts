// What is to be done when this process ends, whether by itself or by a signal, of which "exit" hears nothing.

const actions = new Set<() => void>();

/**
 * Has something done when this process ends or is interrupted; it must not take long, nor be waited for. Returns what does
 * it at once; it is done one time only.
 */
export function atEnd(action: () => void): () => void {
  const doOnce = () => {
    if (actions.delete(doOnce)) action();
  };
  actions.add(doOnce);
  listen();
  return doOnce;
}

function listen(): void {
  if (process.listeners('exit').includes(doAll)) return;
  process.once('exit', doAll);
  // Before all others, to see whether there are any: what listens once is no longer there after its turn.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.prependListener(signal, endBy);
}

function doAll(): void {
  for (const action of actions) action();
}

/** Whoever listens too decides how this process ends; where nobody does, it ends by the signal, as it would have. */
function endBy(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) > 1) return;
  doAll();
  process.off(signal, endBy);
  process.kill(process.pid, signal);
}
