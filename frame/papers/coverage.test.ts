import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { builtInRanges } from './built-in-font.ts'
import { charactersWithout } from './coverage.ts'
import { fontsOf } from './fonts.ts'
import { coverageIn } from './held-coverage.ts'
import { testCorner } from './read-pdf.ts'
import { RenderProblem } from './render-problem.ts'
import { openRenderer, type Renderer } from './render.ts'

let folder = ''
let renderer: Renderer

before(async () => {
  folder = await mkdtemp(path.join(await testCorner(), 'coverage-'))
  renderer = openRenderer(path.join(folder, 'fonts'), 60_000)
})
after(async () => {
  await renderer.stop()
  await rm(folder, { recursive: true, force: true })
})

const head = '#let data = json(bytes(sys.inputs.data))\n#set document(title: "t")\n'
const write = async (name: string, source: string) => {
  const file = path.join(folder, name)
  await writeFile(file, `${head}#set page(height: auto)\n${source}`)
  return file
}
const charactersBetween = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i))

test('the font inside the typesetter has every character of its table, regular and bold', async () => {
  const template = await write(
    'built-in.typ',
    '#set text(font: "Libertinus Serif", fallback: false)\n' +
      '#for weight in (400, 700) { set text(weight: weight); for c in data.list { box(c) } }\n',
  )
  const list = builtInRanges.flatMap(([first, last]) => charactersBetween(first, last))
  assert.ok(list.length > 2000)
  assert.ok((await renderer.render({ template, data: { list } })).pdf.length > 1000)
})

test('what the check of typed texts lets pass is set, and what it refuses is not', async () => {
  const template = await write(
    'check.typ',
    '#set text(font: data.fonts.body, fallback: false)\n#for c in data.list { box(c) }\n',
  )
  const coverage = await coverageIn(await fontsOf(path.join(folder, 'no-fonts')))
  // every 23rd code point of the planes in use, and those that are composed or need no drawing
  const known = [[0x20, 0xd7ff] as const, [0xf900, 0x1ffff] as const, [0x20000, 0x323af] as const]
  const sample = known.flatMap(([first, last]) =>
    charactersBetween(first, last).filter((c, i) => i % 23 === 0 && !/\p{Cc}/u.test(c)),
  )
  const list = [...sample, ...Array.from('é ń\u1e1f\uf907\u2f800\u212a\u200d\ufe0f\u3164\u2028')]
  const passed = list.filter((c) => charactersWithout(coverage, c).length === 0)
  assert.ok(passed.length > 1300 && list.length - passed.length > 1000)
  assert.ok((await renderer.render({ template, data: { list: passed } })).pdf.length > 1000)
  const refused = list.filter((c) => !passed.includes(c) && /\p{L}/u.test(c)).slice(0, 40)
  for (const c of refused) {
    const error = await renderer.render({ template, data: { list: [c] } }).catch((e: unknown) => e)
    assert.ok(error instanceof RenderProblem && error.code === 'no-glyph', c)
  }
})
