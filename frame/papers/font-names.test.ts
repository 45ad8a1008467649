import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { familyNames } from './font-names.ts'
import { fontsOf } from './fonts.ts'
import { tinyFont } from './tiny-font.ts'

test('an official family put into the folder comes first, others come last, rubbish is passed over', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'lianguan-fonts-'))
  try {
    await writeFile(path.join(folder, 'a.ttf'), tinyFont('FangSong', '仿'))
    await writeFile(path.join(folder, 'b.otf'), tinyFont('Some Family', '某'))
    await writeFile(path.join(folder, 'c.ttf'), 'not a font at all')
    await writeFile(path.join(folder, 'd.ttf'), tinyFont('Cut', '断').subarray(0, 150))
    await writeFile(path.join(folder, 'readme.txt'), 'x')
    const { roles, mark } = await fontsOf(folder)
    assert.equal(roles.body[0], 'FangSong')
    assert.equal(roles.body.at(-1), 'Some Family')
    assert.ok(roles.hei.includes('FangSong') && roles.hei[0] !== 'FangSong')
    assert.ok(mark.includes('a.ttf') && !mark.includes('readme'))
    assert.deepEqual(await familyNames(path.join(folder, 'c.ttf')), [])
    assert.deepEqual(await familyNames(path.join(folder, 'd.ttf')), [])
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
