// What other rooms may call.
export { openPermit } from './open-permit.ts'
export { permitRecord, permitsOfCases } from './permits-of.ts'
export { permitOfCase } from './reads.ts'
export { permitTerms, type GradeLaw, type PermitTerms } from './terms.ts'
