// Draws docs/picture.png, the picture of the README, from the demonstration: node_modules/.bin/node tools/picture.ts
import path from 'node:path'
import { root } from '#checks/tree.ts'
import { startWalk } from '#walks/walk.ts'
import { buildWebIfStale } from './web-build.ts'

await buildWebIfStale(console.log)
const walk = await startWalk()
try {
  const page = await walk.window({ width: 1280, height: 800 })
  await page.goto('/sign-in')
  await page.locator('[data-demo="chushen"]').click()
  await page.locator('[data-demo-code]').click()
  await page.waitForURL(/\/workbench/)
  await page.goto('/licence', { waitUntil: 'networkidle' })
  await page.getByRole('row', { name: '鲍氏不动杆菌标准株' }).getByRole('link').first().click()
  await page.waitForURL(/\/licence\/[0-9a-f-]{36}/)
  await page.getByText('Meridian Culture Collection').first().waitFor()
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: path.join(root, 'docs/picture.png') })
} finally {
  await walk.close()
}
