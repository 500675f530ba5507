/** What the demo prints for people to paste; a test asks both. */
export const QUERY = `{
  availability(channelId: "web", skus: ["MUG-BLUE", "CUP-BLUE", "PLATE-BLUE"]) {
    sku
    quantity
    status
    item {
      title
      stockLevels { locationId onHand sellable held committed atf }
      shipments(first: 3) { kind status expectedAt }
    }
    explanation { sum buffer cap terms { locationId atf entries(first: 2) { kind quantity occurredAt source } } }
  }
}`

export const SUBSCRIPTION = `subscription {
  availabilityChanged(channelId: "web", skus: ["MUG-BLUE", "CUP-BLUE", "PLATE-BLUE"], initial: true) {
    sku
    quantity
    status
    item { title }
    locations { locationId quantity }
    cursor
  }
}`
