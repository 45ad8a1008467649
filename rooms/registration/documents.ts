import { z } from 'zod'

/** One document in force for a unit: where it was brought, and until when its certificate holds. */
const documentInForce = z.strictObject({
  registrationId: z.uuid(),
  fileId: z.uuid(),
  version: z.int().positive(),
  validFrom: z.iso.date().optional(),
  validTo: z.iso.date().optional(),
})

/** The documents in force for a unit, by slot. */
export const documentsInForce = z.record(z.string(), documentInForce)
export type DocumentsInForce = z.infer<typeof documentsInForce>
