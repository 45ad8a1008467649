// Writes the generated documents: npm run docs
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '#checks/tree.ts'
import { permissionsPage } from '#checks/permissions-page.ts'
import { houseParts } from '#rooms/house-parts.ts'
import { dutiesPage } from './generate-duties.ts'
import { glossaryPage } from './generate-glossary.ts'
import { lifecyclesPage } from './generate-lifecycles.ts'

const pages = {
  'docs/duties.md': dutiesPage(),
  'docs/glossary.md': await glossaryPage(),
  'docs/lifecycles.md': await lifecyclesPage(),
  'docs/permissions.md': permissionsPage(houseParts),
}
for (const [name, text] of Object.entries(pages)) {
  writeFileSync(path.join(root, name), text)
  console.log(`${name}: ${text.split('\n').length - 1} lines`)
}
