import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeJpeg, makePng } from './corpus/pictures.ts'
import { inspect } from './inspect.ts'

const phone: [number, Buffer] = [0xe2, Buffer.from('MPF\0 more pictures', 'latin1')]

async function codesOf(bytes: Buffer): Promise<string[]> {
  const seen = await inspect(bytes)
  return seen.ok ? [] : seen.reasons.map((r) => r.code)
}

test('pictures are accepted with their size in pixels', async () => {
  const facts = { width: 40, height: 30 }
  assert.deepEqual(await inspect(makeJpeg(40, 30)), { ok: true, kind: 'jpeg', facts })
  assert.deepEqual(await inspect(makePng(40, 30)), { ok: true, kind: 'png', facts })
})

test('a phone’s JPEG that announces a second picture may carry it, and nothing else', async () => {
  const both = Buffer.concat([makeJpeg(40, 30, phone), Buffer.alloc(3), makeJpeg(20, 15)])
  assert.deepEqual(await codesOf(both), [])
  assert.deepEqual(await codesOf(Buffer.concat([both, Buffer.from('MZ')])), ['file-content-after'])
  const unannounced = Buffer.concat([makeJpeg(40, 30), makeJpeg(20, 15)])
  assert.deepEqual(await codesOf(unannounced), ['file-content-after'])
})

test('pictures too large to open are refused', async () => {
  assert.deepEqual(await codesOf(makePng(30_000, 10)), ['file-picture-size'])
  assert.deepEqual(await codesOf(makePng(15_000, 15_000)), ['file-picture-size'])
  assert.deepEqual(await codesOf(makeJpeg(65_000, 10)), ['file-picture-size'])
})

test('what follows the end of a picture is refused, except white space', async () => {
  for (const picture of [makeJpeg(4, 3), makePng(4, 3)]) {
    assert.deepEqual(await codesOf(Buffer.concat([picture, Buffer.from('<?php')])), [
      'file-content-after',
    ])
    assert.deepEqual(await codesOf(Buffer.concat([picture, Buffer.from('\n')])), [])
  }
})

test('pictures cut short or altered are refused', async () => {
  for (const picture of [makeJpeg(4, 3), makePng(4, 3)])
    assert.deepEqual(await codesOf(picture.subarray(0, picture.length - 3)), ['file-truncated'])
  const altered = makePng(4, 3)
  altered[20]! ^= 1
  assert.deepEqual(await codesOf(altered), ['file-broken'])
})

test('nothing, a script and a GIF are no kind at all', async () => {
  assert.deepEqual(await codesOf(Buffer.alloc(0)), ['file-empty'])
  assert.deepEqual(await codesOf(Buffer.from('#!/bin/sh\n')), ['file-unknown-kind'])
  assert.deepEqual(await codesOf(Buffer.from('GIF89a')), ['file-unknown-kind'])
})
