// Adds the hashes of new migrations to checks/migrations.lock; a delivered one keeps its line for good.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { lockedMigrations, migrationHashes } from '#checks/migrations.ts'
import { root } from '#checks/tree.ts'

const nameOf = (line: string) => line.split('  ')[1]
const locked = lockedMigrations()
const known = new Set(locked.map(nameOf))
const added = migrationHashes().filter((line) => !known.has(nameOf(line)))
const text = [
  '# SHA-256 of every delivered migration; `npm run migrations:lock` adds the new ones.',
  ...locked,
  ...added,
  '',
].join('\n')
writeFileSync(path.join(root, 'checks/migrations.lock'), text)
console.log(`${added.length} added, ${locked.length} kept`)
