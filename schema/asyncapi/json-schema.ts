import {
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isUnionType,
} from 'graphql'

/** A JSON Schema of draft 7, which AsyncAPI takes as it is. */
export type JsonSchema = Readonly<Record<string, unknown>>

export function ref(name: string): JsonSchema {
  return { $ref: `#/components/schemas/${name}` }
}

export function nullable(schema: JsonSchema): JsonSchema {
  return { anyOf: [schema, { type: 'null' }] }
}

/** How scalars are written in JSON. One that is not here is a mistake: nobody would know. */
const SCALARS: Readonly<Record<string, JsonSchema>> = {
  ID: { type: 'string' },
  String: { type: 'string' },
  Int: { type: 'integer' },
  Float: { type: 'number' },
  Boolean: { type: 'boolean' },
  Quantity: { type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER },
  Cursor: { type: 'string', maxLength: 1024 },
  DateTime: { type: 'string', format: 'date-time' },
  JSON: {},
}

/** What a value of the type is in JSON; named types by reference. */
export function schemaOf(type: GraphQLType): JsonSchema {
  return isNonNullType(type) ? present(type.ofType) : nullable(present(type))
}

function present(type: GraphQLType): JsonSchema {
  if (isListType(type)) return { type: 'array', items: schemaOf(type.ofType) }
  return ref(getNamedType(type).name)
}

/** Adds the schema of a type, and of every type that it leads to, under their names. */
export function addTypes(type: GraphQLType, schemas: Record<string, JsonSchema>): void {
  const named = getNamedType(type)
  if (named.name in schemas) return
  const description = described(named.description)
  if (isScalarType(named)) {
    const scalar = SCALARS[named.name]
    if (scalar === undefined) throw new Error(`How the scalar ${named.name} is written in JSON is not known.`)
    schemas[named.name] = { ...scalar, ...description }
    return
  }
  if (isEnumType(named)) {
    schemas[named.name] = { type: 'string', enum: namesOf(named), ...description }
    return
  }
  if (isUnionType(named)) {
    schemas[named.name] = { anyOf: named.getTypes().map(({ name }) => ref(name)), ...description }
    for (const member of named.getTypes()) addTypes(member, schemas)
    return
  }
  if (!isObjectType(named) && !isInputObjectType(named))
    throw new Error(`The type ${named.name} has no JSON Schema yet.`)
  // Its place is taken first: types lead to each other in circles.
  schemas[named.name] = {}
  const fields = Object.values(named.getFields())
  schemas[named.name] = {
    type: 'object',
    properties: Object.fromEntries(
      fields.map((field) => [field.name, { ...schemaOf(field.type), ...described(field.description) }]),
    ),
    ...description,
  }
  for (const field of fields) addTypes(field.type, schemas)
}

/** The arguments of a field, as its variables would be. */
export function argumentsSchema(
  field: GraphQLField<unknown, unknown>,
  schemas: Record<string, JsonSchema>,
): JsonSchema {
  for (const { type } of field.args) addTypes(type, schemas)
  return {
    type: 'object',
    properties: Object.fromEntries(
      field.args.map(({ name, type, defaultValue, description }) => [
        name,
        {
          ...schemaOf(type),
          ...described(description),
          ...(defaultValue === undefined ? {} : { default: defaultValue }),
        },
      ]),
    ),
    required: field.args
      .filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined)
      .map(({ name }) => name),
    additionalProperties: false,
  }
}

function namesOf(type: GraphQLEnumType): string[] {
  return type.getValues().map(({ name }) => name)
}

function described(description: string | null | undefined): { readonly description?: string } {
  return description == null ? {} : { description }
}
