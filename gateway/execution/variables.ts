import {
  type GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  getVariableValues,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql'
import type { Variables } from './shape.ts'

/** What graphql-js finds wrong with the values given for the variables of an operation. */
export function variableErrors(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Variables,
): readonly GraphQLError[] {
  return getVariableValues(schema, variableDefinitions, variables).errors ?? []
}

/** Whether a value fits. */
type Check = (value: unknown) => boolean

/**
 * Whether the values given for the variables of an operation are such as `getVariableValues` of graphql-js accepts: by the same rules, but without making a
 * second copy of everything. It says no where in doubt, and then graphql-js has the word, and says what is wrong.
 */
export function variablesCheck(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
): (variables: Variables) => boolean {
  const compiler = new CheckCompiler()
  const checks = variableDefinitions.map(({ variable, type: node, defaultValue }) => {
    const name = variable.name.value
    const type = typeFromAST(schema, node)
    if (type === undefined || !isInputType(type)) return () => false
    const fits = compiler.checkOf(type)
    const mayBeAbsent = defaultValue !== undefined || !isNonNullType(type)
    return (variables: Variables) => (Object.hasOwn(variables, name) ? fits(variables[name]) : mayBeAbsent)
  })
  return (variables) => {
    try {
      return checks.every((check) => check(variables))
    } catch {
      // A scalar refused the value, or it nests deeper than the stack holds.
      return false
    }
  }
}

class CheckCompiler {
  /** Input types may contain themselves. */
  readonly #objects = new Map<string, Check>()

  checkOf(type: GraphQLInputType): Check {
    if (isNonNullType(type)) {
      const fits = this.checkOf(type.ofType)
      return (value) => value != null && fits(value)
    }
    if (isListType(type)) {
      const fits = this.checkOf(type.ofType)
      // One entry may stand for a list of one.
      return (value) => value == null || (Array.isArray(value) ? value.every(fits) : fits(value))
    }
    if (isInputObjectType(type)) return (value) => value == null || this.#objectCheck(type)(value)
    return (value) => value == null || type.parseValue(value) !== undefined
  }

  #objectCheck(type: Extract<GraphQLInputType, { getFields(): unknown }>): Check {
    const known = this.#objects.get(type.name)
    if (known !== undefined) return known

    const fields = new Map<string, Check>()
    const required: string[] = []
    const check: Check = (value) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
      let found = 0
      for (const [name, given] of Object.entries(value)) {
        const fits = fields.get(name)
        if (fits === undefined || given === undefined || !fits(given)) return false
        if (type.isOneOf && (given === null || ++found > 1)) return false
      }
      return required.every((name) => Object.hasOwn(value, name)) && !(type.isOneOf && found !== 1)
    }
    this.#objects.set(type.name, check)
    for (const field of Object.values(type.getFields())) {
      // graphql-js finds a field of such a name also where none was given, as in `constructor`.
      const inherited = field.name in Object.prototype
      fields.set(field.name, inherited ? () => false : this.checkOf(field.type))
      if (inherited || (isNonNullType(field.type) && field.defaultValue === undefined)) required.push(field.name)
    }
    return check
  }
}
