import type { Database } from '#frame/db/connect.ts'
import { filesByIds } from '#frame/files/stored-files.ts'
import type { Words } from '#frame/kernel/lifecycle.ts'
import type { DocumentsInForce } from './documents.ts'
import { registrationSlots, slotTitle } from './slots.ts'

/** A document in force as pages show it. */
export interface ShownDocument {
  slot: string
  title: Words
  fileId: string
  name: string
  version: number
  href: string
  validFrom: string | null
  validTo: string | null
}

const place = (slot: string) => registrationSlots.findIndex((s) => s.code === slot)

/** The documents in force with their files, in the order of the guide; one taken away because of a virus is left out. */
export async function shownDocuments(
  db: Database,
  documents: DocumentsInForce,
): Promise<ShownDocument[]> {
  const kept = Object.entries(documents)
  const files = await filesByIds(
    db,
    kept.map(([, { fileId }]) => fileId),
  )
  const shown = kept.flatMap(([slot, document]) => {
    const file = files.find((f) => f.id === document.fileId && f.current)
    if (!file) return []
    return [
      {
        slot,
        title: slotTitle(slot),
        fileId: file.id,
        name: file.name,
        version: document.version,
        href: `/api/file-versions/${file.id}`,
        validFrom: document.validFrom ?? null,
        validTo: document.validTo ?? null,
      },
    ]
  })
  return shown.toSorted((a, b) => place(a.slot) - place(b.slot))
}
