import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hostilePdfs, innocentPdfs, makePdf, onePage, stream } from './corpus/pdf.ts'
import { inspect } from './inspect.ts'

async function codesOf(bytes: Buffer): Promise<string[]> {
  const seen = await inspect(bytes)
  return seen.ok ? [] : seen.reasons.map((r) => r.code)
}

for (const { what, code, objects } of hostilePdfs) {
  test(`a PDF with ${what} is refused`, async () => {
    assert.ok((await codesOf(makePdf({ objects }))).includes(code))
  })
  test(`a PDF with ${what} inside a compressed object is refused`, async () => {
    assert.ok((await codesOf(makePdf({ objects, packed: true }))).includes(code))
  })
  test(`a PDF with ${what} and a lost table is refused`, async () => {
    assert.ok((await codesOf(makePdf({ objects, lostTable: true }))).includes(code))
  })
}

for (const { what, objects } of innocentPdfs)
  for (const packed of [false, true])
    test(`a PDF with ${what} is accepted (packed: ${packed})`, async () => {
      assert.deepEqual(await inspect(makePdf({ objects, packed })), {
        ok: true,
        kind: 'pdf',
        facts: { pages: 1 },
      })
    })

test('a password makes a PDF unreadable for reviewers and is named as the only reason', async () => {
  const objects = onePage({ more: ['<< /Filter /Standard /V 4 /R 4 >>'] })
  for (const packed of [false, true])
    assert.deepEqual(await codesOf(makePdf({ objects, packed, trailer: '/Encrypt 5 0 R' })), [
      'file-encrypted',
    ])
})

test('a script left in an earlier revision is still in the file', async () => {
  const first = makePdf({ objects: hostilePdfs[0]!.objects })
  const at = first.length
  const catalog = '1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n'
  const previous = /startxref\n(\d+)/.exec(first.toString('latin1'))![1]
  const update = `${catalog}xref\n1 1\n${String(at).padStart(10, '0')} 00000 n \ntrailer\n<< /Size 5 /Root 1 0 R /Prev ${previous} >>\nstartxref\n${at + catalog.length}\n%%EOF\n`
  const both = Buffer.concat([first, Buffer.from(update, 'latin1')])
  assert.deepEqual(await codesOf(both), ['file-pdf-script', 'file-pdf-open-action'])
})

test('an object that only the table reaches, hidden inside a stream, is found', async () => {
  const hidden = '9 0 obj << /S /JavaScript /JS (x) >> endobj'
  const plain = makePdf({
    objects: onePage({ catalog: '/OpenAction 9 0 R', more: [stream(hidden)] }),
  })
  const text = plain.toString('latin1')
  const at = text.indexOf(hidden)
  const moved = text.replace('trailer', `9 1\n${String(at).padStart(10, '0')} 00000 n \ntrailer`)
  assert.ok((await codesOf(Buffer.from(moved, 'latin1'))).includes('file-pdf-script'))
})

test('an object that only an older table reaches, hidden inside a stream, is found', async () => {
  const hidden = '4 0 obj << /S /JavaScript /JS (x) >> endobj'
  const first = makePdf({ objects: onePage({ more: [stream(hidden)] }) })
  const at = first.toString('latin1').indexOf(hidden)
  const head = `xref\n4 1\n${String(at).padStart(10, '0')} 00000 n \ntrailer\n`
  const older = `${head}<< /Size 6 /Root 1 0 R >>\n`
  const previous = /startxref\n(\d+)/.exec(first.toString('latin1'))![1]
  const newest = `xref\n0 0\ntrailer\n<< /Size 6 /Root 1 0 R /Prev ${previous} /XRefStm ${first.length} >>\n`
  const text = `${older}${newest}startxref\n${first.length + older.length}\n%%EOF\n`
  const whole = Buffer.concat([first, Buffer.from(text, 'latin1')])
  assert.deepEqual(await codesOf(whole), ['file-pdf-script'])
})

test('an action with two types is refused, since readers disagree on which counts', async () => {
  const objects = onePage({ catalog: '/OpenAction << /S /GoTo /S /JavaScript /D [3 0 R /Fit] >>' })
  assert.deepEqual(await codesOf(makePdf({ objects })), ['file-broken'])
})

test('anything before the header or after the end marker is refused', async () => {
  const plain = makePdf({ objects: onePage() })
  assert.deepEqual(await codesOf(Buffer.concat([Buffer.from('GIF89a'), plain])), [
    'file-content-before',
  ])
  assert.deepEqual(await codesOf(Buffer.concat([plain, Buffer.from('<script>')])), [
    'file-content-after',
  ])
  assert.deepEqual(await codesOf(Buffer.concat([plain, Buffer.from('\r\n \n')])), [])
})

test('an archive behind a PDF is refused even when the end marker hides in its comment', async () => {
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  const comment = Buffer.from('\n%%EOF\n')
  end.writeUInt16LE(comment.length, 20)
  const both = Buffer.concat([makePdf({ objects: onePage() }), Buffer.from('%'), end, comment])
  assert.ok((await codesOf(both)).includes('file-hidden-zip'))
})

test('half a PDF is named as incomplete', async () => {
  const plain = makePdf({ objects: onePage() })
  assert.deepEqual(await codesOf(plain.subarray(0, plain.length / 2)), ['file-truncated'])
})

test('a compressed object that grows without end is stopped', async () => {
  const bomb = stream(' '.repeat(40 * 1024 * 1024), '/Type /ObjStm /N 1 /First 4', true)
  assert.deepEqual(await codesOf(makePdf({ objects: onePage({ more: [bomb] }) })), [
    'file-too-complex',
  ])
})
