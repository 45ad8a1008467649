import path from 'node:path'
import type { Lifecycle, Move } from '#frame/kernel/lifecycle.ts'
import { filesOf, root } from './tree.ts'

/** A lifecycle with the file that declares it. */
export interface FoundLifecycle {
  file: string
  life: Lifecycle
}

const isLifecycle = (value: unknown): value is Lifecycle =>
  typeof value === 'object' && value !== null && 'moves' in value && 'statuses' in value

/** Every lifecycle of the house, by loading each states.ts. Out: in the order of files and exports. */
export async function allLifecycles(): Promise<FoundLifecycle[]> {
  const found: FoundLifecycle[] = []
  for (const { path: file } of filesOf('{frame,rooms}/**/states.ts')) {
    const module = (await import(path.join(root, file))) as Record<string, unknown>
    for (const life of Object.values(module)) if (isLifecycle(life)) found.push({ file, life })
  }
  return found
}

/** The full name of a move's act: with the kind of its subject in front, unless the table has it already. */
export function fullAct(life: Lifecycle, move: Move): string {
  return move.act.includes('.') ? move.act : `${life.subject}.${move.act}`
}
