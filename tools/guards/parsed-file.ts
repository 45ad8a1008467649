import path from 'node:path'
import { parseSync, visitorKeys, type Node } from 'oxc-parser'

/**
 * What calling a declared function, or naming a declared value, gives: reasons, the words of one reason,
 * or a refusal to throw. Read from the type it is declared with.
 */
export type Gift = 'reasons' | 'words' | 'refusal'

/** A declared giver of reasons, and the duties its own reasons name. */
export interface Giver {
  gift: Gift
  file: string
  node: Node
  duties: string[]
}

/** One file of ours with its syntax tree. */
export interface ParsedFile {
  /** Relative to the project, with forward slashes. */
  path: string
  text: string
  /** Every node, the outer before the inner. */
  nodes: Node[]
  parents: Map<Node, Node>
  /** Local name → `file#exported name`, of our own files only. */
  imported: Map<string, string>
  /** Our own files it imports, types aside. */
  imports: string[]
  /** What stands in it and gives reasons, by its name. */
  givers: Map<string, Giver>
}

/** Parses one file. Errors: throws with the place when the text is no TypeScript. */
export function parseFile(name: string, text: string): ParsedFile {
  const { program, errors } = parseSync(name, text, { preserveParens: false })
  if (errors.length > 0) throw new Error(`${name}: ${errors[0]!.message}`)
  const nodes: Node[] = []
  const parents = new Map<Node, Node>()
  gather(program, nodes, parents)
  const file: ParsedFile = {
    path: name,
    text,
    nodes,
    parents,
    imported: new Map(),
    imports: [],
    givers: new Map(),
  }
  for (const node of nodes) readImport(file, node)
  for (const node of nodes) readGiver(file, node)
  return file
}

function gather(node: Node, nodes: Node[], parents: Map<Node, Node>): void {
  nodes.push(node)
  for (const key of visitorKeys[node.type] ?? [])
    for (const child of [(node as unknown as Record<string, unknown>)[key]].flat())
      if (isNode(child)) {
        parents.set(child, node)
        gather(child, nodes, parents)
      }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value
}

/** The file an import names, or null when it is a package. */
export function fileNamed(from: string, specifier: string): string | null {
  if (specifier.startsWith('#')) return specifier.slice(1)
  if (!specifier.startsWith('.')) return null
  return path.posix.join(path.posix.dirname(from), specifier)
}

function readImport(file: ParsedFile, node: Node): void {
  const said =
    node.type === 'ImportDeclaration' ||
    node.type === 'ExportNamedDeclaration' ||
    node.type === 'ExportAllDeclaration'
      ? node.source?.value
      : node.type === 'ImportExpression' && node.source.type === 'Literal'
        ? node.source.value
        : undefined
  const target = typeof said === 'string' ? fileNamed(file.path, said) : null
  if (target === null) return
  const typesOnly = 'importKind' in node && node.importKind === 'type'
  if (!typesOnly) file.imports.push(target)
  if (node.type === 'ImportDeclaration')
    for (const one of node.specifiers)
      if (one.type === 'ImportSpecifier' && one.imported.type === 'Identifier')
        file.imported.set(one.local.name, `${target}#${one.imported.name}`)
}

function readGiver(file: ParsedFile, node: Node): void {
  if (node.type === 'FunctionDeclaration' && node.id) {
    const gift = giftOf(file, node.returnType?.typeAnnotation)
    if (gift)
      file.givers.set(node.id.name, { gift, file: file.path, node, duties: dutiesOf(file, node) })
  }
  if (node.type !== 'VariableDeclarator' || node.id.type !== 'Identifier' || !node.init) return
  const { init } = node
  const gift =
    init.type === 'ArrowFunctionExpression'
      ? giftOf(file, init.returnType?.typeAnnotation)
      : // A reason that stands ready under a name.
        init.type === 'CallExpression' &&
          init.callee.type === 'Identifier' &&
          file.imported.get(init.callee.name)?.endsWith('/reason.ts#reason')
        ? 'words'
        : null
  if (gift)
    file.givers.set(node.id.name, { gift, file: file.path, node, duties: dutiesOf(file, node) })
}

const gifts: Record<string, Gift> = {
  'Reason[]': 'reasons',
  'readonly Reason[]': 'reasons',
  'Promise<Reason[]>': 'reasons',
  Reason: 'words',
  Refused: 'refusal',
}

function giftOf({ text }: ParsedFile, type: Node | undefined): Gift | null {
  return type ? (gifts[text.slice(type.start, type.end)] ?? null) : null
}

/** The duties that stand alone in quotes within a node, as the first word of a reason does. */
export function dutiesOf({ text }: ParsedFile, { start, end }: Node): string[] {
  return [...new Set(text.slice(start, end).match(/(?<=')S[12]-\d{3}(?=')/g))]
}
