import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signInWords } from '#frame/people/pages/sign-in-words.ts'
import { pageWords } from './page-words.ts'

test('S2-021 the public page says that the two names of the guide are one system with two modules', () => {
  const { zh } = pageWords.platformText
  assert.match(zh, /全流程一体化监管信息平台/)
  assert.match(zh, /申请单位管理系统/)
  assert.match(zh, /一个系统的两个模块.*同一个账号/)
})

test('S2-022 wherever somebody gets his sign-in name he is told to keep it and the password safe', () => {
  for (const words of [pageWords.keepSafe, signInWords.keepSafe]) {
    assert.match(words.zh, /妥善保管.*密码/)
    assert.match(words.en, /Keep your sign-in name and password safe/)
  }
})
