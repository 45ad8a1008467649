import { openTypesetter, type Sheet, type Typesetter } from './typesetter.ts'
import type { Fonts } from './fonts.ts'

/** What the house sends to the typesetting process. */
export type Order =
  | { kind: 'open'; workspace: string; fonts: Fonts }
  | { kind: 'set'; id: number; sheet: Sheet }

let typesetter: Typesetter | null = null

// Alone in the world: when the house is gone, nobody wants the paper.
process.on('disconnect', () => process.exit(0))
// Ctrl-C reaches the whole group; the house finishes its papers and then lets go of this process.
process.on('SIGINT', () => {})

process.on('message', (order: Order) => {
  if (order.kind === 'open') {
    typesetter = openTypesetter(order.workspace, order.fonts)
    process.send?.({ kind: 'ready' })
    return
  }
  try {
    if (!typesetter) throw new Error('the typesetter is not open')
    process.send?.({ kind: 'done', id: order.id, paper: typesetter.set(order.sheet) })
  } catch (error) {
    process.send?.({ kind: 'failed', id: order.id, complaint: (error as Error).message })
  }
})
