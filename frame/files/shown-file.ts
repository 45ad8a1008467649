import type { z } from 'zod'
import { openSlots } from './open-slots.ts'
import type { Visit } from '#frame/http/open.ts'
import { scannerState } from './scanner.ts'
import type { Slot } from './slot.ts'
import { allFiles, type StoredFile } from './stored-files.ts'
import type { ShownFile, shownSlot, shownSlots } from './views.ts'

/** A stored file as it is shown. */
export function showFile(file: StoredFile): ShownFile {
  return {
    id: file.id,
    name: file.name,
    bytes: file.bytes,
    kind: file.kind,
    pages: file.facts.pages ?? null,
    at: file.at.toISOString(),
    by: file.by,
    version: file.version,
    current: file.current,
    href: `/api/file-versions/${file.id}`,
    scan: file.scan === 'infected' ? 'waiting' : file.scan,
  }
}

/** The slots of a subject as this person sees them. Errors: absent. */
export async function showSlots(
  { house, actor }: Visit,
  at: { subject: string; subjectId: string },
): Promise<z.input<typeof shownSlots>> {
  const now = house.clock.now()
  const holder = await openSlots(house.db, at.subject, at.subjectId, { actor, now })
  const { unitId } = holder.subject
  const files = (await allFiles(house.db, { unitId, ...at })).filter(
    (f) => holder.sees?.(f) ?? true,
  )
  const slots = holder.slots.map((slot) => showSlot(slot, files))
  const waits = slots.some((s) => s.files.some((f) => f.scan === 'waiting'))
  const scanner = waits ? await scannerState(house) : null
  return { slots, scanner: scanner?.on ? scanner.trouble : null }
}

function showSlot(slot: Slot, all: readonly StoredFile[]): z.input<typeof shownSlot> {
  const own = all.filter((f) => f.slot === slot.code)
  // Where the last file was removed, an older version must not look as if it were in force.
  const files = own.some((f) => f.current) ? own : []
  const many = slot.mostFiles > 1
  return {
    code: slot.code,
    at: `slot.${slot.code}`,
    title: slot.title,
    duty: slot.duty,
    why: slot.why ?? null,
    required: slot.required,
    kinds: [...slot.kinds],
    mostBytes: slot.mostBytes,
    mostDuty: slot.mostDuty ?? null,
    many,
    mostFiles: slot.mostFiles,
    closed: [...slot.closed],
    files: files.filter((f) => !many || f.current).map(showFile),
  }
}
