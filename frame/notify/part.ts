import { addGauge } from '#frame/http/metrics.ts'
import type { HousePart } from '#frame/http/part.ts'
import './account-notices.ts'
import './deliver.ts'
import './digest.ts'
import { outboxFigures } from './outbox.ts'
import { notifyRoutes } from './routes.ts'

/** In-box, mails and short messages as a part of the house. */
export const notifyPart: HousePart = {
  name: 'notify',
  routes: notifyRoutes,
  async plugin(app, { db }) {
    const figures = {
      open: 'waiting to be sent',
      failed: 'that failed for good',
      unknown: 'whose outcome is unknown',
    }
    for (const [name, help] of Object.entries(figures))
      addGauge(app, `lianguan_messages_${name}`, `Mails and short messages ${help}`, async () => {
        const counts = await outboxFigures(db)
        return counts[name as keyof typeof figures]
      })
  },
}
