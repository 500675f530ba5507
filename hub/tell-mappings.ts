import { Counter, type Registry } from 'prom-client'

/** Metrics of the mappings by which this process makes events of payloads. `noNews` counts a payload of which a mapping made none. */
export function tellMappings(registry: Registry): { noNews(mapping: string): void } {
  const noNews = new Counter({
    name: 'onhand_mapping_no_news_total',
    help: 'Payloads that were no news, as their mapping said, by mapping.',
    labelNames: ['mapping'] as const,
    registers: [registry],
  })
  return { noNews: (mapping) => noNews.inc({ mapping }) }
}
