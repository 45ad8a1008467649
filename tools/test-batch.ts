// Runs several test files in this process, one after another: what they share is loaded once. A file's own
// before and after stay its own, because each file is a suite.
import path from 'node:path'
import { suite } from 'node:test'

const root = path.resolve(import.meta.dirname, '..')
for (const file of process.argv.slice(2))
  void suite(file, { timeout: 1_200_000 }, async () => {
    await import(path.join(root, file))
  })
