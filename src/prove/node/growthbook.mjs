// The official SDK of GrowthBook on features.json of the target growthbook.
import { GrowthBookClient } from '@growthbook/growthbook';
import { answer, file, version } from './lines.mjs';

const payload = file('features.json');
const keys = Object.keys(payload.features);
const client = new GrowthBookClient().initSync({ payload });

await answer('growthbook', version('@growthbook/growthbook'), (attributes) => {
  const flags = {};
  for (const key of keys) {
    flags[key] = client.evalFeature(key, { attributes }).value;
  }
  return flags;
});
