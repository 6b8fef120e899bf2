import type { Chain } from '../../dockerfile/chain.ts';
import { historyOf, layersOf } from '../../image/steps/inspect.ts';
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
    const [history, diffIds] = await Promise.all([historyOf(image), layersOf(image)]);
    return history && describeLayers({ history, diffIds, chain, ...pushed });
  } catch {
    return undefined;
  }
}
