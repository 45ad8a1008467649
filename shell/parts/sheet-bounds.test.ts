import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sheetFault } from './sheet-bounds.ts'

/** An archive's directory and end, as far as they are looked at. In: what each part unpacks to, and its flags. */
function archive(sizes: readonly number[], flags = 0): Uint8Array {
  const start = Buffer.alloc(30)
  start.writeUInt32LE(0x04034b50)
  const directory = Buffer.concat(
    sizes.map((size) => {
      const entry = Buffer.alloc(46)
      entry.writeUInt32LE(0x02014b50)
      entry.writeUInt16LE(flags, 8)
      entry.writeUInt32LE(size, 24)
      return entry
    }),
  )
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(sizes.length, 10)
  end.writeUInt32LE(30, 16)
  return Buffer.concat([start, directory, end])
}

const fault = (bytes: Uint8Array) => sheetFault(bytes)?.zh.split(/[，。]/)[0] ?? null

test('a sheet of ordinary parts may be read', () => {
  assert.equal(fault(archive([1000, 2_000_000])), null)
})

test('what would swell is not unpacked', () => {
  assert.equal(fault(archive([70 * 1024 * 1024, 20 * 1024 * 1024])), '表格解开后过大')
  assert.equal(fault(archive(Array.from({ length: 201 }, () => 1))), '表格解开后过大')
  assert.equal(fault(new Uint8Array(21 * 1024 * 1024)), '表格超过 20 MB')
})

test('a password, an old format, another file and a torn one are each named', () => {
  assert.equal(fault(archive([10], 1)), '这份文件有密码')
  assert.equal(fault(Buffer.from('d0cf11e0a1b11ae1000000', 'hex')), '这份文件有密码')
  assert.equal(fault(Buffer.from('名称,数量\n人血清,10\n再一行，够长了')), '这不是 .xlsx 表格')
  const whole = archive([10, 10])
  assert.equal(fault(whole.subarray(0, whole.length - 22)), '表格文件不完整')
  assert.equal(fault(archive([])), '表格文件不完整')
  const torn = Buffer.from(whole)
  torn.writeUInt32LE(0, 30)
  assert.equal(fault(torn), '表格文件不完整')
})
