// Loaded into the gateways of the fault suite before the hub: a signal, one that means nothing to the hub, makes them collect their garbage, so that what they
// use afterwards is what they hold.
process.on('SIGHUP', () => globalThis.gc?.())
