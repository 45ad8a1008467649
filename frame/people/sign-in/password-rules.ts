import { reason, type Reason } from '#frame/kernel/reason.ts'
import { commonCores, commonPasswords } from './common-passwords.ts'
import { classesOf, longestPassword } from './password-text.ts'
import type { PasswordSettings } from './settings.ts'

/** Whose password it is to be. */
export interface PasswordOwner {
  login: string
  name: string
  mailbox: string
  /** Holds, or is invited to, a role that signs in with two factors. */
  privileged: boolean
}

/** What a password must have, by profile and kind of account; the page shows it before one types. */
export interface PasswordDemand {
  length: number
  /** Of small letters, capitals, digits and signs. */
  classes: number
  /** Days after which it must be changed; null: never. */
  days: number | null
  /** How many earlier ones may not come back. */
  history: number
}

/**
 * The demand on a password. mlps3 follows GB/T 22239-2019 8.1.4.1 a (complexity, regular change), asvs
 * ASVS 5.0 6.2.5 and 6.2.10 (no classes, no forced change). In: the numbers in force.
 */
export function passwordDemand(rules: PasswordSettings, privileged: boolean): PasswordDemand {
  if (rules.profile === 'asvs')
    return { length: rules.asvsLength, classes: 1, days: null, history: 0 }
  return privileged
    ? { length: rules.length, classes: 3, days: rules.days, history: rules.history }
    : { length: rules.unitLength, classes: 1, days: null, history: Math.min(1, rules.history) }
}

/** Whether a password is so old that the profile asks for a new one. */
export function isDue(
  setAt: Date | null,
  privileged: boolean,
  rules: PasswordSettings,
  now: Date,
): boolean {
  const { days } = passwordDemand(rules, privileged)
  return setAt !== null && days !== null && now.getTime() - setAt.getTime() >= days * 86_400_000
}

/** All reasons against a password as typed; history is asked where the earlier ones are known. */
export function passwordReasons(
  password: string,
  owner: PasswordOwner,
  rules: PasswordSettings,
): Reason[] {
  const demand = passwordDemand(rules, owner.privileged)
  const reasons: Reason[] = []
  const no = (code: string, message: string) =>
    reasons.push(reason(null, code, message, 'password'))
  const length = Array.from(password).length
  if (length < demand.length)
    no(
      'password-short',
      `密码至少${demand.length}个字符，现在${length}个。一句自己记得住的话就很好。`,
    )
  if (password.length > longestPassword) no('password-long', `密码最多${longestPassword}个字符。`)
  if (classesOf(password) < demand.classes)
    no(
      'password-classes',
      `密码须含大写字母、小写字母、数字、符号中的至少${demand.classes}类，请补上缺的。`,
    )
  if (isCommon(password)) no('password-common', '这个密码常被人用，很容易猜到。请换一个。')
  if (namesOwner(password, owner))
    no('password-personal', '密码里含有您的登录名、姓名或邮箱，容易猜到。请换一个。')
  return reasons
}

const letters = (text: string) => text.replace(/[^a-z]/g, '')

const disguises: Record<string, string> = {
  '@': 'a',
  '0': 'o',
  '1': 'i',
  '3': 'e',
  $: 's',
  '5': 's',
}

/** Common as it is, one character over and over, a run like 2345678901, or a common word with trimmings. */
function isCommon(password: string): boolean {
  const plain = password.toLowerCase()
  if (commonPasswords.has(plain)) return true
  if (new Set(plain).size <= 3 || isRun(plain)) return true
  const undisguised = plain.replace(/[\d\W_]+$/, '').replace(/[@013$5]/g, (c) => disguises[c] ?? c)
  return [letters(plain), letters(undisguised)].some((core) => commonCores.has(core))
}

function isRun(text: string): boolean {
  const steps = Array.from(text)
    .slice(1)
    .map((c, i) => c.charCodeAt(0) - text.charCodeAt(i))
  return [1, -1].some(
    (way) => steps.filter((s) => s === way || s === -9 * way).length === steps.length,
  )
}

function namesOwner(password: string, { login, name, mailbox }: PasswordOwner): boolean {
  const plain = password.toLowerCase()
  const parts = [login, name, mailbox.split('@')[0] ?? ''].map((p) => p.toLowerCase())
  return parts.some(
    (p) => Array.from(p).length >= (/^[\x20-\x7e]*$/.test(p) ? 4 : 2) && plain.includes(p),
  )
}
