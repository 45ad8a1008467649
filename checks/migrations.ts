import { createHash } from 'node:crypto'
import { filesOf, readText } from './tree.ts'

/** Name and SHA-256 of every migration, one line each, as `sha256sum` writes them. */
export function migrationHashes(): string[] {
  return filesOf('migrations/*.sql').map(({ path, text }) => {
    const hash = createHash('sha256').update(text).digest('hex')
    return `${hash}  ${path.slice('migrations/'.length)}`
  })
}

/** The migrations that have been delivered and may never change again. */
export function lockedMigrations(): string[] {
  return readText('checks/migrations.lock')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
}
