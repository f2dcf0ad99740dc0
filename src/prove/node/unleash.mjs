// The official SDK of Unleash on features.json of the target unleash, started with nothing but the file.
import { InMemStorageProvider, Unleash } from 'unleash-client';
import { answer, file, version } from './lines.mjs';

const state = file('features.json');
const keys = state.features.map((feature) => feature.name);
const picks = new Set(
  state.features
    .filter((feature) => feature.strategies.some((strategy) => strategy.variants.length > 0))
    .map((feature) => feature.name),
);
const unleash = new Unleash({
  appName: 'attune-prove',
  url: 'http://127.0.0.1:9/',
  disableMetrics: true,
  disableAutoStart: true,
  skipInstanceCountWarning: true,
  storageProvider: new InMemStorageProvider(),
  bootstrap: { data: state.features, segments: state.segments },
});
unleash.on('error', () => {});
unleash.on('warn', () => {});
const ready = new Promise((resolve) => unleash.once('ready', resolve));
unleash.start().catch(() => {});
await ready;

await answer('unleash', version('unleash-client'), (context) => {
  const flags = {};
  for (const key of keys) {
    if (picks.has(key)) {
      const variant = unleash.getVariant(key, context);
      flags[key] = variant.feature_enabled && variant.enabled ? JSON.parse(variant.payload.value) : null;
    } else {
      flags[key] = unleash.isEnabled(key, context);
    }
  }
  return flags;
});
unleash.destroy();
process.exit(0);
