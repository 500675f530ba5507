import {
  type FieldNode,
  type GraphQLSchema,
  getArgumentValues,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql'
import { EVENTS_DOCUMENT } from '../../core/webhooks/events-document.ts'
import type { Outgoing } from '../../outgoing/outgoing.ts'
import { CodedError } from '../errors.ts'
import type { Guard } from '../guards/index.ts'
import { isRecord } from '../is-record.ts'
import { fieldsAtRoot } from '../subscriptions/root-field.ts'
import type { Follow } from './follow.ts'

const FIELD = 'upsertWebhook'

/**
 * Looks at the subscription that is to be stored as if it were asked now, by the same rules and refused in the same words as over any other transport; and at the address. What is
 * refused was not stored.
 */
export function webhookGuard(schema: GraphQLSchema, follow: () => Follow, outgoing: Pick<Outgoing, 'refusal'>): Guard {
  const known = new WeakMap<OperationDefinitionNode, readonly FieldNode[]>()
  const definition = schema.getMutationType()?.getFields()[FIELD]

  return ({ document, operation, variables, context }) => {
    if (operation.operation !== OperationTypeNode.MUTATION || definition === undefined) return undefined
    let fields = known.get(operation)
    if (fields === undefined) {
      const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      fields = fieldsAtRoot(
        operation.selectionSet,
        new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
      ).filter(({ name }) => name.value === FIELD)
      known.set(operation, fields)
    }
    if (fields.length === 0) return undefined
    const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables)
    // Whoever executes it says what is wrong with them.
    if (errors !== undefined) return undefined
    return checkEach(fields.map((field) => ({ field, input: getArgumentValues(definition, field, coerced).input })))

    async function checkEach(asked: readonly { readonly field: FieldNode; readonly input: unknown }[]): Promise<void> {
      for (const { field, input } of asked) {
        if (!isRecord(input)) continue
        const { id, url, events } = input
        const [text, given] = isRecord(events) ? [EVENTS_DOCUMENT, events] : [input.document, input.variables]
        const wrong = typeof url === 'string' ? outgoing.refusal(url) : undefined
        if (wrong !== undefined) throw new CodedError('BAD_USER_INPUT', `url: ${wrong}`, { nodes: field })
        if (typeof text !== 'string') continue
        const followed = await follow()(
          {
            id: String(id),
            owner: context.viewer,
            document: text,
            variables: isRecord(given) ? given : {},
            eventTypes: null,
            beginsAt: null,
          },
          null,
        )
        if ('refused' in followed) {
          const { code, message } = followed.refused
          throw new CodedError(code, `document: ${message}`, { nodes: field })
        }
        followed.end()
      }
    }
  }
}
