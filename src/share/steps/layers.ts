import type { Chain } from '../../dockerfile/chain.ts';
import { docker } from '../../host/steps/exec.ts';
import { layersOf } from '../../image/steps/inspect.ts';
import { describeLayers, type LayerFacts, type Layers } from '../layers.ts';

/**
 * Asks the engine what each layer of an image weighs; what a registry says of it, if it has been pushed, adds what is
 * downloaded. Undefined where the engine can't tell.
 */
export async function inspectLayers(
  image: string,
  chain: Chain | undefined,
  pushed: Pick<LayerFacts, 'compressed'> = {},
): Promise<Layers | undefined> {
  try {
    const [history, diffIds] = await Promise.all([
      docker(['history', '--no-trunc', '--human=false', '--format', '{{json .}}', image]),
      layersOf(image),
    ]);
    if (history.exitCode !== 0) return undefined;
    return describeLayers({ printed: history.stdout, diffIds, chain, ...pushed });
  } catch {
    return undefined;
  }
}
