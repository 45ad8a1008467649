import { Unreadable } from './finding.ts'
import { xmlPieces } from './xml-tags.ts'
import type { ZipPart } from './zip-walk.ts'

/** A link from one part to another, or out of the file. */
export interface Relationship {
  /** Part it starts from; empty for the package itself. */
  from: string
  /** Last segment of its type: 'hyperlink', 'image', 'oleObject'… */
  type: string
  target: string
  external: boolean
}

/** What an Office Open XML file says about its own parts. */
export interface OfficePackage {
  parts: ReadonlyMap<string, ZipPart>
  /** Media type registered for a part; undefined when there is none. */
  typeOf(name: string): string | undefined
  relationships: readonly Relationship[]
  /** Part the package opens with; undefined when it names none that is there. */
  main: string | undefined
}

const contentTypes = '[content_types].xml'

/**
 * Reads [Content_Types].xml and every relationship part. In: the parts as walked, with the text of those
 * kept. Errors: Unreadable when the package does not register its types or is no office package.
 */
export function readOfficePackage(list: readonly ZipPart[]): OfficePackage {
  const parts = new Map(list.map((part) => [part.name, part]))
  const types = list.find((part) => part.name.toLowerCase() === contentTypes)
  if (!types?.content) throw new Unreadable('plain-zip')
  const typeOf = readTypes(types.content)
  const relationships = list
    .filter((part) => isRelationshipPart(part.name))
    .flatMap(readRelationships)
  const opening = relationships.filter((r) => r.from === '' && r.type === 'officeDocument')
  if (opening.length !== 1) throw new Unreadable('plain-zip')
  const main = opening[0]!.target.replace(/^\//, '')
  return { parts, typeOf, relationships, main: parts.has(main) ? main : undefined }
}

/** Whether a part holds relationships. */
export function isRelationshipPart(name: string): boolean {
  return /(^|\/)_rels\/[^/]*\.rels$/i.test(name)
}

function readTypes(content: Buffer): (name: string) => string | undefined {
  const byEnding = new Map<string, string>()
  const byName = new Map<string, string>()
  for (const piece of xmlPieces(content)) {
    if (piece.kind !== 'open') continue
    const type = piece.attributes.get('ContentType')?.split(';')[0]!.trim().toLowerCase()
    if (type === undefined) continue
    if (piece.name === 'Default') register(byEnding, piece.attributes.get('Extension'), type)
    if (piece.name === 'Override')
      register(byName, piece.attributes.get('PartName')?.replace(/^\//, ''), type)
  }
  return (name) => {
    const lower = name.toLowerCase()
    if (lower === contentTypes) return 'application/xml'
    return byName.get(lower) ?? byEnding.get(/\.([^./]*)$/.exec(lower)?.[1] ?? '')
  }
}

function register(into: Map<string, string>, key: string | undefined, type: string): void {
  const lower = key?.toLowerCase()
  if (lower === undefined) return
  if (into.has(lower) && into.get(lower) !== type)
    throw new Unreadable('office-type', '同一部件登记了两种类型')
  into.set(lower, type)
}

function readRelationships(part: ZipPart): Relationship[] {
  const from = part.name.replace(/(^|\/)_rels\/([^/]*)\.rels$/i, '$1$2')
  const found: Relationship[] = []
  for (const piece of xmlPieces(part.content ?? Buffer.alloc(0))) {
    if (piece.kind !== 'open' || piece.name !== 'Relationship') continue
    const target = (piece.attributes.get('Target') ?? '').trim()
    found.push({
      from,
      type: /[^/]*$/.exec(piece.attributes.get('Type') ?? '')![0],
      target,
      external:
        piece.attributes.get('TargetMode')?.trim().toLowerCase() === 'external' ||
        leavesPackage(target),
    })
  }
  return found
}

// Whatever the mode says, such a target lies outside the file.
function leavesPackage(target: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(target) || target.startsWith('\\') || target.startsWith('//')
}
