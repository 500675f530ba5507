import type { ViewerKind as Kind } from '../../../core/access/viewer.ts'
import type { ViewerKind, ViewerResolvers } from '../generated/types.ts'

const KINDS: Readonly<Record<Kind, ViewerKind>> = {
  storefront: 'STOREFRONT',
  partner: 'PARTNER',
  operator: 'OPERATOR',
  admin: 'ADMIN',
  service: 'SERVICE',
}

export const viewerFields: ViewerResolvers = {
  kind: ({ kind }) => KINDS[kind],
  channelIds: ({ channels }) => channels,
  channels: ({ channels }) => channels?.map((id) => ({ id })) ?? null,
}
