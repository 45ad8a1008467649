import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isDue, passwordReasons } from './password-rules.ts'
import type { PasswordSettings } from './settings.ts'

const mlps3: PasswordSettings = {
  profile: 'mlps3',
  length: 12,
  unitLength: 10,
  days: 90,
  history: 5,
  asvsLength: 15,
}
const asvs: PasswordSettings = { ...mlps3, profile: 'asvs' }
const officer = {
  login: 'zheng.shuning',
  name: '郑书宁',
  mailbox: 'zhengsn@example.cn',
  privileged: true,
}
const applicant = { ...officer, privileged: false }
const codes = (password: string, owner = officer, rules = mlps3) =>
  passwordReasons(password, owner, rules).map((r) => r.code)

test('privileged people need twelve characters of three kinds, people of units ten', () => {
  assert.deepEqual(codes('Shanlin-4702'), [])
  assert.deepEqual(codes('Shanlin-470'), ['password-short'])
  assert.deepEqual(codes('shanlin-xiaoxi'), ['password-classes'])
  assert.deepEqual(codes('shanlin-xiaoxi-47'), [])
  assert.deepEqual(codes('山林小溪流水人家春江花月'), ['password-classes'])
  assert.deepEqual(codes('shanlin-xi', applicant), [])
  assert.deepEqual(codes('shanlin-x', applicant), ['password-short'])
})

test('the profile asvs asks for fifteen and no kinds, for everybody', () => {
  assert.deepEqual(codes('shanlin-xiaoxi', officer, asvs), ['password-short'])
  assert.deepEqual(codes('shanlin-xiaoxi-x', officer, asvs), [])
  assert.deepEqual(codes('shanlin-xiaoxi-x', applicant, asvs), [])
})

test('common passwords are refused, also dressed up', () => {
  for (const password of [
    'Password@2026',
    'P@ssw0rd2026!',
    'Admin@123456',
    'Lianguan@2026',
    'Haiguan#123456',
    'Qwertyuiop123!',
    'Welcome-2026!',
    'woaini1314520',
    '1qaz@WSX3edc',
    'aaaaaaaaaaaa',
    '123456789012',
    '987654321098',
    'abababababab',
    'Abcd123456!!',
  ])
    assert.ok(codes(password).includes('password-common'), password)
})

test('a password holds neither sign-in name, name nor mailbox', () => {
  for (const password of ['Zheng.Shuning-1', 'x郑书宁xx-ABC12', 'ZhengSN-abc-123'])
    assert.ok(codes(password).includes('password-personal'), password)
  assert.ok(!codes('Qiushi-shanlin-47').includes('password-personal'))
})

test('all reasons come at once, in words that say how to mend it', () => {
  const reasons = passwordReasons('aaa', officer, mlps3)
  assert.deepEqual(
    reasons.map((r) => r.code),
    ['password-short', 'password-classes', 'password-common'],
  )
  assert.ok(reasons.every((r) => r.at === 'password' && /[。]$/.test(r.message)))
})

test('privileged passwords are due after ninety days under mlps3, others and under asvs never', () => {
  const set = new Date('2026-08-25T00:00:00Z')
  const after = (days: number) => new Date(set.getTime() + days * 86_400_000)
  assert.equal(isDue(set, true, mlps3, after(89.9)), false)
  assert.equal(isDue(set, true, mlps3, after(90)), true)
  assert.equal(isDue(set, false, mlps3, after(900)), false)
  assert.equal(isDue(set, true, asvs, after(900)), false)
})
