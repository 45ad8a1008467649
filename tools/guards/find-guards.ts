import type { CallExpression, Node } from 'oxc-parser'
import { flat, guard, instead, isCallOf, type Edit, type Guard } from './guard.ts'
import { dutiesOf, type Giver, type ParsedFile } from './parsed-file.ts'

type GiverOf = (file: ParsedFile, name: string) => Giver | undefined

/**
 * Finds every guard of the files by their structure: reasons that are given, rules that are asked,
 * refusals that are thrown, and conditions a changing statement leaves to the database.
 */
export function findGuards(files: readonly ParsedFile[]): Guard[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const giverOf: GiverOf = (file, name) => {
    const [target, exported] = file.imported.get(name)?.split('#') ?? [file.path, name]
    return byPath.get(target!)?.givers.get(exported!)
  }
  return files.flatMap((file) =>
    file.nodes.flatMap((node) => [
      ...(node.type === 'ThrowStatement' ? thrown(file, node, giverOf) : []),
      ...(node.type === 'Identifier' ? named(file, node, giverOf) : []),
      ...(node.type === 'CallExpression' ? leftToDatabase(file, node) : []),
    ]),
  )
}

/** `throw` of a refusal: as a whole, or each condition that alone leads to it. */
function thrown(file: ParsedFile, node: Node & { type: 'ThrowStatement' }, giverOf: GiverOf) {
  const { argument } = node
  const made =
    (argument.type === 'NewExpression' || argument.type === 'CallExpression') &&
    argument.callee.type === 'Identifier'
      ? argument.callee.name
      : ''
  const giver = giverOf(file, made)
  if (!(argument.type === 'NewExpression' && made === 'Refused') && giver?.gift !== 'refusal')
    return []
  const duties = [...dutiesOf(file, argument), ...(giver?.duties ?? [])]
  const conditions = conditionsOf(file, node)
  if (conditions.length < 2)
    return [
      guard(file, node, { edit: instead(node, ';'), name: `throw ${made}`, duties, asks: null }),
    ]
  return conditions.map((condition) => {
    const name = flat(file.text.slice(condition.start, condition.end))
    return guard(file, node, { edit: instead(condition, 'false'), name, duties, asks: null })
  })
}

/** The parts of `if (a || b) throw`. */
function conditionsOf({ parents }: ParsedFile, node: Node): Node[] {
  const parent = parents.get(node)
  const branch = parent?.type === 'BlockStatement' && parent.body.length === 1 ? parent : node
  const choice = parents.get(branch)
  if (choice?.type !== 'IfStatement' || choice.consequent !== branch || choice.alternate) return []
  const parts = (test: Node): Node[] =>
    test.type === 'LogicalExpression' && test.operator === '||'
      ? [...parts(test.left), ...parts(test.right)]
      : [test]
  return parts(choice.test)
}

/** A name that gives reasons: the words of one, or a rule that is asked. */
function named(file: ParsedFile, node: Node & { type: 'Identifier' }, giverOf: GiverOf): Guard[] {
  const giver = giverOf(file, node.name)
  const parent = file.parents.get(node)
  if (!giver || !parent || giver.gift === 'refusal') return []
  if (giver.gift === 'reasons') return asked(file, node, parent, giver)
  const call = parent.type === 'CallExpression' && parent.callee === node ? parent : null
  const ready = giver.node.type === 'VariableDeclarator' && giver.node.id !== node
  const passed = parent.type === 'CallExpression' && parent.callee !== node
  if (!call && !ready && !passed) return []
  return given(file, call ?? node, giver)
}

/** A call of a rule, or a rule handed over by its name. */
function asked(
  file: ParsedFile,
  node: Node & { type: 'Identifier' },
  parent: Node,
  giver: Giver,
): Guard[] {
  const called = parent.type === 'CallExpression' && parent.callee === node
  const handed =
    (parent.type === 'Property' && parent.value === node && !parent.shorthand) ||
    (parent.type === 'CallExpression' && !called)
  if (!called && !handed) return []
  const edit = called ? instead(parent, '[]') : instead(node, '(() => [])')
  return [guard(file, node, { edit, name: `${node.name}()`, duties: giver.duties, asks: giver })]
}

/** The words of a reason, where they become a reason against something. */
function given(file: ParsedFile, at: Node, giver: Giver): Guard[] {
  if (countsElsewhere(file, at)) return []
  const code = at.type === 'CallExpression' ? at.arguments[1] : undefined
  const name = code?.type === 'Literal' && typeof code.value === 'string' ? code.value : null
  return [
    guard(file, at, {
      edit: neverGiven(file, at),
      name: name ?? flat(file.text.slice(at.start, at.end)),
      duties: [...new Set([...dutiesOf(file, at), ...giver.duties])],
      asks: null,
    }),
  ]
}

/** Leaves a reason out of the list it goes into; elsewhere nothing stands in its place. */
function neverGiven(file: ParsedFile, at: Node): Edit {
  const outer = file.parents.get(at)
  if (outer?.type === 'ArrayExpression' || isCallOf(outer, 'push')) return instead(at, '...[]')
  // as each.map(words) and as each.map((one) => words(one))
  const maker = isCallOf(outer, 'map') ? at : answers(outer) ? functionAround(file, at) : undefined
  const made = maker && file.parents.get(maker)
  if (isCallOf(made, 'map')) return instead(made, '[]')
  const type = maker && 'returnType' in maker ? maker.returnType?.typeAnnotation : null
  const orNull = type && /\bnull\b/.test(file.text.slice(type.start, type.end))
  return instead(at, orNull ? 'null' : 'undefined')
}

const answers = (node: Node | undefined) =>
  node?.type === 'ReturnStatement' || node?.type === 'ArrowFunctionExpression'

function functionAround({ parents }: ParsedFile, at: Node): Node | undefined {
  let node = parents.get(at)
  while (node && !('returnType' in node)) node = parents.get(node)
  return node
}

/** Words for a throw count there; words within a giver of words where that one is used. */
function countsElsewhere({ parents, givers }: ParsedFile, at: Node): boolean {
  const ofWords = new Set(
    [...givers.values()].filter(({ gift }) => gift !== 'reasons').map(({ node }) => node),
  )
  for (let node = parents.get(at); node; node = parents.get(node))
    if (node.type === 'ThrowStatement' || ofWords.has(node)) return true
  return false
}

/** `.where(sql…)` of a statement that changes rows: the database is asked whether it may. */
function leftToDatabase(file: ParsedFile, node: CallExpression): Guard[] {
  const [condition, ...more] = node.arguments
  if (!isCallOf(node, 'where') || more.length > 0) return []
  if (condition?.type !== 'TaggedTemplateExpression') return []
  if (condition.tag.type !== 'Identifier' || condition.tag.name !== 'sql') return []
  if (!changesRows(node)) return []
  const name = flat(file.text.slice(condition.quasi.start, condition.quasi.end))
  return [
    guard(file, condition, {
      edit: instead(condition.quasi, '`true`'),
      name,
      duties: [],
      asks: null,
    }),
  ]
}

function changesRows(call: Node): boolean {
  if (call.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return false
  const { property, object } = call.callee
  const method = property.type === 'Identifier' ? property.name : ''
  return method === 'updateTable' || method === 'deleteFrom' || changesRows(object)
}
