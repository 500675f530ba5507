import { Counter, collectDefaultMetrics, Gauge, Histogram, type Registry } from 'prom-client'

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** What `/metrics` tells of the gateway, in the Prometheus text format. Names end in their unit. */
export interface Metrics {
  readonly registry: Registry
  readonly httpSeconds: Histogram<'method' | 'route' | 'status'>
  readonly operationSeconds: Histogram<'type' | 'transport'>
  readonly errors: Counter<'code'>
  readonly planned: Counter
  readonly fetchSeconds: Histogram<'subgraph'>
  readonly noticeSeconds: Histogram<'by'>
  readonly channelDelaySeconds: Histogram<'channel'>
  readonly sockets: Gauge
  readonly tooSlow: Counter
  readonly streams: Gauge<'transport'>
  readonly connectionsRefused: Counter<'limit'>
  readonly subscriptions: Gauge
  readonly liveQueries: Gauge
  readonly tickSeconds: Histogram
  readonly tickFailures: Counter
  readonly journalPages: Counter
  /** Says how many characters of the journal are kept for followers who are behind. */
  keepsOfJournal(size: () => number): void
  readonly events: Counter
  readonly webhookSeconds: Histogram
  readonly webhookDeliveries: Counter<'result'>
  readonly webhooksDisabled: Counter<'reason'>
  /** Says how the webhooks do that this process delivers. */
  watchesWebhooks(look: () => WebhookFigures): void
}

export interface WebhookFigures {
  readonly driven: number
  readonly failing: number
  readonly delaySeconds: number
}

export function gatewayMetrics(registry: Registry, feed: { readonly lagMs: number }): Metrics {
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  new Gauge({
    name: 'onhand_feed_lag_seconds',
    help: 'For how long something is known to have changed that was not told yet; 0 when nothing is.',
    registers,
    collect() {
      this.set(feed.lagMs / 1000)
    },
  })

  return {
    registry,
    httpSeconds: new Histogram({
      name: 'onhand_http_request_duration_seconds',
      help: 'From the first byte of a request to the last of its answer; those that are streamed are left out.',
      labelNames: ['method', 'route', 'status'],
      buckets: SECONDS,
      registers,
    }),
    operationSeconds: new Histogram({
      name: 'onhand_graphql_operation_duration_seconds',
      help: 'Operations by type and transport; subscriptions count until they are set up.',
      labelNames: ['type', 'transport'],
      buckets: SECONDS,
      registers,
    }),
    errors: new Counter({
      name: 'onhand_graphql_errors_total',
      help: 'Top-level errors told to clients, by code.',
      labelNames: ['code'],
      registers,
    }),
    planned: new Counter({
      name: 'onhand_graphql_operations_planned_total',
      help: 'Operations that were planned because their text was not known yet.',
      registers,
    }),
    fetchSeconds: new Histogram({
      name: 'onhand_subgraph_fetch_duration_seconds',
      help: 'Fetches of the gateway from each subgraph.',
      labelNames: ['subgraph'],
      buckets: SECONDS,
      registers,
    }),
    noticeSeconds: new Histogram({
      name: 'onhand_feed_notice_seconds',
      help: 'From when a change was recorded, on the clock of the database, until this process took note of it.',
      labelNames: ['by'],
      buckets: SECONDS,
      registers,
    }),
    channelDelaySeconds: new Histogram({
      name: 'onhand_channel_delay_seconds',
      help: 'From when the oldest change of a reading was recorded until subscribers of the channel were handed what was read.',
      labelNames: ['channel'],
      buckets: SECONDS,
      registers,
    }),
    sockets: new Gauge({ name: 'onhand_sockets_open', help: 'WebSockets that are open.', registers }),
    tooSlow: new Counter({
      name: 'onhand_sockets_too_slow_total',
      help: 'WebSockets that were closed because their clients read too slowly.',
      registers,
    }),
    streams: new Gauge({
      name: 'onhand_streams_open',
      help: 'Subscriptions over HTTP that are open, by transport.',
      labelNames: ['transport'],
      registers,
    }),
    connectionsRefused: new Counter({
      name: 'onhand_connections_refused_total',
      help: 'Sockets and subscriptions over HTTP that were refused because there are too many, in total or of one client.',
      labelNames: ['limit'],
      registers,
    }),
    subscriptions: new Gauge({ name: 'onhand_subscriptions_open', help: 'Subscriptions that are open.', registers }),
    liveQueries: new Gauge({
      name: 'onhand_live_queries_open',
      help: 'Distinct live queries behind the open subscriptions.',
      registers,
    }),
    tickSeconds: new Histogram({
      name: 'onhand_live_query_tick_duration_seconds',
      help: 'One reading of everything that had become dirty for a live query.',
      buckets: SECONDS,
      registers,
    }),
    tickFailures: new Counter({
      name: 'onhand_live_query_failures_total',
      help: 'Readings of a live query that failed, in whole or for some SKUs, and were tried again.',
      registers,
    }),
    journalPages: new Counter({
      name: 'onhand_journal_pages_read_total',
      help: 'Pages of the journal that were read for subscriptions to it.',
      registers,
    }),
    keepsOfJournal(size) {
      new Gauge({
        name: 'onhand_journal_kept_characters',
        help: 'Characters of journal entries that are kept for subscribers who have not taken them yet.',
        registers,
        collect() {
          this.set(size())
        },
      })
    },
    events: new Counter({
      name: 'onhand_subscription_events_total',
      help: 'Events handed to subscribers.',
      registers,
    }),
    webhookSeconds: new Histogram({
      name: 'onhand_webhook_attempt_duration_seconds',
      help: 'Posts to receivers of webhooks, answered or not.',
      buckets: SECONDS,
      registers,
    }),
    webhookDeliveries: new Counter({
      name: 'onhand_webhook_deliveries_total',
      help: 'Deliveries of webhooks by result: delivered, dead (put aside as dead letters), and attempts that failed.',
      labelNames: ['result'],
      registers,
    }),
    webhooksDisabled: new Counter({
      name: 'onhand_webhooks_disabled_total',
      help: 'Webhooks that this process disabled, by reason.',
      labelNames: ['reason'],
      registers,
    }),
    watchesWebhooks(look) {
      const failing = new Gauge({
        name: 'onhand_webhooks_failing',
        help: 'Webhooks that this process delivers and whose receivers fail now.',
        registers,
      })
      const delay = new Gauge({
        name: 'onhand_webhook_delay_seconds',
        help: 'For how long the oldest delivery of this process has waited.',
        registers,
      })
      new Gauge({
        name: 'onhand_webhooks_driven',
        help: 'Webhooks that this process delivers.',
        registers,
        collect() {
          const figures = look()
          this.set(figures.driven)
          failing.set(figures.failing)
          delay.set(figures.delaySeconds)
        },
      })
    },
  }
}
