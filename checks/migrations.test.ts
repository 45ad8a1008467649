import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lockedMigrations, migrationHashes } from './migrations.ts'
import { filesOf, pathsOf, refuseBreaches } from './tree.ts'

test('migrations are numbered from 1 without a gap', () => {
  const numbers = pathsOf('migrations/*.sql').map((name) => Number(/\/(\d{4})_/.exec(name)?.[1]))
  assert.deepEqual(
    numbers,
    numbers.map((_, i) => i + 1),
  )
})

test('a delivered migration is never edited', () => {
  const now = new Set(migrationHashes())
  refuseBreaches(
    'write another migration instead:',
    lockedMigrations().filter((line) => !now.has(line)),
  )
})

test('a new migration comes after all delivered ones', () => {
  const names = pathsOf('migrations/*.sql').map((name) => name.slice('migrations/'.length))
  const locked = lockedMigrations().map((line) => line.split('  ')[1]!)
  assert.deepEqual(names.slice(0, locked.length), locked)
})

test('a migration only goes forward and needs nothing that a cluster lacks', () => {
  const wrong = filesOf('migrations/*.sql')
    // The job library's own tables stay on one node.
    .map(({ path, text }) => ({
      path,
      text: text.replaceAll(/--.*$|^.*\bpgboss\..*$/gm, ''),
    }))
    .filter(({ text }) =>
      /create\s+(constraint\s+)?trigger|deferrable|\blisten\b|pg_advisory|create\s+rule/i.test(
        text,
      ),
    )
    .map(({ path }) => path)
  refuseBreaches('triggers, deferrable constraints, rules, LISTEN:', wrong)
})
