import { TestClient } from '../hub/hub-process.ts'

/** Few, so that they are fought for, and in buckets of their own. */
export const SKUS = ['MUG', 'CUP', 'JAR', 'POT', 'PAN', 'JUG', 'VASE', 'BOWL'] as const
export const LOCATIONS = ['BER', 'MUC'] as const

/** Takes what is there, and another that takes orders beyond it. */
export const CHANNELS = ['web', 'market'] as const

/** Fills an empty hub: two locations, two channels over both, eight items with so much of each at each location. */
export async function openShop(url: string, stock: number): Promise<void> {
  const client = new TestClient(url)
  const locations = LOCATIONS.map((id) => `{ id: "${id}", name: "${id}", kind: STORE }`)
  const served = LOCATIONS.map((id) => `{ locationId: "${id}" }`)
  await client.data(`mutation {
    upsertLocations(input: { idempotencyKey: "locations", locations: [${locations}] }) { userErrors { message } }
    upsertItems(input: { idempotencyKey: "items", items: [${SKUS.map((sku) => `{ sku: "${sku}", title: "${sku}" }`)}] }) { userErrors { message } }
    web: upsertChannel(input: { idempotencyKey: "web", id: "web", name: "Web shop", locations: [${served}] }) { userErrors { message } }
    market: upsertChannel(input: { idempotencyKey: "market", id: "market", name: "Market", locations: [${served}], allowBackorder: true }) {
      userErrors { message }
    }
  }`)
  for (const sku of SKUS) {
    for (const locationId of LOCATIONS) {
      const { status } = await client.event('onhand.stock.counted.v1', { sku, locationId, quantity: stock })
      if (status !== 'ACCEPTED') throw new Error(`Not counted: ${status}`)
    }
  }
}
