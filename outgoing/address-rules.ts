import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** Only from here are addresses of IPv6 given to the public (IANA, "Internet Protocol Version 6 Address Space"). */
const PUBLIC_IPV6 = ipaddr.parseCIDR('2000::/3')

/**
 * Which addresses the hub calls that others name. Public ones, and of all others only those that were allowed: nobody may have the hub knock at the doors behind it –
 * its own machine, its neighbours, or the address at which clouds hand out credentials (169.254.169.254).
 */
export class AddressRules {
  readonly #allowed: readonly ReturnType<typeof ipaddr.parseCIDR>[]

  /** Addresses, and ranges of them in CIDR notation. Throws for what is neither. */
  constructor(allowed: readonly string[]) {
    this.#allowed = allowed.map((text) =>
      ipaddr.parseCIDR(text.includes('/') ? text : `${text}/${isIP(text) === 6 ? 128 : 32}`),
    )
  }

  /** `allowed`: it was named by the settings. `public`: anybody's. Everything else may not be called. */
  judge(address: string): 'public' | 'allowed' | 'refused' {
    if (!ipaddr.isValid(address)) return 'refused'
    // An IPv4 address within IPv6 (::ffff:10.0.0.1) is that IPv4 address.
    const parsed = ipaddr.process(address)
    for (const [base, bits] of this.#allowed) {
      if (base.kind() === parsed.kind() && parsed.match(base, bits)) return 'allowed'
    }
    if (parsed.range() !== 'unicast') return 'refused'
    if (parsed.kind() === 'ipv6' && !parsed.match(...PUBLIC_IPV6)) return 'refused'
    return 'public'
  }
}
