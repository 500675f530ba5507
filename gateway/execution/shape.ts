import assert from 'node:assert'
import {
  type CompositeType,
  ERRORS,
  type FieldSelection,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isSubtype,
  type Operation,
  type Schema,
  type SelectionSet,
  type Type,
  Variable,
} from '@apollo/federation-internals'
import type { GraphQLError } from 'graphql'
import { type Data, isData, ownOf, setOwn } from './merge.ts'

export type Variables = Readonly<Record<string, unknown>>

/** Answers a field of introspection, such as `__schema`. */
export type Introspect = (field: FieldSelection, variables: Variables) => unknown

export interface Shaped {
  readonly data: Data | null
  /** Why something became null that a subgraph should have told. */
  readonly errors: readonly GraphQLError[]
}

/** Puts what the subgraphs answered into the shape of the operation: its fields in its order, nothing more, and null where GraphQL wants it. */
export type Shape = (input: Data, variables: Variables) => Shaped

/** Shapes kept of one operation: one for each way in which its variables switch `@skip` and `@include`. */
const VARIANTS_KEPT = 64

/**
 * The shape of an operation, compiled when it is first needed: who selects what at which type is found out once and not for each object. The rules are
 * those of `computeResponse` in @apollo/gateway, which tests compare it with.
 */
export function shapeOf(operation: Operation, introspect: Introspect): Shape {
  const switches = [...switchesOf(operation)]
  const defaults = operation.collectDefaultedVariableValues()
  const valueFor = (name: string, variables: Variables): unknown =>
    Object.hasOwn(variables, name) ? variables[name] : defaults[name]
  const compile = (variables: Variables): Shape => {
    const values = new Map(switches.map((name) => [name, valueFor(name, variables)]))
    return new ShapeCompiler(operation, values, introspect).compile()
  }
  if (switches.length === 0) {
    let shape: Shape | undefined
    return (input, variables) => {
      shape ??= compile(variables)
      return shape(input, variables)
    }
  }

  const variants = new Map<string, Shape>()
  return (input, variables) => {
    const key = switches.map((name) => String(valueFor(name, variables))).join()
    let shape = variants.get(key)
    if (shape === undefined) {
      shape = compile(variables)
      if (variants.size >= VARIANTS_KEPT) variants.clear()
      variants.set(key, shape)
    }
    return shape(input, variables)
  }
}

/** Variables on which `@skip` and `@include` depend. */
function switchesOf(operation: Operation): ReadonlySet<string> {
  const names = new Set<string>()
  const visit = (set: SelectionSet | undefined) => {
    for (const selection of set?.selections() ?? []) {
      for (const directive of selection.element.appliedDirectives) {
        if (directive.name !== 'skip' && directive.name !== 'include') continue
        const value: unknown = directive.arguments().if
        if (value instanceof Variable) names.add(value.name)
      }
      visit(selection.selectionSet)
    }
  }
  visit(operation.selectionSet)
  return names
}

/** Where in the answer we are, and what is wrong with it. */
interface Run {
  readonly variables: Variables
  readonly path: (string | number)[]
  readonly errors: GraphQLError[]
}

interface AppliedDirective {
  readonly name: string
  arguments(): Readonly<Record<string, unknown>>
}

/** Null, and it was told why. */
const ERRONEOUS = Symbol('erroneous')
/** Null where nothing may be null: the object around it becomes null. */
const INVALID = Symbol('invalid')

/** Makes the value of a field from what came for it. `before` is what a selection of the same field, earlier in the operation, made of it. */
type Complete = (input: unknown, before: unknown, run: Run) => unknown

/** Writes one field of an object. False where the object becomes null. */
type Write = (input: Data, output: Data, run: Run) => boolean

/** Who writes the fields of an object, by the type that it turns out to have; `again` where an earlier selection has written some of them. */
type WritesFor = (typeName: string | undefined, type: CompositeType, again: boolean) => readonly Write[]

class ShapeCompiler {
  readonly #operation: Operation
  readonly #schema: Schema
  readonly #switches: ReadonlyMap<string, unknown>
  readonly #introspect: Introspect

  constructor(operation: Operation, switches: ReadonlyMap<string, unknown>, introspect: Introspect) {
    this.#operation = operation
    this.#schema = operation.schema()
    this.#switches = switches
    this.#introspect = introspect
  }

  compile(): Shape {
    const root = this.#schema.schemaDefinition.rootType(this.#operation.rootKind)
    assert(root !== undefined, `There is no type for a ${this.#operation.rootKind}`)
    const writesFor = this.#selection(this.#operation.selectionSet)
    return (input, variables) => {
      const run: Run = { variables, path: [], errors: [] }
      const output: Data = {}
      const complete = writeAll(writesFor(typeNameOf(input, run), root, false), input, output, run)
      return { data: complete ? output : null, errors: run.errors }
    }
  }

