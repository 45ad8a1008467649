import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pathsOnce, safeName } from './safe-names.ts'

test('a name in a zip leads into no other folder and is one every system takes', () => {
  const table: [string, string][] = [
    ['说明.pdf', '说明.pdf'],
    ['../../etc/passwd', '__.._etc_passwd'],
    ['..', '_'],
    ['', '_'],
    ['a\\b:c*?.PDF', 'a_b_c__.PDF'],
    ['CON.pdf', '_CON.pdf'],
    ['结尾. ', '结尾'],
    ['x\u202Efdp.exe', 'x_fdp.exe'],
  ]
  for (const [given, safe] of table) assert.equal(safeName(given), safe)
  const long = safeName(`${'长'.repeat(300)}.docx`)
  assert.equal(Array.from(long).length, 85)
  assert.ok(long.endsWith('.docx'))
})

test('two of the same name stand beside each other, also where case does not count', () => {
  const once = pathsOnce()
  assert.deepEqual(['附/a.pdf', '附/A.pdf', '附/a.pdf', '附/b'].map(once), [
    '附/a.pdf',
    '附/A (2).pdf',
    '附/a (3).pdf',
    '附/b',
  ])
})
