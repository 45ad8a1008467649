import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openCheckpoint, parseCheckpoint, signCheckpoint } from './checkpoint.ts'
import { emptyRoot, leafHash } from './merkle.ts'
import { BadNote, newSigner, openNote, signerFrom, signNote, verifierFrom } from './note.ts'

// The example printed in the signed-note format.
const example = {
  vkey: 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k',
  note: `This is an example message.

— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
`,
}

test('the printed example of a signed note opens with its printed key', () => {
  const key = verifierFrom(example.vkey)
  assert.equal(key.vkey, example.vkey)
  assert.equal(openNote(example.note, [key]).text, 'This is an example message.\n')
})

test('a note signed here opens with the public key alone', () => {
  const signer = newSigner('log.example.cn')
  const again = signerFrom('log.example.cn', signer.pem)
  assert.equal(again.vkey, signer.vkey)
  const note = signNote('第一行\n\n第三行\n', [signer])
  const opened = openNote(note, [verifierFrom(signer.vkey)])
  assert.equal(opened.text, '第一行\n\n第三行\n')
  assert.deepEqual(
    opened.by.map((v) => v.name),
    ['log.example.cn'],
  )
})

test('a note with any character of its text or signature changed is refused', () => {
  const signer = newSigner('log.example.cn')
  const note = signNote('size 12\n', [signer])
  for (let at = 0; at < note.length; at += 1) {
    const other = note[at] === 'A' ? 'B' : 'A'
    const bad = note.slice(0, at) + other + note.slice(at + 1)
    assert.throws(() => openNote(bad, [signer]), BadNote, `character ${at}`)
  }
})

test('strangers sign in vain: unknown keys are ignored, the same name with another key too', () => {
  const signer = newSigner('log.example.cn')
  const stranger = newSigner('log.example.cn')
  assert.throws(() => openNote(signNote('x\n', [stranger]), [signer]), BadNote)
  const both = signNote('x\n', [stranger, signer])
  assert.deepEqual(openNote(both, [signer]).by, [signer])
})

test('malformed notes and keys are refused', () => {
  const signer = newSigner('a')
  const bad = ['', 'x\n', 'x\n\n', 'x\n\n— a AAAA\n', 'x\n\n— a b c\n', `x\u0000\n\n— a AAAAAAAA\n`]
  for (const note of bad) assert.throws(() => openNote(note, [signer]), BadNote)
  const many = `x\n\n${'— b AAAAAAAAAAAA\n'.repeat(101)}`
  assert.throws(() => openNote(many, [signer]), BadNote)
  assert.throws(() => signNote('no newline', [signer]))
  assert.throws(() => newSigner('a b'))
  assert.throws(() => newSigner('a+b'))
  assert.throws(() => newSigner(''))
  assert.throws(() => verifierFrom(example.vkey.replace('530d903a', '530d903b')), /its own id/)
  assert.throws(() => verifierFrom('example.com+00000000+Ag=='), /verifier key/)
})

test('a checkpoint says origin, size and root, signed by its origin', () => {
  const signer = newSigner('lianguan.example.cn')
  const root = leafHash(Buffer.from('x'))
  const note = signCheckpoint(1, root, signer)
  const opened = openCheckpoint(note, [signer])
  assert.deepEqual(opened, { origin: 'lianguan.example.cn', size: 1, root })
  assert.deepEqual(openCheckpoint(signCheckpoint(0, emptyRoot, signer), [signer]).size, 0)
})

test('a checkpoint signed by another than its origin is refused', () => {
  const [one, two] = [newSigner('one'), newSigner('two')]
  const { text } = openNote(signCheckpoint(0, emptyRoot, one), [one])
  assert.throws(() => openCheckpoint(signNote(text, [two]), [one, two]), /did not sign/)
})

test('a checkpoint has one spelling', () => {
  const root = emptyRoot.toString('base64')
  assert.equal(parseCheckpoint(`o\n7\n${root}\nextension\n`).size, 7)
  const bad = [
    `o\n07\n${root}\n`,
    `o\n-1\n${root}\n`,
    `o\n1.0\n${root}\n`,
    `\n1\n${root}\n`,
    `o\n1\n`,
    `o\n1\nAAAA\n`,
    `o\n1\n${root}`,
    `o\n1\n${root}\n\n`,
    `o\n99999999999999999999\n${root}\n`,
  ]
  for (const text of bad) assert.throws(() => parseCheckpoint(text), BadNote, JSON.stringify(text))
})