  /** Who writes what of a selection. */
  #selection(selectionSet: SelectionSet): WritesFor {
    const first = new Map<string, readonly Write[]>()
    const further = new Map<string, readonly Write[]>()
    return (typeName, type, again) => {
      const known = again ? further : first
      // An object that does not tell its type is of the type of its field.
      const key = typeName ?? `:${type.name}`
      let writes = known.get(key)
      if (writes === undefined) {
        writes = this.#writesOf(selectionSet, typeName, type, again)
        known.set(key, writes)
      }
      return writes
    }
  }

  #writesOf(
    selectionSet: SelectionSet,
    typeName: string | undefined,
    type: CompositeType,
    again: boolean,
  ): readonly Write[] {
    const writes: Write[] = []
    const written = new Set<string>()
    const collect = (set: SelectionSet, parent: CompositeType) => {
      for (const selection of set.selections()) {
        const left = this.#isLeftOut(selection.element.appliedDirectives)
        if (left === true) continue
        if (left !== false) {
          writes.push(left)
        } else if (selection.kind === 'FieldSelection') {
          const key = selection.element.responseName()
          writes.push(this.#writeOf(selection, key, parent, again || written.has(key)))
          written.add(key)
        } else {
          const condition = selection.element.typeCondition
          if (this.#applies(condition, typeName, parent)) collect(selection.selectionSet, condition ?? parent)
        }
      }
    }
    collect(selectionSet, type)
    return writes
  }

  #applies(condition: CompositeType | undefined, typeName: string | undefined, parent: CompositeType): boolean {
    if (condition === undefined) return true
    if (typeName === undefined) return isSubtype(condition, parent)
    const type = this.#schema.type(typeName)
    return type !== undefined && isSubtype(condition, type)
  }

  /** By `@skip` and `@include`. Where a variable that decides it is no Boolean, whoever comes to the selection fails. */
  #isLeftOut(directives: readonly AppliedDirective[]): boolean | (() => never) {
    const skip = this.#switchOf(directives.find(({ name }) => name === 'skip'))
    if (skip === true || typeof skip === 'function') return skip
    const include = this.#switchOf(directives.find(({ name }) => name === 'include'))
    return typeof include === 'function' ? include : include === false
  }

  #switchOf(directive: AppliedDirective | undefined): boolean | undefined | (() => never) {
    if (directive === undefined) return undefined
    const given: unknown = directive.arguments().if
    if (!(given instanceof Variable)) return given === true
    const value = this.#switches.get(given.name)
    if (typeof value === 'boolean') return value
    return () => assert.fail(`Unexpected value ${value} for variable ${given} of ${directive}`)
  }

  #writeOf(selection: FieldSelection, key: string, parent: CompositeType, again: boolean): Write {
    const field = selection.element
    if (field.definition.isSchemaIntrospectionField()) {
      return (_input, output, run) => {
        if (!again || ownOf(output, key) === undefined) setOwn(output, key, this.#introspect(selection, run.variables))
        return true
      }
    }
    if (field.name === '__typename') return this.#writeTypeName(key, parent, again)

    const { type } = field.definition
    if (type === undefined) assert.fail(`${field} has no type`)
    const complete = this.#completeOf(type, selection.selectionSet, parent)
    const read = key in Object.prototype ? ownOf : fieldOf
    const write = key in Object.prototype ? setOwn : setField
    return (input, output, run) => {
      run.path.push(key)
      const value = complete(read(input, key) ?? null, again ? ownOf(output, key) : undefined, run)
      run.path.pop()
      write(output, key, value === INVALID || value === ERRONEOUS ? null : value)
      return value !== INVALID
    }
  }

  #writeTypeName(key: string, parent: CompositeType, again: boolean): Write {
    return (input, output) => {
      if (again && ownOf(output, key) !== undefined) return true
      const given = ownOf(input, key) ?? ownOf(input, '__typename')
      const type = typeof given === 'string' ? (this.#schema.type(given) ?? parent) : parent
      if (!isObjectType(type)) return false
      setOwn(output, key, type.name)
      return true
    }
  }

  #completeOf(type: Type, selectionSet: SelectionSet | undefined, parent: CompositeType): Complete {
    if (isNonNullType(type)) return this.#completeNonNull(type.ofType, selectionSet, parent)
    const complete = isListType(type)
      ? this.#completeList(type.ofType, type, selectionSet, parent)
      : isCompositeType(type)
        ? this.#completeObject(type, selectionSet, parent)
        : this.#completeLeaf(type, parent)
    return (input, before, run) => {
      if (before === null || (before !== undefined && selectionSet === undefined)) return before
      return input === null ? null : complete(input, before, run)
    }
  }

  #completeNonNull(type: Type, selectionSet: SelectionSet | undefined, parent: CompositeType): Complete {
    const complete = this.#completeOf(type, selectionSet, parent)
    return (input, before, run) => {
      if (before === null) return null
      const value = complete(input, before, run)
      if (value === ERRONEOUS) return INVALID
      if (value !== null) return value
      complain(run, `Cannot return null for non-nullable ${placeOf(run, type, parent)}.`)
      return INVALID
    }
  }

  #completeList(entryType: Type, type: Type, selectionSet: SelectionSet | undefined, parent: CompositeType): Complete {
    const complete = this.#completeOf(entryType, selectionSet, parent)
    return (input, before, run) => {
      if (!isList(input)) assert.fail(`Invalid non-list value ${input} returned by subgraph for list type ${type}`)
      if (before !== undefined && !(isList(before) && before.length === input.length))
        assert.fail(`The subgraphs disagree about a list of type ${type}`)
      const made = new Array<unknown>(input.length)
      let valid = true
      const depth = run.path.length
      for (let index = 0; index < input.length; index++) {
        run.path[depth] = index
        const value = complete(input[index] ?? null, before?.[index], run)
        if (value === INVALID) valid = false
        made[index] = value === INVALID || value === ERRONEOUS ? null : value
      }
      run.path.length = depth
      return valid ? made : ERRONEOUS
    }
  }

  #completeObject(type: CompositeType, selectionSet: SelectionSet | undefined, parent: CompositeType): Complete {
    if (selectionSet === undefined) assert.fail(`Invalid empty selection set for composite type ${type}`)
    const writesFor = this.#selection(selectionSet)
    return (input, before, run) => {
      if (!isData(input) || (before !== undefined && !isData(before)))
        assert.fail(`Invalid non-object value ${input} returned by subgraph for composite type ${type}`)
      const typeName = typeNameOf(input, run)
      const actual = typeName === undefined ? type : this.#schema.type(typeName)
      if (actual === undefined || !isCompositeType(actual)) {
        complain(run, `Invalid __typename found for object at ${placeOf(run, type, parent)}.`)
        return ERRONEOUS
      }
      const output = before ?? {}
      const writes = writesFor(typeName, actual, before !== undefined)
      return writeAll(writes, input, output, run) ? output : ERRONEOUS
    }
  }

  #completeLeaf(type: Type, parent: CompositeType): Complete {
    const isValid = leafCheck(type)
    return (input, _before, run) => {
      if (isValid(input)) return input
      complain(run, `Invalid value found for ${placeOf(run, type, parent)}.`)
      return ERRONEOUS
    }
  }
}

