/** How much the suites try: small numbers for `npm test`, the full ones for `npm run prove`. */
export interface Sizes {
  /** Runs of an ordinary property. */
  properties: number
  /** Random histories whose due dates are compared with the slow reference. */
  dueDates: number
  /** Random alterations of the ledger that must all be found. */
  alterations: number
  /** Random cuts of an upload. */
  uploadCuts: number
  /** Random moments at which the server is killed. */
  kills: number
  /** Clients writing while it is killed. */
  killClients: number
}

const small: Sizes = {
  properties: 100,
  dueDates: 500,
  alterations: 20,
  uploadCuts: 6,
  kills: 2,
  killClients: 8,
}
const full: Sizes = {
  properties: 2000,
  dueDates: 10_000,
  alterations: 100,
  uploadCuts: 20,
  kills: 20,
  killClients: 32,
}

/** The sizes of this run. */
export const sizes: Sizes = process.env['LIANGUAN_SIZES'] === 'prove' ? full : small

/** Seed of all random tests of this run; printed, and set LIANGUAN_SEED to repeat a run. */
export const seed = Number(process.env['LIANGUAN_SEED'] ?? 20_261_123)
