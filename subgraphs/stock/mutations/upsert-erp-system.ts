import type { Refusal } from '../../../core/ledger/commands.ts'
import { problemsOf } from '../../shared/input.ts'
import { COMMON_CODES, submit, userErrors, withCursor } from '../../shared/payload.ts'
import type { MutationResolvers } from '../generated/types.ts'

export const upsertErpSystem: NonNullable<MutationResolvers['upsertErpSystem']> = async (_root, { input }, context) => {
  const refused = (errors: readonly Refusal[]) => ({
    erpSystem: null,
    userErrors: userErrors(errors, COMMON_CODES),
    cursor: null,
  })
  const { idempotencyKey: _key, settings, ...system } = input
  // Settings are the connector's own: only their outer shape is ours.
  const problems = problemsOf(input, ['settings'])
  if (settings != null && !isObject(settings)) {
    const message = 'settings is a JSON object.'
    problems.push({ code: 'INVALID_INPUT', problem: 'VALUE_UNKNOWN', message, field: ['input', 'settings'] })
  }
  if (problems.length > 0) return refused(problems)

  const command = { kind: 'upsertErpSystem', ...system, settings: isObject(settings) ? settings : null } as const
  const result = await submit(context, 'upsertErpSystem', input, command)

  switch (result.status) {
    case 'posted':
      return withCursor({ erpSystem: await context.loaders.erpSystem.load(input.id), userErrors: [] }, result, context)
    case 'refused':
      return refused(result.errors)
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
