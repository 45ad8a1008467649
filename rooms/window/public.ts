// What other rooms may call.
export { visitsOf } from './visits-of.ts'
