// Loaded into the gateways of the fault suite before the hub: a signal makes them collect their garbage, so that what they use afterwards is what they hold.
process.on('SIGUSR2', () => globalThis.gc?.())
