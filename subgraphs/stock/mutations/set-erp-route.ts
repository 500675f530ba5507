import { readShadowReport, type ShadowProblem } from '../../../core/erp/shadow-report.ts'
import type { Refusal } from '../../../core/ledger/commands.ts'
import { isKeyUsed } from '../../../core/ledger/once.ts'
import { problemsOf } from '../../shared/input.ts'
import { COMMON_CODES, submit, userErrors, withCursor } from '../../shared/payload.ts'
import type { MutationResolvers, SetErpRouteInput } from '../generated/types.ts'
import type { Context } from '../models.ts'

export const setErpRoute: NonNullable<MutationResolvers['setErpRoute']> = async (_root, { input }, context) => {
  const { systemId, mode, locationIds = null, skuPrefixes = null, validFrom = null } = input
  const isAsked = mode === 'CUT_OVER' && problemsOf(input).length === 0
  const warnings = isAsked ? await whatSpeaksAgainst(systemId, context) : []
  const refused = (errors: readonly Refusal[]) => ({
    erpSystem: null,
    warnings,
    userErrors: userErrors(errors, COMMON_CODES),
    cursor: null,
  })
  if (input.requireReady === true && warnings.length > 0 && !(await isRepeated(input, context))) {
    const message = `"${systemId}" has not been right for long enough: ${warnings.join(', ')}.`
    return refused([{ code: 'WRONG_STATE', message, field: ['input', 'requireReady'] }])
  }
  const command = { kind: 'setErpRoute', systemId, locationIds, skuPrefixes, mode, validFrom } as const
  const result = await submit(context, 'setErpRoute', input, command)

  switch (result.status) {
    case 'posted': {
      const erpSystem = await context.loaders.erpSystem.load(systemId)
      return withCursor({ erpSystem, warnings, userErrors: [] }, result, context)
    }
    case 'refused':
      return refused(result.errors)
  }
}

async function whatSpeaksAgainst(systemId: string, { db, loaders }: Context): Promise<readonly ShadowProblem[]> {
  const system = await loaders.erpSystem.load(systemId)
  return system === null ? [] : (await readShadowReport(db, system)).problems
}

/** What was done under its key gets its first answer again, whatever is so by now. */
function isRepeated({ idempotencyKey }: SetErpRouteInput, { db, viewer }: Context): Promise<boolean> {
  return isKeyUsed(db, viewer.client, idempotencyKey)
}
