import { composeServices } from '@apollo/composition'
import { parse } from 'graphql'

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external",
  "@requires", "@provides", "@interfaceObject", "@inaccessible"])`

/** Subgraphs with what ours do without: interfaces, unions, lists of lists, fields that require others, interfaces that are objects elsewhere. */
export const LIBRARY: Readonly<Record<string, string>> = {
  catalog: `${LINK}
    type Query {
      media(id: ID!): Media
      all(first: Int = 3, kinds: [Kind!]): [Media]
      search(text: String, input: Wish): [Hit!]!
      shelves: [[Book!]]
      me: Person
      now: Anything!
    }
    type Mutation {
      touch(id: ID!, input: Wish): Media!
      drop(ids: [ID!]!): [Hit]
    }
    input Wish { label: String! = "x", deep: Wish, kinds: [Kind!], at: Anything, either: Either }
    input Either { left: Int, right: [Boolean] }
    interface Media @key(fields: "id") { id: ID! title: String! kind: Kind! related: [Media!] }
    type Book implements Media @key(fields: "id") {
      id: ID! title: String! kind: Kind! related: [Media!] pages: Int weight: Float! author: Person!
    }
    type Film implements Media @key(fields: "id") {
      id: ID! title: String! kind: Kind! related: [Media!] minutes: Int! grams: Float director: Person @provides(fields: "name")
    }
    union Hit = Book | Film | Person
    enum Kind { PAPER CELLULOID SECRET @inaccessible }
    type Person @key(fields: "id") { id: ID! name: String @external }
    scalar Anything`,

  people: `${LINK}
    type Query { person(id: ID!): Person people: [Person]! }
    type Person @key(fields: "id") { id: ID! name: String @shareable home: Place friends: [Person!]! age: Int! }
    type Place { lat: Float! lon: Float! }`,

  shipping: `${LINK}
    type Query { rates: [Float!] }
    type Book @key(fields: "id") {
      id: ID! weight: Float! @external pages: Int @external
      shipping(express: Boolean = false): Float @requires(fields: "weight pages") label: String!
    }
    type Film @key(fields: "id") {
      id: ID! grams: Float @external shipping(express: Boolean = false): Float @requires(fields: "grams")
    }
    type Person @key(fields: "id") { id: ID! home: Place @external distance: Float @requires(fields: "home { lat lon }") }
    type Place { lat: Float! @external lon: Float! @external }`,

  reviews: `${LINK}
    type Query { newest: [Review!] }
    type Media @key(fields: "id") @interfaceObject { id: ID! reviews(first: Int): [Review!] stars: Float! }
    type Review { stars: Int! text: String by: Person of: Media }
    type Person @key(fields: "id", resolvable: false) { id: ID! }`,
}

export function composeLibrary(): string {
  const services = Object.entries(LIBRARY).map(([name, sdl]) => ({ name, url: `http://${name}`, typeDefs: parse(sdl) }))
  const { supergraphSdl, errors } = composeServices(services)
  if (supergraphSdl === undefined) throw new Error(errors?.map(({ message }) => message).join('\n'))
  return supergraphSdl
}