/** Whether a value is one of a scalar or enum of the graph that clients see. Values of scalars of our own are their subgraph's business. */
function leafCheck(type: Type): (value: unknown) => boolean {
  if (isEnumType(type)) {
    const names: ReadonlySet<unknown> = new Set(type.values.map(({ name }) => name))
    return (value) => names.has(value)
  }
  switch (type.toString()) {
    case 'Boolean':
      return (value) => typeof value === 'boolean'
    case 'Int':
      return isInteger
    case 'Float':
      return (value) => typeof value === 'number' && Number.isFinite(value)
    case 'String':
      return (value) => typeof value === 'string'
    case 'ID':
      return (value) => typeof value === 'string' || isInteger(value)
    default:
      return () => true
  }
}

/** What JSON writes as digits only. */
function isInteger(value: unknown): boolean {
  return Number.isInteger(value) && Math.abs(Number(value)) < 1e21
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}

function writeAll(writes: readonly Write[], input: Data, output: Data, run: Run): boolean {
  for (const write of writes) if (!write(input, output, run)) return false
  return true
}

function typeNameOf({ __typename: name }: Data, { path }: Run): string | undefined {
  if (typeof name === 'string') return name === '' ? undefined : name
  return name === undefined ? undefined : assert.fail(`Invalid non-string value ${name} for __typename at ${path}`)
}

function fieldOf(object: Data, key: string): unknown {
  return object[key]
}

function setField(object: Data, key: string, value: unknown): void {
  object[key] = value
}

function complain({ errors, path }: Run, message: string): void {
  errors.push(ERRORS.INVALID_GRAPHQL.err(message, { path: [...path] }))
}

function placeOf({ path }: Run, type: Type, parent: CompositeType): string {
  const place = path.at(-1)
  return typeof place === 'string' ? `field ${parent}.${place}` : `array element of type ${type} at index ${place}`
}
