import { uncappedAvailableToSell } from '../../availability/arithmetic.ts'
import { bandOf, sumOfBands } from '../../availability/bands.ts'
import type { WantedUnits } from '../../availability/sourcing.ts'
import type { View } from '../decision.ts'
import type { Channel } from '../documents.ts'

type Stock = Pick<View, 'atf' | 'offered'>

/**
 * What a channel's locations have, as far as its bands tell: the least of the band in place of each quantity. Whatever is worked out of it tells no more than
 * the bands do, however cleverly the question is put. Other SKUs than those named are as they are.
 */
export class CertainStock implements Stock {
  readonly #view: Stock
  readonly #channel: Channel
  readonly #skus: ReadonlySet<string>

  constructor(view: Stock, channel: Channel, skus: ReadonlySet<string>) {
    this.#view = view
    this.#channel = channel
    this.#skus = skus
  }

  atf(sku: string, locationId: string, channelId: string): number {
    const atf = this.#view.atf(sku, locationId, channelId)
    return this.#skus.has(sku) ? this.certain(sku, locationId, null, atf) : atf
  }

  offered(
    sku: string,
    locationId: string,
    channelId: string,
    by: Date,
    taken: Parameters<Stock['offered']>[4] = [],
  ): number {
    if (!this.#skus.has(sku)) return this.#view.offered(sku, locationId, channelId, by, taken)
    // What is taken comes off afterwards: taken before, it would move the bounds of the bands to wherever the asker wants them.
    const gone = taken.reduce((sum, { quantity }) => sum + quantity, 0)
    return this.certain(sku, locationId, by, this.#view.offered(sku, locationId, channelId, by)) - gone
  }

  protected certain(_sku: string, _locationId: string, _by: Date | null, quantity: number): number {
    return bandOf(quantity, this.#channel.bands).from
  }
}

/**
 * The same for questions, of which nothing comes: where the channel as a whole certainly has more than its locations one by one, the rest is put where the
 * bands leave room, so that all that is shown of a channel can be asked for. Lines that name their location are not told of more there than is certain.
 */
export class LikelyStock extends CertainStock {
  readonly #stock: Stock
  readonly #of: Channel
  readonly #isClosed: (locationId: string) => boolean
  readonly #named: ReadonlySet<string>
  readonly #spread = new Map<string, ReadonlyMap<string, number>>()

  constructor(view: Stock & Pick<View, 'location'>, channel: Channel, wanted: readonly WantedUnits[]) {
    super(view, channel, new Set(wanted.map(({ sku }) => sku)))
    this.#stock = view
    this.#of = channel
    this.#isClosed = (locationId) => view.location(locationId)?.closed === true
    this.#named = new Set(wanted.flatMap(({ sku, locationId }) => (locationId === null ? [] : [sku])))
  }

  protected override certain(sku: string, locationId: string, by: Date | null, quantity: number): number {
    const certain = super.certain(sku, locationId, by, quantity)
    return this.#named.has(sku) ? certain : certain + (this.#spreadOf(sku, by).get(locationId) ?? 0)
  }

  /** By location, what is there beyond what is certain of it alone: worked out of the bands of the locations and of the channel, and of nothing else. */
  #spreadOf(sku: string, by: Date | null): ReadonlyMap<string, number> {
    const key = JSON.stringify([sku, by])
    const known = this.#spread.get(key)
    if (known !== undefined) return known
    const { id, bands, buffer, locations } = this.#of
    const open = locations.map(({ locationId }) => locationId).filter((locationId) => !this.#isClosed(locationId))
    const offers = open.map((locationId) =>
      by === null ? this.#stock.atf(sku, locationId, id) : this.#stock.offered(sku, locationId, id, by),
    )
    const told = offers.map((quantity) => bandOf(quantity, bands))
    const certain = bandOf(uncappedAvailableToSell(offers, buffer), bands).from
    let rest = certain === 0 ? 0 : certain + buffer - sumOfBands(told).from
    const spread = new Map<string, number>()
    for (const [index, { from, to }] of told.entries()) {
      if (rest <= 0) break
      const more = to === null ? rest : Math.min(rest, to - from)
      spread.set(open[index] ?? '', more)
      rest -= more
    }
    this.#spread.set(key, spread)
    return spread
  }
}
