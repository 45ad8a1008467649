import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { colour } from './theme.ts'

const channel = (c: number) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => channel(Number.parseInt(hex.slice(i, i + 2), 16) / 255))
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light! + 0.05) / (dark! + 0.05)
}

test('every text colour is readable (4.5:1) on every ground it stands on', () => {
  const grounds = [colour.paper, colour.ground, colour.sunken, colour['accent-wash']]
  for (const text of [colour.ink, colour.ink2, colour.ink3, colour.accent, colour.danger])
    for (const ground of grounds)
      assert.ok(contrast(text, ground) >= 4.5, `${text} on ${ground}: ${contrast(text, ground)}`)
  for (const state of ['ok', 'warn', 'danger', 'hold', 'info'] as const)
    assert.ok(contrast(colour[state], colour[`${state}-wash`]) >= 4.5, state)
})

test('the border of a field stands out (3:1) from paper and ground', () => {
  assert.ok(contrast(colour.field, colour.paper) >= 3)
  assert.ok(contrast(colour.field, colour.ground) >= 3)
})

test('shell.css and theme.ts name the same colours', () => {
  const css = readFileSync(new URL('./shell.css', import.meta.url), 'utf8')
  for (const [name, value] of Object.entries(colour))
    assert.ok(css.includes(`--${name}: ${value};`), `--${name} is not ${value} in shell.css`)
})
