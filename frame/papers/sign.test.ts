import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import * as fc from 'fast-check'
import { seed, sizes } from '#checks/sizes.ts'
import { signingCertificate, type SigningCertificate } from './certificate.ts'
import { dictionaryOf, pagesOf, readPdf, referenceIn } from './pdf-objects.ts'
import { onPdf, testCorner, withoutPoppler, withoutQpdf } from './read-pdf.ts'
import { openRenderer } from './render.ts'
import { signPaper, SigningProblem } from './sign.ts'
import { withSignatureField } from './signature-field.ts'
import type { SetPaper } from './typesetter.ts'
import { verifySignature } from './verify-signature.ts'

const now = new Date('2026-11-23T09:00:00+08:00')
const demo = { certificate: null, passphraseFile: null }
let folder = ''
let paper: SetPaper
let certificate: SigningCertificate
let signed: Buffer

before(async () => {
  folder = await mkdtemp(path.join(await testCorner(), 'papers-'))
  const template = path.join(folder, 'seal.typ')
  // the seal stands on the second page, beside a link, as it may in a long notice
  await writeFile(
    template,
    `#let data = json(bytes(sys.inputs.data))
#set document(title: "签名")
#set text(font: data.fonts.body, fallback: false)
第一页 #pagebreak()
#link("https://example.cn")[链接]
#place(bottom + right, context {
  let at = here().position()
  [#metadata((page: at.page, x: at.x / 1pt, y: at.y / 1pt, size: 100)) <seal-place>]
})
`,
  )
  const renderer = openRenderer(path.join(folder, 'fonts'))
  paper = await renderer.render({ template, data: {} })
  await renderer.stop()
  certificate = await signingCertificate(demo, path.join(folder, 'keys'), now)
  signed = await signPaper(paper.pdf, paper.seal, certificate, now)
})
after(() => rm(folder, { recursive: true, force: true }))

