// Preloaded into the runs of one mutant: a single file is read from elsewhere, the tree stays as it is.
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

const url = process.env['LIANGUAN_MUTANT_URL']
const source = process.env['LIANGUAN_MUTANT_SOURCE']

if (url && source)
  registerHooks({
    load(asked, context, next) {
      const loaded = next(asked, context)
      return asked === url ? { ...loaded, source: readFileSync(source) } : loaded
    },
  })
