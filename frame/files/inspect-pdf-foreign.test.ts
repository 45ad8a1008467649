import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { hostilePdfs, innocentPdfs, makePdf, onePage } from './corpus/pdf.ts'
import { inspect } from './inspect.ts'

const run = promisify(execFile)
const program = '/usr/bin/qpdf'
const missing = existsSync(program) || process.env['CI'] ? false : '没有 qpdf（Debian 软件包 qpdf）'

// A foreign program rewrites the corpus: what is found must not depend on who wrote the file.
let folder = ''
before(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'lianguan-qpdf-'))))
after(() => rm(folder, { recursive: true, force: true }))

async function rewritten(objects: readonly string[], ...options: string[]): Promise<Buffer> {
  const from = path.join(folder, 'in.pdf')
  const to = path.join(folder, 'out.pdf')
  await writeFile(from, makePdf({ objects }))
  await run(program, ['--warning-exit-0', ...options, from, to])
  return readFile(to)
}

// What qpdf cannot keep when it rewrites: an entry it does not reach from the catalog.
const reachable = hostilePdfs.filter((h) => !h.what.includes('lies elsewhere'))

for (const options of [['--object-streams=generate'], ['--linearize'], ['--qdf']]) {
  test(
    `hostile PDFs rewritten with ${options[0]} are still refused`,
    { skip: missing },
    async () => {
      for (const { what, code, objects } of reachable) {
        const seen = await inspect(await rewritten(objects, ...options))
        assert.ok(!seen.ok && seen.reasons.some((r) => r.code === code), what)
      }
    },
  )
  test(
    `innocent PDFs rewritten with ${options[0]} are still accepted`,
    { skip: missing },
    async () => {
      for (const { what, objects } of innocentPdfs) {
        const seen = await inspect(await rewritten(objects, ...options))
        assert.ok(seen.ok, what)
      }
    },
  )
}

test(
  'a PDF that qpdf encrypts is refused, also with an empty password',
  { skip: missing },
  async () => {
    const seen = await inspect(await rewritten(onePage(), '--encrypt', '', 'owner', '256', '--'))
    assert.deepEqual(seen.ok ? [] : seen.reasons.map((r) => r.code), ['file-encrypted'])
  },
)
