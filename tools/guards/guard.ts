import type { CallExpression, Node } from 'oxc-parser'
import type { Giver, ParsedFile } from './parsed-file.ts'

/** What takes the place of a stretch of a file's text. */
export interface Edit {
  start: number
  end: number
  text: string
}

/** A place in the text of a file. */
export interface Place {
  file: string
  start: number
}

/**
 * One place of the code that says no, and the edit after which it never does. A run that did not come by
 * cannot tell whether it is there.
 */
export interface Guard extends Place {
  line: number
  /** The duties it carries, as its reasons name them. */
  duties: string[]
  /** A reason's code, an asked rule's name, a refusal's condition. */
  name: string
  edit: Edit
  /** The rule it asks, when it asks one. */
  asks: Giver | null
}

/** A guard of a file, beginning at a node. */
export function guard(
  { path, text }: ParsedFile,
  at: Node,
  what: Omit<Guard, 'file' | 'start' | 'line'>,
): Guard {
  const line = text.slice(0, at.start).split('\n').length
  return { file: path, start: at.start, line, ...what }
}

/** Other text in the place of a node. */
export const instead = ({ start, end }: Node, text: string): Edit => ({ start, end, text })

/** Words of the code on one line, for a person to find them by. */
export const flat = (text: string) => text.replaceAll(/\s+/g, ' ').slice(0, 60)

/** Whether a node calls a method of that name. */
export function isCallOf(node: Node | undefined, method: string): node is CallExpression {
  return (
    node?.type === 'CallExpression' &&
    node.callee.type === 'MemberExpression' &&
    node.callee.property.type === 'Identifier' &&
    node.callee.property.name === method
  )
}

/** The file's text after the edit. */
export function edited(text: string, { start, end, text: instead }: Edit): string {
  return `${text.slice(0, start)}${instead}${text.slice(end)}`
}
