import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { onPdf, testCorner, textOf, withoutPoppler, withoutQpdf } from './read-pdf.ts'
import { RenderProblem } from './render-problem.ts'
import { openRenderer, type Renderer } from './render.ts'
import { tinyFont } from './tiny-font.ts'

let folder = ''
let renderer: Renderer

const write = async (name: string, source: string) => {
  const file = path.join(folder, name)
  await writeFile(file, source)
  return file
}
const head = '#let data = json(bytes(sys.inputs.data))\n#set document(title: "t")\n'
const plain = `${head}#set text(font: data.fonts.body, fallback: false)\n`

before(async () => {
  // templates are read from inside the product only, so the test's own ones stand there too
  folder = await mkdtemp(path.join(await testCorner(), 'papers-'))
  renderer = openRenderer(path.join(folder, 'fonts'))
})
after(async () => {
  await renderer.stop()
  await rm(folder, { recursive: true, force: true })
})

const refusal = async (work: Promise<unknown>) => {
  const error = await work.then(() => null).catch((e: unknown) => e)
  assert.ok(error instanceof RenderProblem, String(error))
  return error
}

describe('setting papers', () => {
  test('a character without a glyph stops the paper, names itself, its place and the font folder', async () => {
    const template = await write('glyph.typ', `${plain}#data.unit #data.list.at(0)\n`)
    const data = { unit: '北京𠮷野生物有限公司', list: ['甲\ue000乙'] }
    const error = await refusal(renderer.render({ template, data }))
    assert.equal(error.code, 'no-glyph')
    assert.match(error.message, /“𠮷”（U\+20BB7，见“北京𠮷野生物有限公司”）/)
    assert.match(error.message, /U\+E000，见“甲.乙”/)
    assert.ok(error.message.includes(path.join(folder, 'fonts')))
    assert.equal(error.passing, false)
  })

  test('a font put into the folder lends its character to the next try, without a restart', async () => {
    const template = await write('added.typ', `${plain}#data.unit\n`)
    const data = { unit: '㐂𪚥' }
    assert.equal((await refusal(renderer.render({ template, data }))).code, 'no-glyph')
    await writeFile(path.join(folder, 'fonts', 'added.ttf'), tinyFont('Added Test', '𪚥'))
    const { pdf } = await renderer.render({ template, data })
    assert.ok(pdf.length > 1000)
  })

  test('what people typed is never read as markup', { skip: withoutPoppler }, async () => {
    const template = await write('markup.typ', `${plain}#data.unit\n`)
    const unit = '#panic("x") *b* $y$ <l> @r'
    const { pdf } = await renderer.render({ template, data: { unit } })
    assert.ok(textOf(pdf).includes(unit))
  })

  test('a template cannot read files outside the product', async () => {
    const outside = path.join(tmpdir(), `outside-${process.pid}.txt`)
    await writeFile(outside, 'secret')
    const template = await write('outside.typ', `${plain}#read("../../../../../..${outside}")\n`)
    const error = await refusal(renderer.render({ template, data: {} }))
    await rm(outside)
    assert.equal(error.code, 'template')
  })

  test('a paper that takes too long is given up, and the next one is set', async () => {
    const slow = await write(
      'slow.typ',
      `${plain}#let x = 0\n#for i in range(200000000) { x = calc.rem(x * 31 + i, 1000003) }\n#x`,
    )
    // long enough for another process to start on a busy machine
    const hurried = openRenderer(path.join(folder, 'fonts'), 6000)
    const error = await refusal(hurried.render({ template: slow, data: {} }))
    assert.equal(error.code, 'too-slow')
    assert.equal(error.passing, true)
    const next = await write('next.typ', `${plain}好`)
    assert.equal((await hurried.render({ template: next, data: {} })).pages, 1)
    await hurried.stop()
  })

  const children = `/proc/self/task/${process.pid}/children`
  const noProc = process.platform === 'linux' ? false : 'children are listed by Linux only'
  test('a killed process loses one paper, and the next one is set', { skip: noProc }, async () => {
    const template = await write('kill.typ', `${plain}好`)
    await renderer.render({ template, data: {} })
    const slow = await write(
      'kill-slow.typ',
      `${plain}#let x = 0\n#for i in range(20000000) { x = calc.rem(x * 31 + i, 1000003) }\n#x`,
    )
    const state = { settled: false }
    const lost = refusal(renderer.render({ template: slow, data: {} })).finally(() => {
      state.settled = true
    })
    while (!state.settled) {
      const own = (await readFile(children, 'utf8')).trim().split(' ').map(Number)
      for (const pid of own) if (await isPress(pid)) process.kill(pid, 'SIGKILL')
    }
    assert.equal((await lost).code, 'crashed')
    assert.equal((await renderer.render({ template, data: {} })).pages, 1)
  })

  test('the file says PDF/A-3b and carries attachments', { skip: withoutQpdf }, async () => {
    const template = await write(
      'attach.typ',
      `${plain}#pdf.attach("/facts.json", bytes("{}"), mime-type: "application/json", description: "d")\n好`,
    )
    const { pdf } = await renderer.render({ template, data: {} })
    const text = pdf.toString('utf8')
    assert.match(text, /<pdfaid:part>3<\/pdfaid:part><pdfaid:conformance>B<\/pdfaid:conformance>/)
    assert.match(onPdf(pdf, 'qpdf', '--check', 'FILE'), /No syntax or stream encoding errors/)
    assert.match(onPdf(pdf, 'qpdf', '--list-attachments', 'FILE'), /facts\.json/)
  })
})

async function isPress(pid: number): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  return command.includes('render-process')
}
