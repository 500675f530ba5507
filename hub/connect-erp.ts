import type { ErpSystem } from '../core/erp/routes.ts'
import type { ErpConnector } from '../erp/connector.ts'
import { UsageError } from './errors.ts'

/** The connector of an ERP. Throws where this version has none of its kind; what is for the ERP waits then. */
export function connectErp({ id, kind }: ErpSystem): ErpConnector {
  throw new UsageError(`There is no connector "${kind}", by which "${id}" is to be reached.`)
}