describe('signatures', () => {
  test(
    'an independent reader accepts the signature over the whole file',
    { skip: withoutPoppler },
    () => {
      const told = onPdf(signed, 'pdfsig', 'FILE')
      assert.match(told, /Signature Validation: Signature is Valid/)
      assert.match(told, /Total document signed/)
      assert.match(told, /Signature Type: adbe.pkcs7.detached/)
      assert.match(told, /Hash Algorithm: SHA-256/)
    },
  )

  test('one changed byte anywhere in the signed ranges is found', () => {
    const [, before, to] = /\/ByteRange \[0 (\d+) (\d+) /
      .exec(signed.toString('latin1'))!
      .map(Number)
    const inside = fc.nat(signed.length - 1).filter((n) => n < before! || n >= to!)
    const bit = fc.nat(7)
    fc.assert(
      fc.property(inside, bit, (at, n) => {
        const altered = Buffer.from(signed)
        altered[at]! ^= 1 << n
        const finding = verifySignature(altered)
        assert.ok(
          !(finding.valid && finding.wholeFile && finding.fingerprint === certificate.fingerprint),
        )
      }),
      { seed, numRuns: sizes.properties },
    )
  })

  test('the independent reader finds a changed byte too', { skip: withoutPoppler }, () => {
    const altered = Buffer.from(signed)
    altered[2000]! ^= 1
    assert.match(onPdf(altered, 'pdfsig', 'FILE'), /Digest Mismatch/)
  })

  test('something appended behind the signature is told apart', () => {
    const longer = Buffer.concat([signed, Buffer.from('\n% more\n')])
    assert.deepEqual(
      [verifySignature(longer).valid, verifySignature(longer).wholeFile],
      [true, false],
    )
    assert.equal(verifySignature(paper.pdf).valid, false)
    assert.equal(verifySignature(Buffer.from('no pdf')).valid, false)
  })

  test('the field stands at the seal, keeps the links of its page and what PDF/A asks of the update', () => {
    const file = readPdf(signed)
    const before = readPdf(paper.pdf)
    assert.match(file.trailer, /\/ID \[/)
    const root = referenceIn(file.trailer, 'Root')!
    assert.ok(referenceIn(dictionaryOf(signed, file, root), 'AcroForm'))
    const page = pagesOf(paper.pdf, before)[1]!
    const annotations = /\/Annots \[([^\]]*)\]/.exec(dictionaryOf(signed, file, page))
    assert.equal(annotations?.[1]?.trim().split(/\s+/).length, 6)
    const widget = dictionaryOf(signed, file, Number(annotations?.[1]?.trim().split(/\s+/)[0]))
    assert.match(widget, /\/Rect \[\d/)
    assert.match(widget, /\/F 132 /)
    assert.match(widget, /\/AP << \/N \d+ 0 R >>/)
    // the bytes the typesetter wrote are all still there, unchanged
    assert.ok(signed.subarray(0, paper.pdf.length).equals(paper.pdf))
  })

  test('the signed file has no structural fault', { skip: withoutQpdf }, () => {
    assert.match(onPdf(signed, 'qpdf', '--check', 'FILE'), /No syntax or stream encoding errors/)
  })

  test('the signature dictionary refuses Chinese, which viewers would garble', () => {
    const texts = { name: '北京海关', reason: 'x', location: 'CN' }
    assert.throws(() => withSignatureField(paper.pdf, null, texts, now), /ASCII/)
  })
})

describe('certificates', () => {
  test('the demonstration certificate is made once, readable by its owner only, and says what it is', async () => {
    const again = await signingCertificate(demo, path.join(folder, 'keys'), now)
    assert.equal(again.fingerprint, certificate.fingerprint)
    assert.equal(again.demo, true)
    assert.match(again.subject, /no legal effect/)
    const mode = (await stat(path.join(folder, 'keys/demo-signing.p12'))).mode
    assert.equal(mode & 0o077, 0)
  })

  test('a certificate out of date signs nothing', async () => {
    const late = new Date('2046-01-01T00:00:00Z')
    await assert.rejects(signPaper(paper.pdf, paper.seal, certificate, late), (e: Error) => {
      assert.ok(e instanceof SigningProblem)
      assert.match(e.message, /不在有效期内.*更换证书/)
      return true
    })
  })

  test('a missing file and a file that is no certificate are named', async () => {
    const file = path.join(folder, 'rubbish.p12')
    await writeFile(file, 'rubbish')
    const open = (certificate: string) =>
      signingCertificate({ certificate, passphraseFile: null }, folder, now)
    await assert.rejects(open(path.join(folder, 'absent.p12')), /读不到.*absent\.p12/)
    await assert.rejects(open(file), /签名证书打不开/)
  })

  const noOpenssl = existsSync('/usr/bin/openssl') ? false : 'openssl is not installed'
  test(
    'a configured RSA certificate signs for real, a wrong pass phrase and an EC key are refused',
    { skip: noOpenssl },
    async () => {
      const secret = path.join(folder, 'secret')
      await writeFile(secret, 'correct horse\n')
      await writeFile(path.join(folder, 'wrong'), 'battery')
      const rsa = makeP12('rsa', ['-newkey', 'rsa:2048'])
      const ec = makeP12('ec', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'])
      const open = (certificate: string, passphraseFile: string) =>
        signingCertificate({ certificate, passphraseFile }, folder, now)
      const real = await open(rsa, secret)
      assert.equal(real.demo, false)
      const inForce = new Date((real.validFrom.getTime() + real.validTo.getTime()) / 2)
      const finding = verifySignature(await signPaper(paper.pdf, paper.seal, real, inForce))
      assert.deepEqual(finding, { valid: true, wholeFile: true, fingerprint: real.fingerprint })
      await assert.rejects(open(rsa, path.join(folder, 'wrong')), /签名证书打不开/)
      await assert.rejects(open(ec, secret), /RSA/)
    },
  )
})

const run = (...args: string[]) => execFileSync('openssl', args, { stdio: 'ignore' })

function makeP12(name: string, key: string[]): string {
  const at = (ext: string) => path.join(folder, `${name}.${ext}`)
  run(
    'req',
    '-x509',
    '-nodes',
    '-days',
    '30',
    '-subj',
    '/CN=test',
    ...key,
    '-keyout',
    at('key'),
    '-out',
    at('crt'),
  )
  run(
    'pkcs12',
    '-export',
    '-inkey',
    at('key'),
    '-in',
    at('crt'),
    '-out',
    at('p12'),
    '-passout',
    'pass:correct horse',
  )
  return at('p12')
}
