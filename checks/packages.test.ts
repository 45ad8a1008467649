import assert from 'node:assert/strict'
import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { pathsOf, readText, refuseBreaches, root } from './tree.ts'

interface Package {
  license?: string
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

interface Lock {
  packages: Record<string, { version?: string; license?: string; dev?: boolean; link?: boolean }>
}

const own = JSON.parse(readText('package.json')) as Package & { scripts: Record<string, string> }
const lock = JSON.parse(readText('package-lock.json')) as Lock

test('every dependency is pinned to one version', () => {
  const wrong = Object.entries({
    ...own.dependencies,
    ...own.devDependencies,
    ...own.optionalDependencies,
  }).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
  refuseBreaches(
    'pin it exactly:',
    wrong.map(([name, version]) => `${name} ${version}`),
  )
})

const permissive = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'OFL-1.1',
  'CC0-1.0',
  'Unlicense',
  'Python-2.0',
])

/** Packages under another licence, each with the reason why it may stay. */
const others: Record<string, string> = {
  'axe-core': 'MPL-2.0; used in tests only and never changed',
  lightningcss: 'MPL-2.0; part of the build tool, nothing of it is served',
}

/** Packages whose package.json says no licence; read from the licence file they bring. */
const silent: Record<string, string> = {
  'png-js': 'MIT',
  'prelude-ls': 'MIT',
}

/** Whether an SPDX expression can be met by permissive licences alone. */
function isPermissive(expression: string): boolean {
  const text = expression.replaceAll(/[()]/g, ' ').trim()
  if (/ OR /.test(text)) return text.split(/ OR /).some(isPermissive)
  return text.split(/ AND /).every((one) => permissive.has(one.trim()))
}

test('every installed package may be used and passed on freely', () => {
  const wrong: string[] = []
  for (const [place, entry] of Object.entries(lock.packages)) {
    if (place === '') continue
    const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
    const licence = entry.license ?? silent[name] ?? 'none stated'
    const excused = name in others || name.startsWith('lightningcss-')
    if (isPermissive(licence)) continue
    if (!excused || entry.dev !== true) wrong.push(`${name} ${entry.version ?? ''}: ${licence}`)
  }
  refuseBreaches('licence not on the list:', wrong)
})

test('our own licence is the one we say', () => {
  assert.equal(own.license, 'Apache-2.0')
  assert.match(readText('LICENSE'), /Apache License\s+Version 2\.0, January 2004/)
})

test('the build server runs the very tests the README names', () => {
  const run = readText('.ci/run')
  assert.match(run, /^\s*(exec )?npm test\s*$/m)
  assert.doesNotMatch(run, /\|\|\s*(true|:)|set \+e/)
  assert.match(readText('README.md'), /npm test/)
  assert.match(readText('README.md'), /npm start/)
})

test('every file a document links to is there, and the picture is small', () => {
  const wrong = pathsOf(['*.md', 'docs/*.md', 'docs/decisions/*.md']).flatMap((name) =>
    Array.from(readText(name).matchAll(/\]\((?!https?:|#)([^)#\s]+)(?:#[^)]*)?\)/g), ([, to]) =>
      path.posix.join(path.posix.dirname(name), to!),
    )
      .filter((file) => !existsSync(path.join(root, file)))
      .map((file) => `${name}: ${file}`),
  )
  refuseBreaches('leads nowhere:', wrong)
  assert.ok(statSync(path.join(root, 'docs/picture.png')).size < 200_000)
})

test('every command of package.json that the documents name is there', () => {
  const documents = ['README.md', 'CONTRIBUTING.md', 'docs/operations.md', 'docs/security.md']
  const named = documents.flatMap((name) =>
    Array.from(
      readText(name).matchAll(/npm run ([a-z:-]+)/g),
      ([, script]) => `${name}: ${script!}`,
    ),
  )
  refuseBreaches(
    'no such script in package.json:',
    named.filter((line) => !((line.split(': ')[1] ?? '') in own.scripts)),
  )
})
